import { type ChildProcess, spawn } from 'node:child_process';
import { constants, mkdtempSync, rmSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BytePipe } from '../../../../electron/devices/receipt-printer/byte-pipe.ts';
import { deviceNodeSource } from '../../../../electron/devices/receipt-printer/device-node-pipe.ts';
import { exclusiveSource } from '../../../../electron/devices/receipt-printer/exclusive-opening.ts';
import { until } from '../../../port/printer-bench.ts';
import { noPty } from '../../../port/pty-cable.ts';

/** A device whose other end nobody reads, and its name. */
async function stuckDevice(): Promise<{ readonly node: string; readonly socat: ChildProcess }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'wallet-till-stuck-'));
  const [node, otherEnd] = [path.join(dir, 'printer'), path.join(dir, 'other-end')];
  const socat = spawn('socat', [`pty,link=${node},raw,echo=0`, `pty,link=${otherEnd},raw,echo=0`], { stdio: 'ignore' });
  onTestFinished(() => {
    socat.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });
  await until(() => [node, otherEnd].every((end) => statSync(end, { throwIfNoEntry: false })?.isCharacterDevice()));
  // Open, so that it does not end, and never read.
  const keeper = await open(otherEnd, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  onTestFinished(() => keeper.close());
  return { node, socat };
}

async function openPipe(node: string): Promise<{ readonly pipe: BytePipe; readonly closings: readonly true[] }> {
  const closings: true[] = [];
  const opening = await deviceNodeSource(node).open({ onBytes: () => {}, onClosed: () => closings.push(true) }, 1_000);
  if (opening.kind !== 'open') throw new Error('the device is there');
  onTestFinished(() => opening.pipe.abandon());
  return { pipe: opening.pipe, closings };
}

describe.skipIf(noPty !== null)(`a device that takes no more bytes${noPty === null ? '' : ` (${noPty})`}`, () => {
  it('holds nothing else up: the loop turns and other files are read while its bytes wait', async () => {
    const { node } = await stuckDevice();
    const { pipe } = await openPipe(node);
    let taken = false;
    pipe.send(Buffer.alloc(256 * 1024, 0x41), () => {
      taken = true;
    });
    // More readings at once than the runtime has threads: one that were held up for good would keep the others waiting.
    for (let turn = 0; turn < 50; turn += 1) {
      await Promise.all(Array.from({ length: 16 }, () => readFile(import.meta.filename)));
    }
    expect(taken).toBe(false);
    expect(pipe.isOpen).toBe(true);
  });

  it('is let go at once when it is abandoned, and told so once', async () => {
    const { node } = await stuckDevice();
    const { pipe, closings } = await openPipe(node);
    pipe.send(Buffer.alloc(256 * 1024, 0x41));
    pipe.abandon();
    pipe.abandon();
    expect(pipe.isOpen).toBe(false);
    expect(closings).toHaveLength(1);
  });

  it('takes what is sent after the waiting bytes were dropped', async () => {
    const { node } = await stuckDevice();
    const { pipe } = await openPipe(node);
    let taken = 0;
    pipe.send(Buffer.alloc(256 * 1024, 0x41), () => {
      taken += 1;
    });
    pipe.dropWaiting();
    pipe.send(Buffer.of(), () => {
      taken += 10;
    });
    await until(() => taken > 0);
    expect(taken).toBe(10);
  });

  it('tells that it is gone when the cable is pulled', async () => {
    const { node, socat } = await stuckDevice();
    const { closings } = await openPipe(node);
    socat.kill('SIGKILL');
    await until(() => closings.length > 0);
    expect(closings).toHaveLength(1);
  });
});

describe('a device that hangs while it is opened', () => {
  it('is absent when the time is over, and what is opened too late is let go', async () => {
    let abandoned = 0;
    const late = Promise.withResolvers<void>();
    const pipe = {
      isOpen: true,
      send: () => {},
      dropWaiting: () => {},
      close: () => {},
      abandon: () => (abandoned += 1),
    };
    const source = exclusiveSource(async () => {
      await late.promise;
      return { kind: 'open', pipe: { ...pipe, abandon: () => void pipe.abandon() } };
    });
    const opening = await source.open({ onBytes: () => {}, onClosed: () => {} }, 0);
    expect(opening).toEqual({ kind: 'refused', state: { kind: 'absent' } });
    late.resolve();
    await until(() => abandoned === 1);
    expect(abandoned).toBe(1);
  });

  it('is opened again only after the system has let go of it', async () => {
    const order: string[] = [];
    const letGo = Promise.withResolvers<void>();
    const source = exclusiveSource(async (_listener, onClosing) => {
      order.push('opened');
      onClosing(letGo.promise);
      return { kind: 'refused', state: { kind: 'absent' } };
    });
    const listener = { onBytes: () => {}, onClosed: () => {} };
    await source.open(listener, 1_000);
    const second = source.open(listener, 1_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual(['opened']);
    letGo.resolve();
    await second;
    expect(order).toEqual(['opened', 'opened']);
  });
});

import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLink, type PrinterLink } from '../../../../electron/devices/receipt-printer/printer-link.ts';
import { tcpSource } from '../../../../electron/devices/receipt-printer/tcp-pipe.ts';
import type { Timers } from '../../../../electron/devices/receipt-printer/timers.ts';
import { createManualTimers, type ManualTimers } from '../../../port/manual-timers.ts';
import { until } from '../../../port/printer-bench.ts';

async function openOverTcp(port: number, timers: Timers): Promise<PrinterLink | null> {
  const opening = await openLink(tcpSource({ host: '127.0.0.1', port }, timers), timers, 1_000);
  return opening.kind === 'open' ? opening.link : null;
}

interface Ends {
  readonly link: PrinterLink;
  readonly peer: Socket;
  readonly timers: ManualTimers;
}

async function connected(): Promise<Ends> {
  const timers = createManualTimers();
  const peers: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => peers.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  const link = await openOverTcp(address.port, timers);
  await until(() => peers.length > 0);
  const [peer] = peers;
  if (link === null || peer === undefined) throw new Error('the server listens');
  onTestFinished(() => {
    link.abandon();
    peer.destroy();
    server.close();
  });
  return { link, peer, timers };
}

/** Reads a socket to its end and says how many bytes came and whether it ended with a reset. */
async function drain(peer: Socket): Promise<{ bytes: number; reset: boolean }> {
  let bytes = 0;
  let reset = false;
  peer.on('data', (chunk) => {
    bytes += chunk.length;
  });
  peer.on('error', () => {
    reset = true;
  });
  peer.resume();
  await until(() => peer.destroyed || peer.readableEnded);
  return { bytes, reset };
}

const anything = (): true => true;

describe('a connection to a printer', () => {
  it('drops what is still on the way when it is abandoned: a printer that wakes up later does not get it', async () => {
    const { link, peer, timers } = await connected();
    const job = Buffer.alloc(32 * 1024 * 1024, 0x41);
    const heard = link.ask(job, anything, 1_000);
    timers.pass(1_000);
    expect(await heard).toEqual({ kind: 'timed-out' });
    link.abandon();
    expect(link.isOpen).toBe(false);
    const { bytes, reset } = await drain(peer);
    expect(reset).toBe(true);
    expect(bytes).toBeLessThan(job.length);
  });

  it('control: closed politely, it still delivers the whole of what was sent', async () => {
    const { link, peer, timers } = await connected();
    const job = Buffer.alloc(32 * 1024 * 1024, 0x41);
    const heard = link.ask(job, anything, 1_000);
    timers.pass(1_000);
    await heard;
    link.close();
    expect(await drain(peer)).toEqual({ bytes: job.length, reset: false });
  });

  it('says that the other side hung up without a word, or after one', async () => {
    const mute = await connected();
    const first = mute.link.ask(Buffer.of(1), anything, 1_000);
    mute.peer.destroy();
    expect(await first).toEqual({ kind: 'closed', mute: true });

    const spoken = await connected();
    const second = spoken.link.ask(Buffer.of(1), (answer) => answer.kind === 'cleared' || undefined, 1_000);
    spoken.peer.end(Buffer.of(0x12));
    expect(await second).toEqual({ kind: 'closed', mute: false });
    expect(spoken.link.earlier((answer) => answer.kind)).toBe('real-time');
  });

  it('answers at once that it is closed when it is asked after its end', async () => {
    const { link } = await connected();
    link.abandon();
    expect(await link.ask(Buffer.of(1), anything, 1_000)).toEqual({ kind: 'closed', mute: true });
  });

  it('keeps what no question took until it is forgotten, and of automatic states the latest', async () => {
    const { link, peer } = await connected();
    const heard = link.ask(Buffer.of(1), (answer) => answer.kind === 'in-order' || undefined, 1_000);
    peer.write(Buffer.from('1800000f' + '1000000f' + '00', 'hex'));
    await heard;
    expect(link.earlier((answer) => (answer.kind === 'automatic' ? answer.bytes[0] : undefined))).toBe(0x10);
    link.forgetEarlier();
    expect(link.earlier(anything)).toBeUndefined();
  });

  it('is not there when nobody listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
    expect(await openOverTcp(address.port, createManualTimers())).toBeNull();
  });

  it('is given up when it is not taken in time', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
    const timers = createManualTimers();
    const link = openOverTcp(address.port, timers);
    // Before the loop turns, and so before the connection can have been made.
    timers.pass(1_000);
    expect(await link).toBeNull();
  });
});

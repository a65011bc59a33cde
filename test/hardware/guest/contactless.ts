import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { test } from 'node:test';
import { createContactlessReader } from '../../../electron/devices/reader/contactless-over-pcsc.ts';
import { watchReader } from './watched.ts';

const virtualReaderPort = 0x8c7b;
const answerToReset = Uint8Array.from(Buffer.from('3b8f8001804f0ca000000306030001000000006a', 'hex'));

function startService(): ChildProcess {
  mkdirSync('/run/pcscd', { recursive: true });
  return spawn('/usr/sbin/pcscd', ['--foreground'], { stdio: 'ignore' });
}

async function stopService(service: ChildProcess): Promise<void> {
  service.kill('SIGKILL');
  await once(service, 'exit');
}

/** Sends a message as the virtual reader wants it: two bytes of length first (vsmartcard, "Virtual Smart Card"). */
function sendTo(socket: Socket, message: Uint8Array): void {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(message.length);
  socket.write(Buffer.concat([head, message]));
}

/** Lays a card on the reader, once the service has opened it; the card answers every command with `answer`. */
async function layCard(answer: Uint8Array): Promise<Socket> {
  let socket: Socket;
  for (;;) {
    socket = connect(virtualReaderPort, '127.0.0.1');
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isThere) {
      break;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  let received = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
      const message = received.subarray(2, 2 + received.readUInt16BE(0));
      received = received.subarray(2 + message.length);
      const wantsReset = message.length === 1 && message[0] === 4;
      if (wantsReset) {
        sendTo(socket, answerToReset);
      } else if (message.length > 1) {
        sendTo(socket, answer);
      }
    }
  });
  socket.on('error', () => {});
  return socket;
}

const uidAnswer = (uid: string): Uint8Array => Uint8Array.from(Buffer.from(`${uid}9000`, 'hex'));

test('PC/SC: without pcscd the state says so; with it, taps are read; restarted and hung, it comes back', async (context) => {
  const contactless = watchReader(createContactlessReader({ clock: Date.now }));
  await contactless.become('service-missing');

  let service = startService();
  await contactless.become('listening');
  const first = await layCard(uidAnswer('04a1b2c3d4e5f6'));
  assert.deepEqual(await contactless.next(), { kind: 'uid', uid: '04a1b2c3d4e5f6' });
  first.destroy();

  await stopService(service);
  await contactless.become('service-missing');
  service = startService();
  await contactless.become('listening');
  const second = await layCard(uidAnswer('04000001'));
  assert.deepEqual(await contactless.next(), { kind: 'uid', uid: '04000001' });
  second.destroy();

  // A service that is stopped answers nothing; what starts meanwhile waits for it.
  await stopService(service);
  await contactless.become('service-missing');
  service = startService();
  await contactless.become('listening');
  const third = await layCard(Uint8Array.of(0x6a, 0x81));
  assert.deepEqual(await contactless.next(), { kind: 'unreadable' });
  third.destroy();
  context.diagnostic('every tap was one reading');
  assert.deepEqual(contactless.untaken, []);
  await contactless.reader.close();
  await stopService(service);
});

test('PC/SC: a service that hangs is a state, and does not hold the till', async (context) => {
  const service = startService();
  await once(service, 'spawn');
  const contactless = watchReader(createContactlessReader({ clock: Date.now }));
  await contactless.become('listening');
  await contactless.reader.close();
  service.kill('SIGSTOP');
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const hung = watchReader(createContactlessReader({ clock: Date.now }));
  // Told by a timer of this very thread: were it held, nothing would be told until the service goes on.
  await hung.become('hung');
  pauses.disable();
  context.diagnostic(`longest pause of the event loop, in this slow machine: ${Math.round(pauses.max / 1e6)} ms`);
  service.kill('SIGCONT');
  await hung.become('listening');
  await hung.reader.close();
  await stopService(service);
});

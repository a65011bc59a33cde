import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { createSerialScanner } from '../../../electron/devices/reader/scanner-over-serial.ts';
import { createSerialPortPipe } from '../../../electron/devices/reader/serial-over-serialport.ts';
import { watchReader } from './watched.ts';

const port = '/tmp/scanner';

/** A serial line: what is written to the process's input comes out of the port. */
async function plugIn(): Promise<ChildProcess & { stdin: NonNullable<ChildProcess['stdin']> }> {
  const socat = spawn('/usr/bin/socat', ['-u', 'STDIO', `PTY,link=${port},rawer,wait-slave`], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  await once(socat, 'spawn');
  return socat as ChildProcess & { stdin: NonNullable<ChildProcess['stdin']> };
}

test('serial: codes in pieces are put together, the line goes and comes back', async (context) => {
  const scanner = watchReader(createSerialScanner({ pipe: createSerialPortPipe(), path: port, clock: Date.now }));
  await scanner.become('absent');

  const first = await plugIn();
  await scanner.become('listening');
  for (const piece of ['548', '79', '63154', '\r\nWAL-', '77103\r']) {
    await new Promise((resolve) => first.stdin.write(piece, resolve));
  }
  assert.deepEqual(await scanner.next(), { kind: 'text', text: '5487963154' });
  assert.deepEqual(await scanner.next(), { kind: 'text', text: 'WAL-77103' });

  first.kill('SIGKILL');
  await scanner.become('absent');
  const since = performance.now();
  const second = await plugIn();
  await scanner.become('listening');
  context.diagnostic(`back after ${Math.round(performance.now() - since)} ms`);
  second.stdin.write('5487963154\n');
  assert.deepEqual(await scanner.next(), { kind: 'text', text: '5487963154' });
  await scanner.reader.close();
  second.kill('SIGKILL');
});

import { once } from 'node:events';
import { expect, test } from 'vitest';
import { environment, startTill } from './command-line.ts';

test('the simulator announces itself on one line, serves, and ends well when it is told to stop', async () => {
  const child = startTill(['simulator', '--port', '0']);
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const { value } = JSON.parse(line) as { value: { url: string; mac_key: string } };
  const answer = await fetch(`${value.url}/server`);
  expect(await answer.json()).toEqual({ time: expect.any(Number) });
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('a reader of the output that went away leaves no stack, and the exit status still tells', async () => {
  const child = startTill(['identify', '--wallet', '999999999'], environment());
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [exitStatus] = (await once(child, 'close')) as [number | null];
  expect({ exitStatus, stderr }).toEqual({ exitStatus: 3, stderr: '' });
});

test('a command that waits for standard input can be interrupted', async () => {
  const child = startTill(['identify', '--card', '-'], environment());
  // Nothing is ever written: the signal alone ends it, whether it comes before or after the wait began.
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
});

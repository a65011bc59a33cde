import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { environment, liveEnvironment, runTillHere, startTill } from './command-line.ts';

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

test('the simulator keeps its state in a file, obeys its faults, and shows each code that it sends on standard error', async () => {
  const env = environment();
  const folder = env.TILL_DATA_DIR ?? '';
  const faults = path.join(folder, 'faults.json');
  writeFileSync(faults, JSON.stringify([{ kind: 'rate-limit', on: 'favourites' }]));
  const argv = ['simulator', '--port', '0', '--state', path.join(folder, 'state.json'), '--faults', faults];
  const child = startTill(argv, env);
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const { value } = JSON.parse(line) as { value: { url: string; mac_key: string; client_id: string } };
  const live = liveEnvironment({ url: value.url, clientId: value.client_id, macKey: value.mac_key });

  const told = once(child.stderr.setEncoding('utf8'), 'data');
  await runTillHere(['card', 'relate', '--wallet', '14471', '--card', 'paysera:5487963154'], live);
  expect(JSON.parse(String((await told)[0]))).toMatchObject({ sent_code: { wallet: 254789, code: 'ABCDEF' } });
  const limited = await runTillHere(['favourites', '--wallet', '14471'], live);
  expect(limited.exitStatus).toBe(8);
  child.kill('SIGTERM');
  await once(child, 'close');

  const again = startTill(['simulator', '--port', '0', '--state', path.join(folder, 'state.json')], env);
  const [next] = (await once(again.stdout.setEncoding('utf8'), 'data')) as [string];
  const { url } = (JSON.parse(next) as { value: { url: string } }).value;
  const confirmed = await runTillHere(
    ['card', 'confirm', '--wallet', '254789'],
    { ...live, TILL_API_URL: url },
    'ABCDEF\n',
  );
  expect(confirmed.answer).toMatchObject({ ok: true });
});

test.each([
  [['--data', 'nowhere.json'], '--data'],
  [['--faults', 'nowhere.json'], '--faults'],
])('a simulator with %j that is not there does not start and says which', async (argv, setting) => {
  const { exitStatus, answer } = await runTillHere(['simulator', '--port', '0', ...argv]);
  expect(exitStatus).toBe(2);
  expect(answer.error).toMatchObject({ code: 'settings.invalid', details: { setting, reason: 'ENOENT' } });
});

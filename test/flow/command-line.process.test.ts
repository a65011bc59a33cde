import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createTestAuthority } from '../unit/wallet-api/self-signed.ts';
import { environment, liveEnvironment, runTillHere, startTill } from './command-line.ts';

const commandFile = path.join(import.meta.dirname, '../../electron/cli.ts');

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

test.each([
  [['balance', '--wallet', '14471'], { reason: 'ENOSPC', exitOtherwise: 0 }],
  [['statements', '--wallet', '30001', '--csv'], { reason: 'ENOSPC' }],
])('%j on a full disk says so by name, not as a bug', async (argv, details) => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [commandFile, ...argv], {
    env: environment(),
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  expect(await once(child, 'close')).toEqual([6, null]);
  expect(JSON.parse(stderr)).toMatchObject({
    ok: false,
    error: { code: 'output.not-written', details },
  });
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

test('the simulator listens for https with the files it is given, and takes a certificate in place of a MAC', async () => {
  const env = environment();
  const folder = env.TILL_DATA_DIR ?? '';
  const authority = createTestAuthority('shop-ca');
  const write = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text, { mode: 0o600 });
    return path.join(folder, name);
  };
  const server = authority.issue({ name: 'simulator', ip: [127, 0, 0, 1] });
  const client = authority.issue({ name: 'till' });
  const ca = write('ca.pem', authority.cert);
  const files = ['--tls-cert', write('server.pem', server.cert), '--tls-key', write('server.key', server.key)];
  const child = startTill(['simulator', '--port', '0', '--tls-port', '0', '--tls-ca', ca, ...files], env);
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const { tls_url } = (JSON.parse(line) as { value: { tls_url: string } }).value;

  const { exitStatus, answer } = await runTillHere(
    ['identify', '--wallet', '14471'],
    environment({
      TILL_MODE: 'live',
      TILL_API_URL: tls_url,
      TILL_CA_CERT: ca,
      TILL_CLIENT_CERT: write('client.pem', client.cert),
      TILL_CLIENT_CERT_KEY: write('client.key', client.key),
    }),
  );
  expect(answer).toMatchObject({ ok: true, value: { id: 14471 } });
  expect(exitStatus).toBe(0);
});

test.each([
  ['cert', 'not a certificate and its private key in PEM', '--tls-cert, --tls-key'],
  ['key', 'not a certificate and its private key in PEM', '--tls-cert, --tls-key'],
  ['ca', 'not a certificate in PEM', '--tls-ca'],
])('a simulator whose TLS %s is none does not start and says which', async (wrong, reason, setting) => {
  const folder = environment().TILL_DATA_DIR ?? '';
  const authority = createTestAuthority('shop-ca');
  const texts = { ...authority.issue({ name: 'simulator' }), ca: authority.cert, [wrong]: 'nothing of the sort' };
  const argv = Object.entries(texts).flatMap(([name, text]) => {
    writeFileSync(path.join(folder, name), text);
    return [`--tls-${name}`, path.join(folder, name)];
  });
  const { exitStatus, answer } = await runTillHere(['simulator', '--port', '0', '--tls-port', '0', ...argv]);
  expect(exitStatus).toBe(2);
  expect(answer.error).toMatchObject({ code: 'settings.invalid', details: { setting, reason } });
});

test.each([
  [['--data', 'nowhere.json'], '--data'],
  [['--faults', 'nowhere.json'], '--faults'],
])('a simulator with %j that is not there does not start and says which', async (argv, setting) => {
  const { exitStatus, answer } = await runTillHere(['simulator', '--port', '0', ...argv]);
  expect(exitStatus).toBe(2);
  expect(answer.error).toMatchObject({ code: 'settings.invalid', details: { setting, reason: 'ENOENT' } });
});

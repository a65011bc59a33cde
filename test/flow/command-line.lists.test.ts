import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { people } from '../../simulator/wallet/people.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { liveEnvironment, startTill, startWallet } from './command-line.ts';

/** Runs `till` to its end and keeps both streams as they are. */
async function runForRows(argv: readonly string[], env?: Record<string, string>) {
  const child = startTill(argv, env);
  const streams = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      streams[name] += text;
    });
  }
  child.stdin.end();
  const [exitStatus] = (await once(child, 'close')) as [number | null];
  return { ...streams, exitStatus };
}

test('rows come one JSON object a line, page after page, each once', async () => {
  const wallet = await startWallet();
  const argv = ['statements', '--wallet', '30009', '--from', '0', '--all', '--limit', '450', '--jsonl'];
  const { stdout, stderr, exitStatus } = await runForRows(argv, liveEnvironment(wallet));
  const ids = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: number }).id);
  expect({ rows: ids.length, apart: new Set(ids).size, stderr, exitStatus }).toEqual({
    rows: 450,
    apart: 450,
    stderr: '',
    exitStatus: 0,
  });
  expect(wallet.requests).toHaveLength(3);
});

test('an error on the way goes to standard error, and standard output holds rows only', async () => {
  const wallet = await startWallet();
  wallet.revoke(221, 'statements_offline');
  const argv = ['statements', '--wallet', '14471', '--csv'];
  const { stdout, stderr, exitStatus } = await runForRows(argv, liveEnvironment(wallet));
  expect(stdout).toMatch(/^id,amount,currency,[^\r\n]*\r\n$/);
  expect(JSON.parse(stderr)).toMatchObject({ ok: false, error: { code: 'wallet.access-revoked' } });
  expect(exitStatus).toBe(3);
});

test('reservations that one answer does not hold are told as "N of total" beside the rows', async () => {
  const wallet = await startWalletSimulator({
    data: { ...people, rules: { ...people.rules, reservationsReturned: 1 } },
  });
  onTestFinished(() => wallet.close());
  const argv = ['reservations', '--wallet', '30001', '--jsonl'];
  const { stdout, stderr, exitStatus } = await runForRows(argv, liveEnvironment(wallet));
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect({ stderr, exitStatus }).toEqual({ stderr: 'till: 1 of 2\n', exitStatus: 0 });
});

test('when nobody reads the rows any more, no further page is asked for', async () => {
  const wallet = await startWallet();
  const argv = ['statements', '--wallet', '30009', '--from', '0', '--all', '--jsonl'];
  const child = startTill(argv, liveEnvironment(wallet));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(wallet.requests.length).toBeLessThan(20);
});

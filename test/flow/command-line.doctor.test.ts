import { chmodSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { leaveRunningMark } from '../../electron/diagnosis/running-mark.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { environment, liveEnvironment, runTillHere } from './command-line.ts';

interface Said {
  readonly verdict: string;
  readonly checks: readonly { readonly check: string; readonly finding: string; readonly verdict: string }[];
  readonly bundle?: { readonly file: string };
}

function outside(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function live() {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const env = liveEnvironment(wallet);
  return { wallet, env, doctor: (...more: string[]) => runTillHere(['doctor', ...more], env) };
}

const problemsOf = ({ answer }: Awaited<ReturnType<typeof runTillHere>>) =>
  ((answer.error?.details?.checks ?? []) as string[]).filter((line) => line.startsWith('BAD'));

test('a training station is well but for nobody who may unlock it', async () => {
  const { answer, exitStatus } = await runTillHere(['doctor'], environment());
  const said = answer.value as Said;
  expect(exitStatus).toBe(0);
  expect(said.verdict).toBe('care');
  expect(said.checks.filter(({ verdict }) => verdict !== 'well' && verdict !== 'skipped')).toMatchObject([
    { check: 'people', finding: 'people.none' },
  ]);
});

test('a live station is looked at with its own credentials, and a printer that is not set up is named', async () => {
  const { doctor } = await live();
  const finished = await doctor();
  expect(finished.exitStatus).toBe(6);
  expect(finished.answer.error?.code).toBe('station.not-well');
  expect(problemsOf(finished)).toEqual([expect.stringContaining('(printer.not-configured)')]);
});

test('what is in the way of the API is named, and what hangs on it is not guessed', async () => {
  const { doctor, wallet } = await live();
  await wallet.setNetwork(false);
  const lines = (await doctor()).answer.error?.details?.checks as string[];
  expect(lines.join('\n')).toContain('(api.connection-refused)');
  expect(lines.find((line) => line.includes('credentials'))).toContain('Not checked while the API is not reached');
});

test('a key that the API does not know is told as that, not as a broken way', async () => {
  const { env } = await live();
  const finished = await runTillHere(['doctor'], { ...env, TILL_MAC_KEY: 'anotherkey12345' });
  expect(problemsOf(finished).join('\n')).toContain('(api.unauthorized)');
});

test('a secret that others may read is found before it is used, and the API is looked at all the same', async () => {
  const { env, wallet } = await live();
  const keyFile = path.join(env.TILL_DATA_DIR as string, 'key');
  writeFileSync(keyFile, wallet.macKey, { mode: 0o644 });
  chmodSync(keyFile, 0o644);
  const { TILL_MAC_KEY: _, ...rest } = env;
  const finished = await runTillHere(['doctor'], { ...rest, TILL_MAC_KEY_FILE: keyFile });
  const lines = finished.answer.error?.details?.checks as string[];
  expect(problemsOf(finished).join('\n')).toContain('(credentials.exposed)');
  expect(lines.find((line) => line.startsWith('ok   api'))).toBeDefined();
  expect(JSON.stringify(finished)).not.toContain(wallet.macKey);
});

test('settings that were cut off are named, and all that hangs on them waits', async () => {
  const env = environment();
  writeFileSync(path.join(env.TILL_DATA_DIR as string, 'settings.json'), '{"stationName": "Till');
  const finished = await runTillHere(['doctor'], env);
  expect(problemsOf(finished)).toEqual([expect.stringContaining('(settings.cut-off)')]);
});

test('an entry of the journal that was changed is found', async () => {
  const env = environment();
  await runTillHere(['receipt', '--wallet', '14471'], env);
  const database = new DatabaseSync(path.join(env.TILL_DATA_DIR as string, 'training', 'journal.sqlite'));
  for (const { name } of database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    database.exec(`DROP TRIGGER "${name}"`);
  }
  database.exec("UPDATE entry SET operator = 'Somebody' WHERE seq = 2");
  database.close();
  const finished = await runTillHere(['doctor'], env);
  expect(problemsOf(finished)).toEqual([expect.stringContaining('(journal.not-proven)')]);
});

test('a till that was killed leaves a mark that says so and stops nothing', async () => {
  const env = environment();
  const folder = path.join(env.TILL_DATA_DIR as string, 'training');
  await runTillHere(['doctor'], env);
  writeFileSync(path.join(folder, 'running'), 'another-boot:4194304:1');
  const killed = (await runTillHere(['doctor'], env)).answer.value as Said;
  expect(killed.checks.find(({ check }) => check === 'lock')).toMatchObject({ finding: 'lock.left-behind' });
  const takeAway = leaveRunningMark(folder);
  const running = (await runTillHere(['doctor'], env)).answer.value as Said;
  expect(running.checks.find(({ check }) => check === 'lock')).toMatchObject({ finding: 'lock.this' });
  takeAway();
  const ended = (await runTillHere(['doctor'], env)).answer.value as Said;
  expect(ended.checks.find(({ check }) => check === 'lock')).toMatchObject({ finding: 'lock.free' });
});

test('the diagnosis is saved where it was asked for, without a secret, an operator or a customer in any part', async () => {
  const { env, wallet } = await live();
  await runTillHere(['operator', 'add', '--name', 'Ona Pavyzdytė', '--role', 'cashier'], env, '739164\n');
  await runTillHere(['identify', '--card', 'vilniecio:4820157736'], env);
  await runTillHere(['description', 'set', '--wallet', '14471', '--text', 'Ona Pavyzdytė'], env);
  const file = path.join(outside(), 'diagnosis.zip');
  const finished = await runTillHere(['doctor', '--bundle', file], {
    ...env,
    TILL_SUPPORT_PHONE: '+370 5 000 0000',
    HTTPS_PROXY: 'http://till:proxypassword@127.0.0.1:1',
  });
  expect(finished.answer.error?.details?.file).toBe(file);
  const parts = Object.entries(unzipSync(readFileSync(file))).map(([name, data]) => [name, strFromU8(data)] as const);
  expect(parts.map(([name]) => name)).toEqual([
    'about.json',
    'settings.json',
    'checks.json',
    'devices.json',
    'journal.json',
  ]);
  const text = parts.map(([, content]) => content).join('\n');
  expect(JSON.parse(parts[4]?.[1] ?? '')).toMatchObject({
    byOperation: expect.arrayContaining([
      expect.objectContaining({ operation: 'description.set', outcome: 'done', count: 1 }),
    ]),
  });
  const key = readFileSync(path.join(env.TILL_DATA_DIR as string, 'station.key'), 'utf8').trim();
  for (const mark of [wallet.macKey, wallet.clientId, key, 'Ona', '4820157736', 'proxypassword', '000 0000', '14471']) {
    expect(text).not.toContain(mark);
  }
});

test('a file that cannot be written is an error, and the checks are not told as saved', async () => {
  const folder = outside();
  const file = path.join(folder, 'there.zip');
  writeFileSync(file, 'mine');
  const { answer, exitStatus } = await runTillHere(['doctor', '--bundle', file], environment());
  expect(answer.error).toMatchObject({ code: 'bundle.not-written', details: { reason: 'EEXIST' } });
  expect(exitStatus).toBe(6);
  truncateSync(file);
});

test('for people the same comes as lines with a hint below each', async () => {
  // Not one JSON object: the harness says so, with what it was.
  await expect(runTillHere(['doctor', '--text'], environment())).rejects.toThrow(
    /CARE people.*\\n +Enter a supervisor/,
  );
});

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { everythingIn } from '../everything-in.ts';
import { createTestAuthority } from '../unit/wallet-api/self-signed.ts';
import { environment, runTillHere } from './command-line.ts';
import { keepInKeyring, startRunningTill } from './running-till.ts';

const newKey = 'Marked-New-Key/9876543210abcdef';

async function station(store: 'file' | 'keyring' | 'systemd') {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const base = environment({
    TILL_MODE: 'live',
    TILL_API_URL: wallet.url,
    TILL_CLIENT_ID: wallet.clientId,
    TILL_SECRET_STORE: store,
  });
  const dataDir = base.TILL_DATA_DIR as string;
  const given = path.join(dataDir, 'given');
  const more: Record<string, string> =
    store === 'file'
      ? { TILL_MAC_KEY_FILE: path.join(dataDir, 'mac-key') }
      : store === 'systemd'
        ? { CREDENTIALS_DIRECTORY: given }
        : {};
  const env = { ...base, ...more };
  mkdirSync(given, { mode: 0o700 });
  const file = store === 'file' ? path.join(dataDir, 'mac-key') : path.join(given, 'mac-key');
  if (store === 'keyring') {
    keepInKeyring(env, wallet.macKey);
  } else {
    writeFileSync(file, `${wallet.macKey}\n`, { mode: 0o600 });
  }
  return { wallet, env, dataDir, file };
}

const asks = (till: Awaited<ReturnType<typeof startRunningTill>>) =>
  till.station.api.call(readWallet, { walletId: 14471 });

test.each(['file', 'keyring'] as const)(
  'a new key in the %s is tried, kept, and signs from the next request of the running till on',
  async (store) => {
    const { wallet, env, dataDir } = await station(store);
    const till = await startRunningTill(env);
    wallet.setClientKeys([wallet.macKey, newKey]);
    const set = await runTillHere(['secret', 'set'], env, `${newKey}\n`);
    expect(set).toMatchObject({ exitStatus: 0, answer: { value: { store, used_from: 'now' } } });
    // The old one is taken away: only who signs with the new one is still answered.
    wallet.setClientKeys([newKey]);
    expect(await asks(till)).toMatchObject({ ok: true });
    expect(till.secrets.read('mac-key')).toMatchObject({ ok: true, value: expect.stringContaining(newKey) });
    expect(till.replaced).toEqual(['done']);
    expect(JSON.stringify(set)).not.toContain('Marked');
    if (store === 'keyring') {
      expect(everythingIn(dataDir)).not.toContain('Marked');
    }
  },
);

test.each(['file', 'keyring'] as const)(
  'a key that the service refuses leaves the old one in the %s',
  async (store) => {
    const { wallet, env, dataDir } = await station(store);
    const till = await startRunningTill(env);
    const set = await runTillHere(['secret', 'set'], env, `${newKey}\n`);
    expect(set).toMatchObject({ exitStatus: 7, answer: { error: { code: 'api.unauthorized' } } });
    expect(await asks(till)).toMatchObject({ ok: true });
    expect(till.secrets.read('mac-key')).toMatchObject({ value: expect.stringContaining(wallet.macKey) });
    expect(everythingIn(dataDir)).not.toContain('Marked');
  },
);

test.each([
  ['a service that is not reached', 4, 'api.connection-refused', 'network'],
  ['a clock that is off', 7, 'api.clock-wrong', 'clock'],
  ['a key that is no line', 7, 'credentials.unreadable', 'form'],
])('%s changes nothing', async (_, exit, code, how) => {
  const { wallet, env } = await station('file');
  const till = await startRunningTill(env);
  wallet.setClientKeys([wallet.macKey, newKey]);
  if (how === 'network') {
    await wallet.setNetwork(false);
  }
  wallet.setFault(how === 'clock' ? { kind: 'clock-skew', seconds: 600 } : null);
  const set = await runTillHere(['secret', 'set'], env, how === 'form' ? 'two words' : newKey);
  expect(set).toMatchObject({ exitStatus: exit, answer: { error: { code } } });
  expect(till.secrets.read('mac-key')).toMatchObject({ value: `${wallet.macKey}\n` });
});

test('a question under way when the key changes is answered by the client that asked it', async () => {
  const { wallet, env } = await station('file');
  const till = await startRunningTill(env);
  wallet.setClientKeys([wallet.macKey, newKey]);
  wallet.setFault({ kind: 'latency', ms: 600, on: 'balance' });
  const asked = runTillHere(['balance', '--wallet', '14471'], env);
  const slow = till.station.api.call(readWallet, { walletId: 14471 });
  expect((await till.station.replace({ kind: 'mac', macKey: newKey })).ok).toBe(true);
  expect(await slow).toMatchObject({ ok: true });
  expect((await asked).exitStatus).toBe(0);
});

test('what systemd gives is not written; after it has given another one the till takes it without a restart', async () => {
  const { wallet, env, file } = await station('systemd');
  const till = await startRunningTill(env);
  wallet.setClientKeys([wallet.macKey, newKey]);
  const set = await runTillHere(['secret', 'set'], env, newKey);
  expect(set).toMatchObject({ exitStatus: 7, answer: { error: { code: 'credentials.read-only' } } });
  writeFileSync(file, `${newKey}\n`, { mode: 0o600 });
  expect((await runTillHere(['secret', 'reload'], env)).answer).toMatchObject({ value: { used_from: 'now' } });
  wallet.setClientKeys([newKey]);
  expect(await asks(till)).toMatchObject({ ok: true });
});

test('a command that runs outside the unit has the till in it sign, and says so when none runs', async () => {
  const { wallet, env, dataDir } = await station('systemd');
  const { CREDENTIALS_DIRECTORY: _, ...outside } = env;
  const alone = await runTillHere(['balance', '--wallet', '14471'], outside);
  expect(alone).toMatchObject({ exitStatus: 7, answer: { error: { code: 'credentials.till-not-running' } } });
  await startRunningTill(env);
  const balance = await runTillHere(['balance', '--wallet', '14471'], outside);
  expect(balance).toMatchObject({ exitStatus: 0, answer: { ok: true } });
  expect((await runTillHere(['secret', 'show'], outside)).answer.value).toMatchObject({
    ...{ store: 'systemd', problem: null, till_running: true },
  });
  // With the unit's credentials it needs nobody.
  const given = await runTillHere(['balance', '--wallet', '14471'], env);
  expect(given).toMatchObject({ exitStatus: 0 });
  expect(JSON.stringify([balance, given])).not.toContain(wallet.macKey);
  expect(readdirSync(dataDir)).toContain('station.key');
});

test('a command makes no station key beside a journal of another: the till’s own stays the station’s', async () => {
  const { env, dataDir } = await station('systemd');
  const { CREDENTIALS_DIRECTORY: _, ...outside } = env;
  await startRunningTill(env);
  expect((await runTillHere(['balance', '--wallet', '14471'], env)).exitStatus).toBe(0);
  // From now on systemd alone has it.
  renameSync(path.join(dataDir, 'station.key'), path.join(dataDir, 'given/station.key'));
  for (const command of [
    ['balance', '--wallet', '14471'],
    ['journal', 'verify'],
    ['report', 'x'],
  ]) {
    const { exitStatus, answer } = await runTillHere(command, outside);
    expect(exitStatus).toBe(7);
    expect(answer.error).toMatchObject({
      code: 'credentials.missing',
      message: expect.stringContaining('station.key'),
    });
  }
  expect(readdirSync(dataDir).filter((name) => /station|other-key/.test(name))).toEqual([]);
  expect((await runTillHere(['journal', 'verify'], env)).answer).toMatchObject({ ok: true });
});

test('without a running till a file is replaced at once, and a keyring takes it at the next start', async () => {
  const inFile = await station('file');
  inFile.wallet.setClientKeys([newKey]);
  const set = await runTillHere(['secret', 'set'], inFile.env, newKey);
  expect(set.answer).toMatchObject({ value: { store: 'file', used_from: 'next-start' } });
  expect(readFileSync(inFile.file, 'utf8')).toBe(`${newKey}\n`);
  expect(statSync(inFile.file).mode & 0o777).toBe(0o600);
  expect((await runTillHere(['balance', '--wallet', '14471'], inFile.env)).exitStatus).toBe(0);
  expect((await runTillHere(['secret', 'reload'], inFile.env)).answer).toEqual({
    ...{ ok: true, value: { store: 'file', used_from: 'next-start' } },
  });
  rmSync(inFile.file);
  expect((await runTillHere(['secret', 'reload'], inFile.env)).answer).toMatchObject({
    error: { code: 'credentials.unreadable' },
  });

  const inKeyring = await station('keyring');
  inKeyring.wallet.setClientKeys([newKey]);
  const left = await runTillHere(['secret', 'set'], inKeyring.env, newKey);
  const waits_in_clear = 'secrets/mac-key.given';
  expect(left.answer).toMatchObject({ value: { store: 'keyring', used_from: 'next-start', waits_in_clear } });
  expect((await runTillHere(['secret', 'show'], inKeyring.env)).answer).toMatchObject({
    value: { waits_in_clear, problem: null },
  });
  const till = await startRunningTill(inKeyring.env);
  expect(await asks(till)).toMatchObject({ ok: true });
  expect(everythingIn(inKeyring.dataDir)).not.toContain('Marked');
  expect((await runTillHere(['secret', 'show'], inKeyring.env)).answer).toMatchObject({
    value: { waits_in_clear: null, problem: null },
  });
});

test('a key from the environment cannot be replaced by one that the next start would not find', async () => {
  const { wallet, env } = await station('file');
  const till = await startRunningTill({ ...env, TILL_MAC_KEY: wallet.macKey });
  expect(till.station.view).toEqual({ by: 'mac', store: 'file', fixed: 'environment' });
  wallet.setClientKeys([wallet.macKey, newKey]);
  expect(await till.station.replace({ kind: 'mac', macKey: newKey })).toMatchObject({
    error: { code: 'credentials.read-only', details: { problems: ['TILL_MAC_KEY: TILL_MAC_KEY gives it'] } },
  });
});

test('where the secrets are is shown, and whether they are there; never one of them', async () => {
  const { wallet, env, file } = await station('file');
  const there = await runTillHere(['secret', 'show'], env);
  expect(there.answer.value).toEqual({
    store: 'file',
    by: 'mac',
    place: 'TILL_MAC_KEY_FILE',
    problem: null,
    till_running: false,
  });
  writeFileSync(file, '');
  expect((await runTillHere(['secret', 'show'], env)).answer.value).toMatchObject({
    problem: 'credentials.unreadable',
  });
  expect(JSON.stringify(there)).not.toContain(wallet.macKey);
  const training = await runTillHere(['secret', 'set'], environment(), newKey);
  expect(training.answer.error).toMatchObject({ code: 'settings.mode-conflict' });
});

test('a certificate and its key are replaced together, and each moment in between would start', async () => {
  const authority = createTestAuthority('Shop authority');
  const server = authority.issue({ name: 'wallet api', ip: [127, 0, 0, 1] });
  const [old, fresh] = [authority.issue({ name: 'shop' }), authority.issue({ name: 'shop' })];
  const made = environment();
  const dataDir = made.TILL_DATA_DIR as string;
  const at = (name: string, content: string) => {
    writeFileSync(path.join(dataDir, name), content, { mode: 0o600 });
    return path.join(dataDir, name);
  };
  at('ca.pem', authority.cert);
  const wallet = await startWalletSimulator({ tls: { ...server, ca: authority.cert } });
  onTestFinished(() => wallet.close());
  const env = {
    ...made,
    TILL_MODE: 'live',
    TILL_API_URL: wallet.tlsUrl ?? '',
    TILL_CA_CERT: path.join(dataDir, 'ca.pem'),
    TILL_CLIENT_CERT: at('client.pem', old.cert),
    TILL_CLIENT_CERT_KEY: at('client.key', old.key),
  };
  const till = await startRunningTill(env);
  const wrong = await runTillHere(['secret', 'set', '--certificate', at('fresh.pem', fresh.cert)], env, old.key);
  expect(wrong.answer.error).toMatchObject({ code: 'credentials.unreadable' });
  const set = await runTillHere(['secret', 'set', '--certificate', path.join(dataDir, 'fresh.pem')], env, fresh.key);
  expect(set.answer).toMatchObject({ ok: true, value: { used_from: 'now' } });
  expect(readFileSync(path.join(dataDir, 'client.pem'), 'utf8').trim()).toBe(fresh.cert.trim());
  expect(readFileSync(path.join(dataDir, 'client.key'), 'utf8').trim()).toBe(fresh.key.trim());
  expect(await asks(till)).toMatchObject({ ok: true });
  // As a crash between the two files would leave it: both keys, and either certificate.
  at('client.key', `${fresh.key.trim()}\n${old.key.trim()}`);
  for (const { cert } of [old, fresh]) {
    at('client.pem', cert);
    expect((await runTillHere(['balance', '--wallet', '14471'], env)).exitStatus).toBe(0);
  }
});

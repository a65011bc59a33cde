import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { printerModelIds } from '../../electron/devices/receipt-printer/models.ts';
import { loadSettings } from '../../electron/settings/load-settings.ts';
import type { LoadSettingsOptions } from '../../electron/settings/setting-layers.ts';
import { openStationPeople } from '../../electron/station-journal.ts';
import { createGivenTexts } from '../../electron/station-secrets/given-texts.ts';
import { createSetupRoom } from '../../electron/training/setup-room.ts';
import { operationNames } from '../../electron/wallet-api/operations.ts';
import type { SetupChoices, SetupCredentials, SetupView } from '../../shared/contract/training-setup.ts';
import type { Result } from '../../shared/errors/result.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { everythingIn } from '../everything-in.ts';
import { fakeKeyring } from '../unit/credentials/fake-keyring.ts';
import { createTestAuthority } from '../unit/wallet-api/self-signed.ts';
import { environment, runTillHere } from './command-line.ts';
import { startRunningTill } from './running-till.ts';

const pin = '274916';

type Call = (name: string, input: unknown) => Promise<Result<Record<string, unknown>>>;

/** The wizard's side of main, over a simulator of the service. */
function wizard(env: Record<string, string> = {}, keyring = fakeKeyring()) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'till-wizard-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const options: LoadSettingsOptions = {
    env: { TILL_DATA_DIR: dataDir, ...env },
    platform: 'linux',
    homeDir: dataDir,
    readFile: (name) => readFileSync(name, 'utf8'),
    knownPrinterModels: printerModelIds,
    knownOperations: operationNames,
  };
  const settings = loadSettings(options);
  if (!settings.ok) {
    throw new Error(JSON.stringify(settings.error));
  }
  let handlers: Record<string, (input: never) => unknown> = {};
  let restarts = 0;
  createSetupRoom({
    till: {
      register(_, registered) {
        handlers = registered as typeof handlers;
      },
    },
    settings: settings.value,
    options,
    userAgent: 'WalletTill/test',
    keyring,
    texts: createGivenTexts(null),
    devices: {
      chosen: { printer: 'tcp://192.0.2.7:9100', printerModel: 'epson-tm-t88v' },
      columns: 42,
      close: async () => {},
    },
    openPeople: () => openStationPeople({ folder: dataDir, env: options.env }),
    restart: () => {
      restarts += 1;
    },
  });
  const call: Call = async (name, input) => (await handlers[name]?.(input as never)) as never;
  const choices = async (changes: Partial<SetupChoices> = {}): Promise<SetupChoices> => {
    const read = (await call('setup/read', {})) as Result<unknown> as Result<SetupView>;
    return { ...(read.ok ? read.value.choices : ({} as SetupChoices)), ...changes };
  };
  return { dataDir, call, choices, restarts: () => restarts, live: () => loadSettings(options) };
}

async function service() {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const address = { apiUrl: wallet.url, authority: null, proxy: null };
  const mac = (store: SetupCredentials['store']): SetupCredentials => ({
    kind: 'mac',
    clientId: wallet.clientId,
    macKey: store === 'systemd' ? null : { from: 'typed', text: wallet.macKey },
    store,
  });
  return { wallet, address, mac };
}

test('a station is set up with its key in the keyring, and nothing legible of it anywhere', async () => {
  const { wallet, address, mac } = await service();
  const { call, choices, dataDir, restarts, live } = wizard();
  expect(await call('setup/read', {})).toMatchObject({ value: { stores: ['keyring', 'file'], canChoose: false } });
  const tested = await call('setup/test-credentials', { credentials: mac('keyring'), address });
  expect(tested).toMatchObject({ ok: true, value: { kind: 'accepted' } });
  expect(await call('setup/name-supervisor', { supervisor: { name: 'Rasa P.', pin } })).toMatchObject({ ok: true });
  const wanted = await choices({ shopName: 'Corner Shop', face: 'kiosk', readers: ['hid-scanner'] });
  expect(await call('setup/go-live', { choices: wanted })).toEqual({ ok: true, value: {} });
  expect(restarts()).toBe(1);
  expect(live()).toMatchObject({
    value: {
      mode: 'live',
      secretStore: 'keyring',
      macKeyFile: null,
      shopName: 'Corner Shop',
      face: 'kiosk',
      readers: ['hid-scanner'],
      printer: { kind: 'tcp', host: '192.0.2.7', port: 9100 },
    },
  });
  for (const secret of [wallet.macKey, pin]) {
    expect(everythingIn(dataDir)).not.toContain(secret);
    expect(JSON.stringify([tested, await call('setup/read', {})])).not.toContain(secret);
  }
  // As it runs then: the first supervisor is proven, and the key in the keyring signs.
  const people = openStationPeople({ folder: dataDir, env: {} });
  expect(await people.prove('Rasa P.', pin)).toMatchObject({ ok: true, value: { role: 'supervisor' } });
  people.close();
  const env = { TILL_DATA_DIR: dataDir };
  await startRunningTill(env);
  expect((await runTillHere(['balance', '--wallet', '14471'], env)).exitStatus).toBe(0);
});

test('a keyring that protects nothing is not offered, and is refused if it is asked for all the same', async () => {
  const { address, mac } = await service();
  const { call, dataDir } = wizard({}, fakeKeyring('basic_text'));
  expect(await call('setup/read', {})).toMatchObject({ value: { stores: ['file'] } });
  await call('setup/test-credentials', { credentials: mac('keyring'), address });
  const gone = await call('setup/go-live', { choices: await wizard().choices() });
  expect(gone).toMatchObject({ ok: false, error: { code: 'credentials.keyring-unavailable' } });
  expect(readdirSync(dataDir)).not.toContain('settings.json');
});

test('a key that systemd gives is read where it is, and written nowhere', async () => {
  const { wallet, address, mac } = await service();
  const given = mkdtempSync(path.join(tmpdir(), 'till-given-'));
  onTestFinished(() => rmSync(given, { recursive: true }));
  const { call, choices, dataDir, live } = wizard({ CREDENTIALS_DIRECTORY: given });
  const credentials = mac('systemd');
  expect(await call('setup/test-credentials', { credentials, address })).toMatchObject({
    error: { code: 'credentials.missing' },
  });
  writeFileSync(path.join(given, 'mac-key'), wallet.macKey, { mode: 0o400 });
  expect(await call('setup/test-credentials', { credentials, address })).toMatchObject({ value: { kind: 'accepted' } });
  expect(await call('setup/go-live', { choices: await choices() })).toMatchObject({ ok: true });
  expect(live()).toMatchObject({ value: { secretStore: 'systemd', macKeyFile: null } });
  expect(everythingIn(dataDir)).not.toContain(wallet.macKey);
});

test('a client certificate comes from files, is tried over TLS with an authority of its own, and is copied', async () => {
  const authority = createTestAuthority('Shop authority');
  const server = authority.issue({ name: 'wallet api', ip: [127, 0, 0, 1] });
  const client = authority.issue({ name: 'shop' });
  const wallet = await startWalletSimulator({ tls: { ...server, ca: authority.cert } });
  onTestFinished(() => wallet.close());
  const { call, choices, dataDir, live } = wizard();
  const stick = mkdtempSync(path.join(tmpdir(), 'till-stick-'));
  onTestFinished(() => rmSync(stick, { recursive: true, force: true }));
  const at = (name: string, content: string) => {
    writeFileSync(path.join(stick, name), content, { mode: 0o644 });
    return { from: 'path' as const, path: path.join(stick, name) };
  };
  const credentials: SetupCredentials = {
    kind: 'certificate',
    cert: at('client.pem', client.cert),
    key: at('client.key', client.key),
    store: 'file',
  };
  const address = { apiUrl: wallet.tlsUrl, authority: at('ca.pem', authority.cert), proxy: null };
  const untrusted = await call('setup/test-credentials', { credentials, address: { ...address, authority: null } });
  expect(untrusted).toMatchObject({ value: { kind: 'unreachable', error: { code: 'api.certificate-rejected' } } });
  const swapped = { ...credentials, key: at('other.key', authority.issue({ name: 'x' }).key) };
  expect(await call('setup/test-credentials', { credentials: swapped, address })).toMatchObject({
    error: { code: 'credentials.unreadable' },
  });
  expect(await call('setup/test-credentials', { credentials, address })).toMatchObject({ value: { kind: 'accepted' } });
  rmSync(stick, { recursive: true });
  expect(await call('setup/go-live', { choices: await choices() })).toMatchObject({ ok: true });
  expect(live()).toMatchObject({ value: { clientCertFile: path.join(dataDir, 'client.pem'), clientId: null } });
  const env = { TILL_DATA_DIR: dataDir };
  expect((await runTillHere(['balance', '--wallet', '14471'], env)).exitStatus).toBe(0);
});

test('operations that were not chosen, or that the service does not enable, are switched off', async () => {
  const { wallet, address, mac } = await service();
  wallet.setFault({ kind: 'error', status: 403, code: 'forbidden', on: 'receipt' });
  const { call, choices, live } = wizard();
  await call('setup/test-credentials', { credentials: mac('file'), address });
  const operations = operationNames.filter((name) => name !== 'card.relate');
  expect(await call('setup/go-live', { choices: await choices({ operations }) })).toMatchObject({ ok: true });
  const { operations: allowed } = (live() as { value: { operations: readonly string[] } }).value;
  expect(operationNames.filter((name) => !allowed.includes(name))).toEqual(['balance-receipt.read', 'card.relate']);
});

test('what the start would refuse is refused before, and a second try of the same supervisor goes on', async () => {
  const { address, mac } = await service();
  const { call, choices, dataDir } = wizard();
  expect(await call('setup/go-live', { choices: await choices() })).toMatchObject({
    error: { code: 'credentials.missing' },
  });
  await call('setup/test-credentials', { credentials: mac('file'), address });
  await call('setup/name-supervisor', { supervisor: { name: 'Rasa P.', pin } });
  expect(await call('setup/name-supervisor', { supervisor: { name: 'Rasa P.', pin: '111111' } })).toMatchObject({
    error: { code: 'operator.pin-too-short' },
  });
  await call('setup/name-supervisor', { supervisor: { name: 'Rasa P.', pin } });
  const tooWide = await call('setup/go-live', { choices: await choices({ receiptWidth: 64 }) });
  expect(tooWide).toMatchObject({
    error: { code: 'settings.invalid', details: { problems: ['receiptWidth: allowed: 8 to 42'] } },
  });
  const wrong = await call('setup/go-live', { choices: await choices({ currency: 'euro' }) });
  expect(wrong).toMatchObject({ error: { code: 'settings.invalid' } });
  expect(readdirSync(dataDir)).not.toContain('settings.json');
  expect(await call('setup/go-live', { choices: await choices() })).toMatchObject({ ok: true });
});

test.each(['file', 'keyring'] as const)(
  'what a station exports sets up the next one, which works once its secret (%s) is given',
  async (store) => {
    const { wallet, address, mac } = await service();
    const first = wizard();
    await first.call('setup/test-credentials', { credentials: mac(store), address });
    const wanted = await first.choices({ shopName: 'Corner Shop', stationName: 'Till 1', locale: 'lt' });
    await first.call('setup/go-live', { choices: wanted });
    const exported = await runTillHere(['settings', 'export'], { TILL_DATA_DIR: first.dataDir });
    expect(JSON.stringify(exported)).not.toContain(wallet.macKey);

    const env = environment();
    const imported = await runTillHere(['settings', 'import'], env, JSON.stringify(exported.answer));
    expect(imported).toMatchObject({ exitStatus: 0 });
    const without = await runTillHere(['balance', '--wallet', '14471'], env);
    expect(without).toMatchObject({ exitStatus: 7, answer: { error: { kind: 'auth' } } });
    expect((await runTillHere(['secret', 'set'], env, wallet.macKey)).exitStatus).toBe(0);
    if (store === 'keyring') {
      await startRunningTill(env);
    }
    expect((await runTillHere(['balance', '--wallet', '14471'], env)).exitStatus).toBe(0);
    const shown = await runTillHere(['settings', 'show'], env);
    const { settings } = shown.answer.value as { settings: { name: string; value: unknown; layer: string }[] };
    const settingNamed = (name: string) => settings.find((setting) => setting.name === name);
    expect(settingNamed('shopName')).toMatchObject({ value: 'Corner Shop', layer: 'set-here' });
    expect(settingNamed('locale')).toMatchObject({ value: 'lt', layer: 'set-here' });
    expect(settingNamed('secretStore')).toMatchObject({ value: store, layer: 'file' });
  },
);

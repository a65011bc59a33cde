import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { readKnownSecrets, secretFilesOf, secretsInUse } from '../../electron/diagnosis/known-secrets.ts';
import { createRunningDoctor } from '../../electron/diagnosis/running-doctor.ts';
import { createLog } from '../../electron/log/log.ts';
import { createRealSeat } from '../../electron/station-devices.ts';
import { openStationJournal } from '../../electron/station-journal.ts';
import { usualRoles } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err } from '../../shared/errors/result.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { environment, runTillHere } from './command-line.ts';
import { keepInKeyring, startRunningTill } from './running-till.ts';

const keys = ['first-key-of-this-station', 'second-key-of-this-station', 'third-key-of-this-station'] as const;

async function station() {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const env = environment({
    TILL_MODE: 'live',
    TILL_API_URL: wallet.url,
    TILL_CLIENT_ID: wallet.clientId,
    TILL_SECRET_STORE: 'keyring',
  });
  wallet.setClientKeys([...keys]);
  keepInKeyring(env, keys[0]);
  const till = await startRunningTill(env);
  const folder = env.TILL_DATA_DIR as string;
  const opened = openStationJournal({ folder, env });
  if (!opened.ok) {
    throw new Error(opened.error.code);
  }
  onTestFinished(() => opened.value.journal.close());
  let settings: ReturnType<Parameters<typeof createRunningDoctor>[0]['readSettings']> = {
    ok: true,
    value: till.settings,
  };
  const doctor = createRunningDoctor({
    ...{ version: '0.1.0', host: 'chromium-host', env, settings: till.settings, readSettings: () => settings },
    whyNotStarted: () => null,
    ...{ api: till.station.api, seat: createRealSeat(null), readers: [], station: opened.value },
    knownSecrets: () => secretsInUse(till.station.signedWith, till.secrets),
    ...{ log: createLog(), clock: Date.now },
    onFault: (fault) => expect.unreachable(String(fault)),
  });
  return {
    ...{ till, doctor, folder, env },
    /** As if a mistake of ours had put it where no list of fields keeps it out: into a setting that is shown. */
    leak(key: string) {
      settings = { ok: true, value: { ...till.settings, printerModel: key } };
    },
    breakSettings() {
      settings = err(appError('settings.invalid', { problems: ['receiptWidth is not allowed'] }));
    },
  };
}

test('a diagnosis is not saved with any key that signed since the start, the one in the keyring least of all', async () => {
  const { till, doctor, folder, leak } = await station();
  for (const macKey of keys.slice(1)) {
    expect(await till.station.replace({ kind: 'mac', macKey })).toMatchObject({ ok: true });
  }
  expect(till.secrets.read('mac-key')).toMatchObject({ value: expect.stringContaining(keys[2]) });
  for (const key of keys) {
    leak(key);
    expect(await doctor.saveBundle()).toMatchObject({ error: { code: 'bundle.marked', details: { mark: 'secret' } } });
  }
  // The control: a key of nobody is not in its way.
  leak('another-name');
  const saved = await doctor.saveBundle();
  const [name] = readdirSync(path.join(folder, 'diagnosis'));
  expect(saved).toMatchObject({ ok: true });
  const parts = unzipSync(readFileSync(path.join(folder, 'diagnosis', name ?? '')));
  const settings = strFromU8(parts['settings.json'] as Uint8Array);
  expect(settings).toContain('another-name');
  expect(JSON.parse(settings)).toMatchObject({ secretStore: 'keyring', customerDisplay: 'off', roles: usualRoles });
});

test('a diagnosis of the command line is looked through by the till that alone has the keys', async () => {
  const { till, env, folder } = await station();
  expect(await till.station.replace({ kind: 'mac', macKey: keys[1] })).toMatchObject({ ok: true });
  const bundle = async (host: string) => {
    const file = path.join(folder, `${host}.zip`);
    const { answer } = await runTillHere(['doctor', '--bundle', file], { ...env, TILL_PRINTER: `tcp://${host}:9` });
    return { code: answer.error?.code, details: answer.error?.details, isThere: existsSync(file) };
  };
  for (const key of keys.slice(0, 2)) {
    const marked = await bundle(key);
    expect(marked).toMatchObject({ code: 'bundle.marked', details: { part: 'settings.json', mark: 'secret' } });
    expect(marked.isThere).toBe(false);
  }
  expect((await bundle('another-name')).isThere).toBe(true);
});

test('the settings are judged as the next start would read them', async () => {
  const { doctor, breakSettings } = await station();
  const verdict = async () => (await doctor.examine()).checks.find(({ check }) => check === 'settings');
  expect(await verdict()).toMatchObject({ verdict: 'well' });
  breakSettings();
  expect(await verdict()).toMatchObject({ verdict: 'bad', finding: 'settings.invalid' });
});

test('what systemd gives is looked for as well', async () => {
  const { till, folder } = await station();
  writeFileSync(path.join(folder, 'mac-key'), 'given-by-systemd');
  const files = secretFilesOf(till.settings, '/nowhere', folder);
  expect(files.given).toContain(path.join(folder, 'mac-key'));
  expect(files.own).not.toContain(path.join(folder, 'access-token'));
  expect(readKnownSecrets({ own: [], given: files.given }, till.settings)).toContain('given-by-systemd');
  // And what waits for the keyring, in clear, until a till starts.
  expect(files.own).toContain(path.join(folder, 'secrets/mac-key.given'));
});

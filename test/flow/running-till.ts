import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { openSecretStore } from '../../electron/credentials/open-secret-store.ts';
import { readCredentials } from '../../electron/credentials/read-credentials.ts';
import type { Keyring } from '../../electron/credentials/secrets-in-keyring.ts';
import { secretsInUse } from '../../electron/diagnosis/known-secrets.ts';
import { findMark } from '../../electron/diagnosis/marks.ts';
import { loadSettings } from '../../electron/settings/load-settings.ts';
import { createCommandAnswers } from '../../electron/station-secrets/answer-commands.ts';
import { openStationClient } from '../../electron/station-secrets/open-client.ts';
import { createStationSecrets } from '../../electron/station-secrets/station-secrets.ts';
import { serveTill } from '../../electron/till-socket/serve-till.ts';
import { operationNames } from '../../electron/wallet-api/operations.ts';
import { fakeKeyring } from '../unit/credentials/fake-keyring.ts';

const readFile = (file: string) => readFileSync(file, 'utf8');

function settingsOf(env: Record<string, string>) {
  const platform = process.platform;
  const known = { knownPrinterModels: ['epson-tm-t88v'], knownOperations: operationNames };
  const settings = loadSettings({ env, platform, homeDir: '/', readFile, ...known });
  if (!settings.ok) {
    throw new Error(JSON.stringify(settings.error));
  }
  return settings.value;
}

/** The part of a running live till that holds the secrets and answers commands: the very wiring, without the window. */
export async function startRunningTill(env: Record<string, string>, keyring: Keyring = fakeKeyring()) {
  const settings = settingsOf(env);
  const userAgent = `WalletTill/${randomUUID()}`;
  const client = openStationClient({ settings, env, keyring, platform: 'linux', userAgent });
  if (!client.ok) {
    throw new Error(JSON.stringify(client.error));
  }
  const { secrets, tokens, open } = client.value;
  const credentials = readCredentials({ settings, secrets, env: { ...env } });
  if (!credentials.ok) {
    throw new Error(JSON.stringify(credentials.error));
  }
  const clock = Date.now;
  const station = createStationSecrets({
    ...{ settings, secrets, credentials: credentials.value, isFromEnvironment: Boolean(env.TILL_MAC_KEY) },
    ...{ open, clock },
  });
  const replaced: string[] = [];
  const served = await serveTill({
    dataDir: settings.dataDir,
    answer: createCommandAnswers({
      ...{ secrets: station, tokens, clock },
      holdsSecret: (text) =>
        findMark(text, { secrets: secretsInUse(station.signedWith, secrets), names: [] }) === 'secret',
      onReplaced: (result) => replaced.push(result.ok ? 'done' : result.error.code),
    }),
  });
  if (served === null) {
    throw new Error('no socket');
  }
  const close = async () => {
    await served.close();
    await station.api.close();
  };
  onTestFinished(close);
  return { settings, secrets, station, replaced, close };
}

/** Puts a secret into the keyring of a station that was not started yet. */
export function keepInKeyring(env: Record<string, string>, secret: string, keyring: Keyring = fakeKeyring()): void {
  const kept = openSecretStore({ settings: settingsOf(env), env, keyring, platform: 'linux' }).keep('mac-key', secret);
  if (!kept.ok) {
    throw new Error(JSON.stringify(kept.error));
  }
}

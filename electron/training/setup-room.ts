import path from 'node:path';
import {
  type SetupAddress,
  type SetupChoices,
  type SetupCredentials,
  setupCalls,
} from '../../shared/contract/training-setup.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { RunningTill } from '../app.ts';
import { keepSecret } from '../credentials/keep-secret.ts';
import { type Credentials, readCredentials } from '../credentials/read-credentials.ts';
import { type CredentialsTest, testCredentials } from '../services/station-setup.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { changeSettings } from '../settings/manage-settings.ts';
import { readTrustedCertificates } from '../settings/read-trusted-certificates.ts';
import type { LoadSettingsOptions } from '../settings/setting-layers.ts';
import { settingsFileName } from '../settings/setting-layers.ts';
import type { Settings } from '../settings/settings.ts';
import { createWalletApi } from '../wallet-api/client.ts';
import { operationNames } from '../wallet-api/operations.ts';

export interface SetupRoomOptions {
  readonly till: Pick<RunningTill, 'register'>;
  /** Of the training station that is running. */
  readonly settings: Settings;
  readonly options: LoadSettingsOptions;
  readonly userAgent: string;
  /** Ends this till and starts the next one. */
  readonly restart: () => void;
}

/** Accepted by the service, and not yet written anywhere. */
interface Accepted {
  readonly given: SetupCredentials;
  readonly address: SetupAddress;
  readonly test: Extract<CredentialsTest, { kind: 'accepted' }>;
}

const keyFileName = 'mac-key';

/** Main's side of "Set up this station": tries credentials, then writes settings and secret and starts anew. */
export function createSetupRoom({ till, settings, options, userAgent, restart }: SetupRoomOptions): void {
  let accepted: Accepted | null = null;
  const { dataDir } = settings;

  async function test(given: SetupCredentials, address: SetupAddress) {
    accepted = null;
    const planned = plannedSettings(given, address, options, dataDir);
    if (!planned.ok) {
      return planned;
    }
    const credentials = credentialsOf(given, planned.value);
    const ca = readTrustedCertificates(planned.value, options.readFile);
    if (!credentials.ok || !ca.ok) {
      return credentials.ok ? (ca as Result<never>) : credentials;
    }
    const { apiUrl: baseUrl, proxyUrl } = planned.value;
    const api = createWalletApi({ baseUrl, credentials: credentials.value, userAgent, ca: ca.value, proxyUrl });
    try {
      const outcome = await testCredentials(api);
      accepted = outcome.kind === 'accepted' ? { given, address, test: outcome } : null;
      return ok(outcome);
    } finally {
      await api.close();
    }
  }

  function goLive(choices: SetupChoices): Result<Record<string, never>> {
    if (accepted === null) {
      return err(appError('credentials.missing'));
    }
    const { given, address, test: outcome } = accepted;
    // The secret first: settings that name a file which is not there would be a station that does not start.
    const kept = given.kind === 'mac' ? keepSecret(path.join(dataDir, keyFileName), given.macKey) : ok(null);
    if (!kept.ok) {
      return kept;
    }
    const allowed = operationNames.filter((name) => !outcome.notEnabled.includes(name));
    const written = changeSettings(options, dataDir, {
      file: (before) => ({ ...before, ...addressSettings(given, address) }),
      setHere: (before) => ({
        ...before,
        ...choices,
        ...(outcome.notEnabled.length > 0 ? { operations: allowed } : {}),
      }),
    });
    if (!written.ok) {
      return written;
    }
    accepted = null;
    restart();
    return ok({});
  }

  till.register(setupCalls, {
    'setup/read': () => {
      const { stationName, supportPhone, locale, currency, receiptWidth, face } = settings;
      return ok({ stationName, supportPhone, locale, currency, receiptWidth, face });
    },
    'setup/test-credentials': async ({ credentials, address }) => {
      const outcome = await test(credentials, address);
      return outcome.ok ? ok(presentTest(outcome.value)) : outcome;
    },
    'setup/forget': () => {
      accepted = null;
      return ok({});
    },
    'setup/go-live': ({ choices }) => goLive(choices),
  });
}

/** What decides whom the till talks to, as `settings.json` holds it. */
function addressSettings(given: SetupCredentials, { apiUrl, caFile }: SetupAddress): Readonly<Record<string, unknown>> {
  return {
    mode: 'live',
    ...(given.kind === 'mac'
      ? { clientId: given.clientId, macKeyFile: keyFileName }
      : { clientCertFile: given.certFile, clientCertKeyFile: given.keyFile }),
    ...(apiUrl === null ? {} : { apiUrl }),
    ...(caFile === null ? {} : { caCertFile: caFile }),
  };
}

/** The settings as they would be: what is wrong with an address is said as it would be at a start. */
function plannedSettings(
  given: SetupCredentials,
  address: SetupAddress,
  options: LoadSettingsOptions,
  dataDir: string,
): Result<Settings> {
  const file = path.join(dataDir, settingsFileName);
  const text = JSON.stringify(addressSettings(given, address));
  const readFile = (name: string) => (name === file ? text : options.readFile(name));
  return loadSettings({ ...options, env: { ...options.env, TILL_MODE: 'live' }, dataDir, readFile });
}

function credentialsOf(given: SetupCredentials, planned: Settings): Result<Credentials> {
  const env = given.kind === 'mac' ? { TILL_MAC_KEY: given.macKey } : {};
  return readCredentials({ settings: planned, env });
}

function presentTest(outcome: CredentialsTest) {
  switch (outcome.kind) {
    case 'accepted':
      return {
        kind: 'accepted' as const,
        latencyMs: outcome.latencyMs,
        receiptsEnabled: !outcome.notEnabled.includes('balance-receipt.read'),
      };
    case 'clock-off':
      return outcome;
    default: {
      const { code, kind, details } = outcome.error;
      // The schema's arrays are mutable, the error's are not; the value is the same.
      return { kind: outcome.kind, error: { code, kind, details: details as never } };
    }
  }
}

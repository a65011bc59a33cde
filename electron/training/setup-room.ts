import {
  type SetupAddress,
  type SetupChoices,
  type SetupCredentials,
  type SetupStore,
  setupCalls,
} from '../../shared/contract/training-setup.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { type Keyring, whyNoKeyring } from '../credentials/secrets-in-keyring.ts';
import type { NewOperator, People } from '../people/people.ts';
import { isGoodPin } from '../people/pin.ts';
import { type CredentialsTest, testCredentials } from '../services/station-setup.ts';
import { changeSettings } from '../settings/manage-settings.ts';
import type { LoadSettingsOptions } from '../settings/setting-layers.ts';
import type { Settings } from '../settings/settings.ts';
import type { GivenTexts } from '../station-secrets/given-texts.ts';
import { createWalletApi } from '../wallet-api/client.ts';
import { operationNames } from '../wallet-api/operations.ts';
import type { RunningTill } from '../wiring.ts';
import { keepCredentials, type Planned, planCredentials } from './setup-credentials.ts';
import type { SetupDevices } from './setup-devices.ts';

export interface SetupRoomOptions {
  readonly till: Pick<RunningTill, 'register'>;
  /** Of the training station that is running. */
  readonly settings: Settings;
  readonly options: LoadSettingsOptions;
  readonly userAgent: string;
  readonly keyring: Keyring | null;
  readonly texts: GivenTexts;
  readonly devices: SetupDevices;
  /** The list of operators of the live station to come. */
  readonly openPeople: () => People;
  /** Ends this till and starts the next one. */
  readonly restart: () => void;
}

/** Accepted by the service, and not yet written anywhere. */
interface Accepted {
  readonly planned: Planned;
  readonly test: Extract<CredentialsTest, { kind: 'accepted' }>;
}

type Supervisor = Pick<NewOperator, 'name' | 'pin'>;

/** Main's side of "Set up this station": tries credentials, then writes settings, secret and supervisor and starts anew. */
export function createSetupRoom(setup: SetupRoomOptions): void {
  const { settings, texts, devices } = setup;
  let accepted: Accepted | null = null;
  let supervisor: Supervisor | null = null;
  const how = { ...setup, dataDir: settings.dataDir };

  async function test(given: SetupCredentials, address: SetupAddress) {
    accepted = null;
    const planned = planCredentials(given, address, how);
    if (!planned.ok) {
      return planned;
    }
    const { credentials, trusted: ca } = planned.value;
    const { apiUrl: baseUrl, proxyUrl } = planned.value.settings;
    const api = createWalletApi({ baseUrl, credentials, userAgent: setup.userAgent, ca, proxyUrl });
    try {
      const outcome = await testCredentials(api);
      accepted = outcome.kind === 'accepted' ? { planned: planned.value, test: outcome } : null;
      return ok(outcome);
    } finally {
      await api.close();
    }
  }

  function forget(): void {
    accepted = null;
    supervisor = null;
    texts.forget();
  }

  async function goLive(choices: SetupChoices): Promise<Result<Record<string, never>>> {
    if (accepted === null) {
      return err(appError('credentials.missing'));
    }
    const { columns } = devices;
    if (columns !== null && choices.receiptWidth !== null && choices.receiptWidth > columns) {
      return err(appError('settings.invalid', { problems: [`receiptWidth: allowed: 8 to ${columns}`] }));
    }
    const kept = keepCredentials(accepted.planned, how);
    if (!kept.ok) {
      return kept;
    }
    const entered = supervisor === null ? ok(null) : await enter(supervisor, setup.openPeople);
    if (!entered.ok) {
      return entered;
    }
    const written = writeSettings(accepted, choices, setup);
    if (!written.ok) {
      return written;
    }
    forget();
    setup.restart();
    return ok({});
  }

  setup.till.register(setupCalls, {
    'setup/read': () =>
      ok({
        choices: choicesOf(settings),
        stores: storesOf(setup),
        operations: [...operationNames],
        canChoose: texts.canChoose,
      }),
    'setup/choose-file': async ({ what }) => ok({ name: await texts.choose(what) }),
    'setup/test-credentials': async ({ credentials, address }) => {
      const outcome = await test(credentials, address);
      return outcome.ok ? ok(presentTest(outcome.value)) : outcome;
    },
    'setup/name-supervisor': ({ supervisor: named }) => {
      const checked = named === null ? ok(null) : checkSupervisor(named);
      supervisor = checked.ok ? checked.value : null;
      return checked.ok ? ok({}) : checked;
    },
    'setup/forget': () => {
      forget();
      return ok({});
    },
    'setup/go-live': ({ choices }) => goLive(choices),
  });
}

function choicesOf(settings: Settings): SetupChoices {
  const { shopName, stationName, supportPhone, locale, currency, receiptWidth, face, readers, operations } = settings;
  return {
    ...{ shopName, stationName, supportPhone, locale, currency, receiptWidth, face },
    customerDisplay: settings.customerDisplay !== 'off',
    readers: [...readers],
    serialScanner: null,
    operations: operations === null ? null : [...operations],
  };
}

/** A file is chosen knowingly; the others only where this computer has them. */
function storesOf({ keyring, options }: SetupRoomOptions): SetupStore[] {
  return [
    ...(whyNoKeyring({ keyring, platform: options.platform }) === null ? (['keyring'] as const) : []),
    ...(options.env.CREDENTIALS_DIRECTORY ? (['systemd'] as const) : []),
    'file',
  ];
}

/** Errors: `operator.pin-too-short`, `settings.invalid`. */
function checkSupervisor({ name, pin }: Supervisor): Result<Supervisor> {
  const trimmed = name.trim();
  if (!/^[^\p{C}]{1,40}$/u.test(trimmed)) {
    return err(appError('settings.invalid', { problems: ['name: allowed: 1 to 40 printable signs'] }));
  }
  return isGoodPin(pin) ? ok({ name: trimmed, pin }) : err(appError('operator.pin-too-short'));
}

/** Enters the first supervisor, or gives them this PIN where an earlier try of this wizard entered them. */
async function enter({ name, pin }: Supervisor, openPeople: () => People): Promise<Result<null>> {
  const people = openPeople();
  try {
    const listed = people.list();
    const isThere = listed.ok && listed.value.some((operator) => operator.name === name);
    const role = 'supervisor';
    const entered = await (isThere ? people.change(name, { pin, role }) : people.add({ name, pin, role, card: null }));
    return entered.ok ? ok(null) : entered;
  } finally {
    people.close();
  }
}

function writeSettings({ planned, test }: Accepted, choices: SetupChoices, setup: SetupRoomOptions): Result<null> {
  const { notEnabled } = test;
  const { operations: wanted, customerDisplay, ...plain } = choices;
  const allowed = (wanted ?? operationNames).filter((name) => !(notEnabled as readonly string[]).includes(name));
  const isLimited = wanted !== null || notEnabled.length > 0;
  return changeSettings(setup.options, setup.settings.dataDir, {
    file: (before) => ({ ...before, ...planned.file }),
    setHere: (before) => ({
      ...before,
      ...withoutNulls(plain),
      customerDisplay: customerDisplay ? 'on' : 'off',
      ...setup.devices.chosen,
      ...(isLimited ? { operations: allowed } : {}),
    }),
  });
}

const withoutNulls = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

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

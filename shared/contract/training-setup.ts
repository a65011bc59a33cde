import { z } from 'zod';
import { GivenText, givenTextNames } from '../domain/given-text.ts';
import { Locale } from '../domain/locale.ts';
import { AppErrorSchema } from './app-error.ts';
import type { Contract } from './contract.ts';

// From training to live. The page may send a secret and never receives one; a live page has none of these channels.

const Store = z.enum(['file', 'keyring', 'systemd']);
export type SetupStore = z.infer<typeof Store>;

/** `store` is where the key will be kept; what systemd gives is read there and null here. */
export const SetupCredentials = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mac'),
    clientId: z.string().max(256),
    macKey: GivenText.nullable(),
    store: Store,
  }),
  z.strictObject({ kind: z.literal('certificate'), cert: GivenText, key: GivenText.nullable(), store: Store }),
]);
export type SetupCredentials = z.infer<typeof SetupCredentials>;

/** Null for the production service, the usual authorities, and the usual proxy. */
export const SetupAddress = z.strictObject({
  apiUrl: z.string().max(2048).nullable(),
  authority: GivenText.nullable(),
  proxy: z.string().max(2048).nullable(),
});
export type SetupAddress = z.infer<typeof SetupAddress>;

export const CredentialsTestView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), latencyMs: z.number(), receiptsEnabled: z.boolean() }),
  z.strictObject({ kind: z.literal('unreachable'), error: AppErrorSchema }),
  /** Seconds by which this computer's clock is slow; negative when it is fast. */
  z.strictObject({ kind: z.literal('clock-off'), seconds: z.int() }),
  z.strictObject({ kind: z.literal('refused'), error: AppErrorSchema }),
  z.strictObject({ kind: z.literal('not-enabled'), error: AppErrorSchema }),
]);
export type CredentialsTestView = z.infer<typeof CredentialsTestView>;

/** Readers that are found by themselves. */
export const SetupReader = z.enum(['hid-scanner', 'stripe-reader', 'contactless-reader']);
export type SetupReader = z.infer<typeof SetupReader>;

export const SetupChoices = z.strictObject({
  shopName: z.string().nullable(),
  stationName: z.string(),
  supportPhone: z.string().nullable(),
  locale: Locale,
  currency: z.string(),
  /** Symbols a line; null for the printer's own. */
  receiptWidth: z.int().nullable(),
  face: z.enum(['desk', 'kiosk']),
  /** Whether customers have a screen of their own. */
  customerDisplay: z.boolean(),
  readers: z.array(SetupReader),
  serialScanner: z.string().max(220).nullable(),
  /** Names of the API's operations that this client may use; null for all of them. */
  operations: z.array(z.string().max(64)).nullable(),
});
export type SetupChoices = z.infer<typeof SetupChoices>;

export const SetupView = z.strictObject({
  choices: SetupChoices,
  /** Stores that this computer has. */
  stores: z.array(Store),
  operations: z.array(z.string()),
  /** Whether this host has a dialog for files; else their path is typed. */
  canChoose: z.boolean(),
});
export type SetupView = z.infer<typeof SetupView>;

export const setupCalls = {
  /** What the station is now: the choices begin there. */
  'setup/read': { input: z.strictObject({}), output: SetupView, errors: [] },
  /** Opens main's own dialog; the file's name, or null when none was chosen. Its content stays in main. */
  'setup/choose-file': {
    input: z.strictObject({ what: z.enum(givenTextNames) }),
    output: z.strictObject({ name: z.string().nullable() }),
    errors: [],
  },
  /** Tries credentials against the service; those that it accepts are held in main until `go-live`. Waits up to 30 s. */
  'setup/test-credentials': {
    input: z.strictObject({ credentials: SetupCredentials, address: SetupAddress }),
    output: CredentialsTestView,
    errors: [
      'settings.invalid',
      'settings.insecure-url',
      'settings.unreadable',
      'credentials.missing',
      'credentials.unreadable',
      'credentials.exposed',
      'credentials.expired',
      'credentials.keyring-unavailable',
    ],
  },
  /** Who will look after the station first; held in main until `go-live`. Null for nobody: then it has no lock. */
  'setup/name-supervisor': {
    input: z.strictObject({
      supervisor: z.strictObject({ name: z.string().max(64), pin: z.string().max(64) }).nullable(),
    }),
    output: z.strictObject({}),
    errors: ['operator.pin-too-short', 'settings.invalid'],
  },
  /** Lets go of what was tried. */
  'setup/forget': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  /** Writes settings, secret and supervisor, then starts the till anew as a live station. */
  'setup/go-live': {
    input: z.strictObject({ choices: SetupChoices }),
    output: z.strictObject({}),
    errors: [
      'credentials.missing',
      'credentials.not-kept',
      'credentials.keyring-unavailable',
      'operator.not-kept',
      'operator.name-taken',
      'settings.invalid',
      'settings.insecure-url',
      'settings.mode-conflict',
      'settings.unreadable',
      'settings.cut-off',
      'settings.not-written',
    ],
  },
} as const satisfies Contract;

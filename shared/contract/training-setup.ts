import { z } from 'zod';
import { Locale } from '../domain/locale.ts';
import { AppErrorSchema } from './app-error.ts';
import type { Contract } from './contract.ts';

// From training to live. The page may send a secret and never receives one; a live page has none of these channels.

export const SetupCredentials = z.discriminatedUnion('kind', [
  /** The key as it was typed, pasted or read from a file. */
  z.strictObject({ kind: z.literal('mac'), clientId: z.string().max(256), macKey: z.string().max(1024) }),
  /** Paths of PEM files. */
  z.strictObject({ kind: z.literal('certificate'), certFile: z.string().max(4096), keyFile: z.string().max(4096) }),
]);
export type SetupCredentials = z.infer<typeof SetupCredentials>;

/** Null for the production service and the usual authorities. */
export const SetupAddress = z.strictObject({
  apiUrl: z.string().max(2048).nullable(),
  caFile: z.string().max(4096).nullable(),
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

export const SetupChoices = z.strictObject({
  stationName: z.string(),
  supportPhone: z.string().nullable(),
  locale: Locale,
  currency: z.string(),
  /** Symbols a line; null for the printer's own. */
  receiptWidth: z.int().nullable(),
  face: z.enum(['desk', 'kiosk']),
});
export type SetupChoices = z.infer<typeof SetupChoices>;

export const setupCalls = {
  /** What the station is now: the choices begin there. */
  'setup/read': { input: z.strictObject({}), output: SetupChoices, errors: [] },
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
    ],
  },
  /** Lets go of what was tried. */
  'setup/forget': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  /** Writes settings and secret, then starts the till anew as a live station. */
  'setup/go-live': {
    input: z.strictObject({ choices: SetupChoices }),
    output: z.strictObject({}),
    errors: [
      'credentials.missing',
      'credentials.not-kept',
      'settings.invalid',
      'settings.insecure-url',
      'settings.mode-conflict',
      'settings.unreadable',
      'settings.cut-off',
      'settings.not-written',
    ],
  },
} as const satisfies Contract;

import { z } from 'zod';
import { GivenText, givenTextNames } from '../domain/given-text.ts';
import type { Contract } from './contract.ts';

// Another key for the client that the station already is. The page may send a secret and never receives one.

export const SecretsView = z.discriminatedUnion('kind', [
  /** A training station has none of its own. */
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('kept'),
    by: z.enum(['mac', 'certificate']),
    store: z.enum(['file', 'keyring', 'systemd']),
    /** Who alone changes it; null where it is changed here. */
    fixed: z.enum(['systemd', 'environment']).nullable(),
    /** Whether this host has a dialog for files; else their path is typed. */
    canChoose: z.boolean(),
  }),
]);
export type SecretsView = z.infer<typeof SecretsView>;

export const GivenKey = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mac'), macKey: GivenText }),
  z.strictObject({ kind: z.literal('certificate'), cert: GivenText, key: GivenText }),
]);
export type GivenKey = z.infer<typeof GivenKey>;

export const credentialsCalls = {
  'credentials/read': { input: z.strictObject({}), output: SecretsView, errors: [] },
  /** Opens main's own dialog; the file's name, or null when none was chosen. Its content stays in main. */
  'credentials/choose-file': {
    input: z.strictObject({ what: z.enum(givenTextNames) }),
    output: z.strictObject({ name: z.string().nullable() }),
    errors: ['settings.mode-conflict'],
  },
  /** Tries the key against the service, keeps it and signs with it from the next request on. Waits up to 30 s. */
  'credentials/replace': {
    input: z.strictObject({ given: GivenKey }),
    output: z.strictObject({ latencyMs: z.number() }),
    errors: [
      ...(['operator.not-permitted', 'settings.mode-conflict', 'settings.invalid'] as const),
      ...(['credentials.unreadable', 'credentials.expired', 'credentials.not-kept', 'credentials.read-only'] as const),
      ...(['credentials.keyring-unavailable', 'credentials.missing', 'api.unauthorized', 'api.clock-wrong'] as const),
      ...(['wallet.access-revoked', 'api.no-network', 'api.host-not-found', 'api.connection-refused'] as const),
      ...(['api.connection-lost', 'api.timed-out', 'api.certificate-rejected', 'api.server-error'] as const),
    ],
  },
} as const satisfies Contract;

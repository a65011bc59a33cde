import { z } from 'zod';
import { Email, Phone } from '../../../shared/domain/identifier.ts';
import type { Wallet } from '../../../shared/domain/wallet.ts';
import { endpoint } from '../endpoint.ts';
import { nothingSpecial } from './needs.ts';
import { WalletAnswer } from './wallet-answer.ts';

/** SHA-1 in hexadecimal (`search-hash.ts` makes it). */
const Sha1 = z.string().regex(/^[0-9a-f]{40}$/);

/** A comma ends an entry of the list that is sent. */
const ListedEmail = Email.refine((email) => !email.includes(','));

const listed = (values: readonly string[] | undefined): string | undefined => values?.join(',') || undefined;

/** Keyed by the criterion that found each. An empty object may come as an empty list, as PHP writes it. */
const FoundWallets: z.ZodType<Readonly<Record<string, Wallet>>> = z.preprocess(
  (received) => (Array.isArray(received) && received.length === 0 ? {} : received),
  z.record(z.string(), WalletAnswer),
);

/**
 * Searches wallets by lists of e-mails, phones and their hashes; what finds nothing is absent from the answer.
 * Errors: `wallet.access-revoked`.
 * Source: seed 001, "Search wallets".
 */
export const searchWallets = endpoint({
  name: 'wallets.search',
  summary: 'Searches wallets by lists of e-mails, phones and their SHA-1 hashes.',
  source: 'seed 001, "Search wallets"',
  method: 'GET',
  path: '/wallets',
  parameters: z
    .strictObject({
      email: z.array(ListedEmail).optional(),
      phone: z.array(Phone).optional(),
      email_hash: z.array(Sha1).optional(),
      phone_hash: z.array(Sha1).optional(),
    })
    // "At least one of parameters must be specified."
    .refine((lists) => Object.values(lists).some((list) => (list?.length ?? 0) > 0)),
  query: ({ email, phone, email_hash, phone_hash }) => [
    ['email', listed(email)],
    ['phone', listed(phone)],
    ['email_hash', listed(email_hash)],
    ['phone_hash', listed(phone_hash)],
  ],
  answer: FoundWallets,
  effect: 'read',
  authenticated: true,
  needs: nothingSpecial,
  refusals: { forbidden: 'wallet.access-revoked' },
});

import { z } from 'zod';
import { endpoint } from '../../electron/wallet-api/endpoint.ts';
import { WalletReference } from '../../electron/wallet-api/endpoints/wallet-reference.ts';

// The operations of the seed that the product does not offer yet, declared only as far as their requests go, so that
// all of its signed examples can be held against the client. They move to the product with the issues that need them.

const walletId = WalletReference;
const common = { answer: z.unknown(), authenticated: true, refusals: {} } as const;

export const findCompanyWallet = endpoint({
  ...common,
  name: 'wallet.find-company',
  method: 'GET',
  path: '/wallet',
  parameters: z.strictObject({ country: z.string(), code: z.string() }),
  query: ({ country, code }) => [[`company_code[${country}]`, code]],
  effect: 'read',
});

export const readStatements = endpoint({
  ...common,
  name: 'statements.read',
  method: 'GET',
  path: '/wallet/:walletId/statements',
  parameters: z.strictObject({ walletId, currencies: z.array(z.string()), from: z.int(), limit: z.int() }),
  query: ({ currencies, from, limit }) => [
    ['currency', currencies.join(',')],
    ['from', String(from)],
    ['limit', String(limit)],
  ],
  effect: 'read',
});

export const readReservationStatements = endpoint({
  ...common,
  name: 'reservation-statements.read',
  method: 'GET',
  path: '/wallet/:walletId/reservation-statements',
  parameters: z.strictObject({ walletId }),
  effect: 'read',
});

export const readPendingPayments = endpoint({
  ...common,
  name: 'pending-payments.read',
  method: 'GET',
  path: '/wallet/:walletId/pending-payments',
  parameters: z.strictObject({ walletId, type: z.string(), direction: z.enum(['in', 'out']), limit: z.int() }),
  query: ({ type, direction, limit }) => [
    ['type', type],
    ['direction', direction],
    ['limit', String(limit)],
  ],
  effect: 'read',
});

export const acceptPendingPayment = endpoint({
  ...common,
  name: 'pending-payment.accept',
  method: 'PUT',
  path: '/wallet/:walletId/pending-payment/:paymentId',
  parameters: z.strictObject({ walletId, paymentId: z.int(), password: z.string() }),
  body: ({ password }) => ({ password }),
  effect: 'mutation',
});

export const readFavourites = endpoint({
  ...common,
  name: 'favourites.read',
  method: 'GET',
  path: '/wallet/:walletId/favourites',
  parameters: z.strictObject({ walletId }),
  effect: 'read',
});

export const relateCard = endpoint({
  ...common,
  name: 'card.relate',
  method: 'PUT',
  path: '/wallet/:walletId/card',
  parameters: z.strictObject({ walletId, issuer: z.string(), number: z.string() }),
  body: ({ issuer, number }) => ({ issuer, number }),
  effect: 'mutation',
});

export const confirmCard = endpoint({
  ...common,
  name: 'card.confirm',
  method: 'PUT',
  path: '/wallet/:walletId/confirm',
  parameters: z.strictObject({ walletId, code: z.string() }),
  body: ({ code }) => ({ code }),
  effect: 'mutation',
});

export const changeDescription = endpoint({
  ...common,
  name: 'description.change',
  method: 'PUT',
  path: '/wallet/:walletId',
  parameters: z.strictObject({ walletId, description: z.string() }),
  body: ({ description }) => ({ description }),
  effect: 'mutation',
});

export const deleteDescription = endpoint({
  ...common,
  name: 'description.delete',
  method: 'DELETE',
  path: '/wallet/:walletId/description',
  parameters: z.strictObject({ walletId }),
  effect: 'mutation',
});

const list = z.array(z.string());

export const searchWallets = endpoint({
  ...common,
  name: 'wallets.search',
  method: 'GET',
  path: '/wallets',
  parameters: z.strictObject({ emails: list, phones: list, emailHashes: list }),
  query: ({ emails, phones, emailHashes }) => [
    ['email', emails.join(',')],
    ['phone', phones.join(',')],
    ['email_hash', emailHashes.join(',')],
  ],
  effect: 'read',
});

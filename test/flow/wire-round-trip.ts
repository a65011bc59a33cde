import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { ParametersOf } from '../../electron/wallet-api/endpoint.ts';
import { acceptPendingPayment } from '../../electron/wallet-api/endpoints/accept-pending-payment.ts';
import { confirmCard } from '../../electron/wallet-api/endpoints/confirm-card.ts';
import type { findWallet } from '../../electron/wallet-api/endpoints/find-wallet.ts';
import { relateCard } from '../../electron/wallet-api/endpoints/relate-card.ts';
import { searchWallets } from '../../electron/wallet-api/endpoints/search-wallets.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import { headerOf, type RawRequest } from '../unit/wallet-api/raw-server.ts';

/** What a broken wire or a careless hand would do to what was signed; the proof must notice each. */
export const wireBreaks = ['rewrite-query', 'reindent-body'] as const;
export type WireBreak = (typeof wireBreaks)[number];

type Criterion = ParametersOf<typeof findWallet>;

const printable = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 4,
  maxLength: 64,
});
const mailbox = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[\s@]/.test(text));
/** Countries whose codes have no rule of their own. */
const country = fc.constantFrom('de', 'ee', 'lv', 'pl', 'us', 'zw');
const code = fc.stringMatching(/^[0-9A-Za-z-]{1,32}$/);

/** Any identifier that the client takes, of every kind. */
export const anyCriterion: fc.Arbitrary<Criterion> = fc.oneof(
  printable.map((barcode) => ({ kind: 'barcode', barcode }) as const),
  mailbox.map((name) => ({ kind: 'email', email: `${name}@example.com` }) as const),
  fc
    .tuple(fc.constantFrom('vilniecio', 'paysera'), fc.stringMatching(/^[0-9]{4,32}$/))
    .map(([issuer, number]) => ({ kind: 'card', issuer, number }) as Criterion),
  fc.stringMatching(/^370[0-9]{8}$/).map((phone) => ({ kind: 'phone', phone }) as const),
  fc.stringMatching(/^EVP[0-9]{13}$/).map((accountNumber) => ({ kind: 'account-number', accountNumber }) as Criterion),
  fc.tuple(country, code).map(([land, text]) => ({ kind: 'person-code', country: land, code: text }) as Criterion),
  fc.tuple(country, code).map(([land, text]) => ({ kind: 'company-code', country: land, code: text }) as Criterion),
  fc
    .stringMatching(/^[A-ZŽŠĖ0-9]{1,16}$/)
    .map((plate) => ({ kind: 'licence-plate', licencePlate: plate }) as Criterion),
  fc.integer({ min: 1, max: 2 ** 40 }).map((userId) => ({ kind: 'user', userId }) as const),
);

/** The query that says the same, written down from the specification and not by our encoder. */
export function expectedQuery(criterion: Criterion): readonly [name: string, value: string] {
  switch (criterion.kind) {
    case 'card':
      return [`card[${criterion.issuer}]`, criterion.number];
    case 'barcode':
      return ['barcode', criterion.barcode];
    case 'email':
      return ['email', criterion.email];
    case 'phone':
      return ['phone', criterion.phone];
    case 'account-number':
      return ['account_number', criterion.accountNumber];
    case 'person-code':
      return [`person_code[${criterion.country}]`, criterion.code];
    case 'company-code':
      return [`company_code[${criterion.country}]`, criterion.code];
    case 'licence-plate':
      return ['licence_plate', criterion.licencePlate];
    case 'user':
      return ['user_id', String(criterion.userId)];
    default:
      throw new TypeError('a kind of criterion that this proof does not know');
  }
}

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
type Send = (api: WalletApi) => Promise<unknown>;

/** Any request with a body, and what the body must say. */
export const anyBody: fc.Arbitrary<{ readonly send: Send; readonly says: unknown }> = fc.oneof(
  anyText.map((description) => ({
    send: (api: WalletApi) => api.call(setDescription, { walletId: 14471, description }),
    says: { description },
  })),
  anyText.map((password) => ({
    send: (api: WalletApi) => api.call(acceptPendingPayment, { walletId: 14471, paymentId: 59418, password }),
    says: { password },
  })),
  fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), anyText).map(([walletId, text]) => ({
    send: (api: WalletApi) => api.call(confirmCard, { walletId, code: text }),
    says: { code: text },
  })),
  fc.stringMatching(/^[0-9]{4,32}$/).map((number) => ({
    send: (api: WalletApi) => api.call(relateCard, { walletId: 14471, issuer: 'vilniecio', number }),
    says: { issuer: 'vilniecio', number },
  })),
);

/** Any search by lists, and the query that it must become. */
export const anySearch = fc
  .array(
    mailbox.filter((name) => !name.includes(',')).map((name) => `${name}@example.com`),
    { minLength: 1, maxLength: 5 },
  )
  .map((email) => ({
    send: (api: WalletApi) => api.call(searchWallets, { email }),
    query: [['email', email.join(',')]] as const,
  }));

function fieldOf(request: RawRequest, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(headerOf(request, 'authorization') ?? '')?.[1] ?? '';
}

/** What is wrong with a request as it arrived, judged by an API that knows the key; empty when nothing is. */
export function faultsOf(request: RawRequest, port: number, macKey: string): readonly string[] {
  const ext = fieldOf(request, 'ext');
  const parts = [
    fieldOf(request, 'ts'),
    fieldOf(request, 'nonce'),
    request.method,
    request.requestUri,
    '127.0.0.1',
    port,
    ext,
  ];
  const mac = createHmac('sha256', macKey)
    .update(parts.map((part) => `${part}\n`).join(''))
    .digest('base64');
  const hash = encodeURIComponent(createHash('sha256').update(request.body).digest('base64'));
  return [
    ...(fieldOf(request, 'mac') === mac ? [] : ['the MAC is not that of what arrived']),
    ...(ext === (request.body.length === 0 ? '' : `body_hash=${hash}`) ? [] : ['the hash is not that of the body']),
  ];
}

/** Does to an arrived request what a careless hand in between would have done. */
export function tamper(request: RawRequest, breaking: WireBreak | null): RawRequest {
  switch (breaking) {
    case 'rewrite-query': {
      const [path = '', query = ''] = request.requestUri.split('?');
      return { ...request, requestUri: `${path}?${new URLSearchParams(query)}` };
    }
    case 'reindent-body':
      return request.body.length === 0
        ? request
        : { ...request, body: Buffer.from(JSON.stringify(JSON.parse(request.body.toString('utf8')))) };
    case null:
      return request;
  }
}

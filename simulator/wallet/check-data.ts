import type { KnownData } from './data.ts';
import { createWalletBook, type WalletBook } from './wallet-book.ts';

/**
 * What contradicts itself across the data, as sentences; none where all is well. Ids, codes and numbers that two
 * wallets claim throw in `createWalletBook`.
 */
export function findContradictions(data: KnownData): string[] {
  const book = createWalletBook(data);
  return [
    ...unknownCurrencies(data),
    ...unknownWallets(data, book),
    ...unreservedPayments(data, book),
    ...takenCards(data, book),
    ...repeated(
      'payment',
      data.pendingPayments.map(({ id }) => id),
    ),
    ...repeated(
      'access token',
      data.accessTokens.map(({ id }) => id),
    ),
    ...repeated(
      'account number',
      accountsOf(data).map(({ number }) => number),
    ),
    ...accountsOf(data).flatMap(({ number, statements }) =>
      repeated(
        `statement of ${number}`,
        statements.map(({ id }) => id),
      ),
    ),
  ];
}

function accountsOf(data: KnownData) {
  return data.users.flatMap(({ accounts }) => accounts);
}

function unknownCurrencies(data: KnownData): string[] {
  const used = [
    ...accountsOf(data).flatMap((account) => [
      ...Object.keys(account.balances),
      ...account.statements.map(({ currency }) => currency),
      ...account.reservations.map(({ currency }) => currency),
    ]),
    ...data.pendingPayments.map(({ currency }) => currency),
  ];
  const unknown = new Set(used.filter((currency) => !Object.hasOwn(data.currencies, currency)));
  return [...unknown].map((currency) => `${currency} is used and missing in currencies`);
}

function unknownWallets(data: KnownData, book: WalletBook): string[] {
  const named: readonly [string, number][] = [
    ...data.pendingPayments.flatMap(({ id, payer, payee }): [string, number][] => [
      [`payment ${id}`, payer],
      [`payment ${id}`, payee],
    ]),
    ...data.users.flatMap(({ id, favourites }) =>
      favourites.map(({ wallet }): [string, number] => [`a favourite of user ${id}`, wallet]),
    ),
    ...data.accessTokens.map(({ wallet }): [string, number] => ['an access token', wallet]),
    ...(data.client.me === undefined ? [] : [['client.me', data.client.me] as [string, number]]),
  ];
  return named
    .filter(([, wallet]) => book.findById(wallet) === undefined)
    .map(([who, wallet]) => `${who} names wallet ${wallet}, which does not exist`);
}

function takenCards(data: KnownData, book: WalletBook): string[] {
  return [
    ...data.freeCards
      .filter(({ futureWallet }) => book.findById(futureWallet) !== undefined)
      .map(({ futureWallet }) => `a free card promises wallet ${futureWallet}, which exists`),
    ...data.freeCards
      .filter(({ issuer, number }) => book.find({ kind: 'card', issuer, value: number }) !== undefined)
      .map(({ futureWallet }) => `the free card of wallet ${futureWallet} belongs to somebody`),
    ...repeated(
      'free card',
      data.freeCards.map(({ futureWallet }) => futureWallet),
    ),
  ];
}

/** The money of a payment on its way must be there, in its payer's reserved money, or settling would invent it. */
function unreservedPayments(data: KnownData, book: WalletBook): string[] {
  const needed = new Map<string, { account: string; currency: string; sum: number; reserved: number }>();
  for (const { status, payer, amount, currency } of data.pendingPayments) {
    const account = book.findById(payer)?.account;
    if (status !== 'pending' || account === undefined) continue;
    const key = `${account.number} ${currency}`;
    const sum = (needed.get(key)?.sum ?? 0) + amount;
    const reserved = account.balances[currency]?.reserved ?? 0;
    needed.set(key, { account: account.number, currency, sum, reserved });
  }
  return [...needed.values()]
    .filter(({ sum, reserved }) => sum > reserved)
    .map(
      ({ account, currency, sum, reserved }) =>
        `account ${account} has ${reserved} ${currency} reserved and pending payments of ${sum}`,
    );
}

function repeated(what: string, ids: readonly (number | string)[]): string[] {
  const seen = new Set<number | string>();
  const twice = new Set(ids.filter((id) => seen.size === seen.add(id).size));
  return [...twice].map((id) => `${what}: ${id} is there twice`);
}

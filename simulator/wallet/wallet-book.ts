import type { AccountRecord, Card, KnownData, UserRecord, WalletRecord } from './data.ts';

/** A wallet with the account and the account's owner behind it. */
export interface BookEntry {
  readonly wallet: WalletRecord;
  readonly account: AccountRecord;
  readonly accountOwner: UserRecord;
}

/** One criterion of a search, its value already checked for form. */
export type Criterion =
  | { readonly kind: 'phone' | 'email' | 'account_number' | 'barcode' | 'licence_plate'; readonly value: string }
  | { readonly kind: 'person_code' | 'company_code'; readonly country: string; readonly value: string }
  | { readonly kind: 'card'; readonly issuer: string; readonly value: string }
  | { readonly kind: 'user_id'; readonly value: string };

export interface WalletBook {
  findById(walletId: number): BookEntry | undefined;
  find(criterion: Criterion): BookEntry | undefined;
  /** Main entries of the users that a search by contacts may find. */
  listedUsers(): readonly BookEntry[];
  /** Gives a card without owner to the account behind a wallet; answers with the id of the card's own new wallet. */
  relateCard(walletId: number, card: Card): number;
}

/**
 * Indexes the data, and keeps it: a wallet that is added becomes part of its account.
 * Throws where two wallets claim the same id, card, code or number: that is a slip in the data.
 */
export function createWalletBook(data: KnownData): WalletBook {
  const byId = new Map<number, BookEntry>();
  const byCriterion = new Map<string, BookEntry>();

  function index(criterion: Criterion, entry: BookEntry): void {
    const key = keyOf(criterion);
    if (byCriterion.has(key)) throw new Error(`two wallets claim ${criterion.kind}`);
    byCriterion.set(key, entry);
  }

  function addWallet(entry: BookEntry): void {
    const { wallet } = entry;
    if (byId.has(wallet.id)) throw new Error(`two wallets have the id ${wallet.id}`);
    if (wallet.card) index({ kind: 'card', issuer: wallet.card.issuer, value: wallet.card.number }, entry);
    byId.set(wallet.id, entry);
    if (wallet.barcode) index({ kind: 'barcode', value: wallet.barcode }, entry);
  }

  for (const entry of data.users.flatMap(entriesOf)) addWallet(entry);
  for (const user of data.users) for (const [criterion, entry] of criteriaOf(user)) index(criterion, entry);

  return {
    findById: (walletId) => byId.get(walletId),
    find: (criterion) => byCriterion.get(keyOf(criterion)),
    listedUsers: () =>
      data.users.flatMap((user) => {
        const [main] = entriesOf(user);
        return user.foundByContacts && main !== undefined ? [main] : [];
      }),
    relateCard(walletId, card) {
      const base = byId.get(walletId);
      if (base === undefined) throw new Error(`no wallet has the id ${walletId}`);
      const free = data.freeCards.find(({ issuer, number }) => issuer === card.issuer && number === card.number);
      // Past the ids that free cards will get: each of those is the seed's, or a shop's, own choice.
      const promised = data.freeCards.map(({ futureWallet }) => futureWallet);
      const id = free?.futureWallet ?? Math.max(...byId.keys(), ...promised) + 1;
      const wallet: WalletRecord = { id, heldBy: base.wallet.heldBy, card, paymentLimits: {} };
      addWallet({ ...base, wallet });
      base.account.wallets.push(wallet);
      return id;
    },
  };
}

/** The user that a wallet belongs to: the account's owner unless the wallet says otherwise. */
export function holderOf({ wallet, accountOwner }: BookEntry): number {
  return wallet.heldBy ?? accountOwner.id;
}

function entriesOf(user: UserRecord): BookEntry[] {
  return user.accounts.flatMap((account) => account.wallets.map((wallet) => ({ wallet, account, accountOwner: user })));
}

/** What leads to a user's main wallet, and what leads to the main wallet of each account. */
function criteriaOf(user: UserRecord): [Criterion, BookEntry][] {
  const entries = entriesOf(user);
  const main = entries[0];
  if (main === undefined) return [];
  const criteria: Criterion[] = [{ kind: 'user_id', value: String(user.id) }];
  if (user.phone) criteria.push({ kind: 'phone', value: user.phone });
  if (user.email) criteria.push({ kind: 'email', value: user.email });
  if (user.licencePlate) criteria.push({ kind: 'licence_plate', value: user.licencePlate });
  if (user.personCode) {
    criteria.push({ kind: 'person_code', country: user.personCode.country, value: user.personCode.code });
  }
  if (user.companyCode) {
    criteria.push({ kind: 'company_code', country: user.companyCode.country, value: user.companyCode.code });
  }
  const mainOfAccounts = user.accounts.flatMap((account): [Criterion, BookEntry][] => {
    const entry = entries.find((candidate) => candidate.account === account);
    return entry === undefined ? [] : [[{ kind: 'account_number', value: account.number }, entry]];
  });
  return [...criteria.map((criterion): [Criterion, BookEntry] => [criterion, main]), ...mainOfAccounts];
}

function keyOf(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'card':
      return JSON.stringify(['card', criterion.issuer, criterion.value]);
    case 'person_code':
    case 'company_code':
      return JSON.stringify([criterion.kind, criterion.country.toLowerCase(), criterion.value]);
    case 'email':
      return JSON.stringify(['email', criterion.value.toLowerCase()]);
    case 'licence_plate':
      return JSON.stringify(['licence_plate', criterion.value.toUpperCase()]);
    default:
      return JSON.stringify([criterion.kind, criterion.value]);
  }
}

import type { Rules } from './data.ts';
import { payIn } from './ledger.ts';
import { Scope } from './records.ts';
import type { Relation } from './state.ts';
import type { World } from './world.ts';

/** What a lever was asked to move does not exist in this world. */
export class NotInThisWorld extends Error {}

/** A code on its way to a customer. */
export type SentCode = Readonly<Omit<Relation, 'confirmed'>>;

/** What people do outside the API: users, cashiers, time. */
export interface Levers {
  /** The user grants scopes to the client, and to the tokens of that user's wallets. */
  grant(userId: number, scopes: readonly Scope[]): void;
  /** The user takes one scope back, or all; with either form (`statements`, `statements_offline`) the other goes too. */
  revoke(userId: number, scope?: Scope): void;
  /** Moves the world's clock, and with it the server's time. */
  moveClock(seconds: number): void;
  /** Money comes from outside into the account behind a wallet; whole minor units. */
  payIn(
    walletId: number,
    money: { readonly amount: number; readonly currency: string; readonly details?: string },
  ): void;
  /** The customer confirms a related card in the provider's own system, without a code. */
  confirmElsewhere(walletId: number): void;
  setUnconfirmedCards(mode: Rules['unconfirmedCards']): void;
  /** Codes that were "sent", oldest first. */
  listSentCodes(): readonly SentCode[];
}

/** The levers of a world; `changed` is called after each. They throw `NotInThisWorld` for an unknown user or wallet. */
export function createLevers(world: () => World, changed: () => void): Levers {
  function userOf(userId: number) {
    const user = world().state.data.users.find(({ id }) => id === userId);
    if (user === undefined) throw new NotInThisWorld(`there is no user ${userId}`);
    return user;
  }

  function tokensOf(userId: number) {
    const { state, book } = world();
    return state.data.accessTokens.filter(({ wallet }) => book.findById(wallet)?.accountOwner.id === userId);
  }

  return {
    grant(userId, scopes) {
      for (const granted of [userOf(userId).grants, ...tokensOf(userId).map((token) => token.scopes)]) {
        granted.push(...scopes.filter((scope) => !granted.includes(scope)));
      }
      changed();
    },
    revoke(userId, scope) {
      const taken = scope === undefined ? Scope.options : bothForms(scope);
      const user = userOf(userId);
      user.grants = user.grants.filter((granted) => !taken.includes(granted));
      for (const token of tokensOf(userId)) token.scopes = token.scopes.filter((granted) => !taken.includes(granted));
      changed();
    },
    moveClock(seconds) {
      world().state.clockOffsetSeconds += seconds;
      changed();
    },
    payIn(walletId, { amount, currency, details = 'Cash' }) {
      const entry = world().book.findById(walletId);
      if (entry === undefined) throw new NotInThisWorld(`there is no wallet ${walletId}`);
      if (!Object.hasOwn(world().state.data.currencies, currency)) throw new NotInThisWorld(`there is no ${currency}`);
      payIn(entry, { amount, currency, details }, world());
      changed();
    },
    confirmElsewhere(walletId) {
      const relation = world().state.relations.find(({ wallet }) => wallet === walletId);
      if (relation === undefined) throw new NotInThisWorld(`no card was related as wallet ${walletId}`);
      relation.confirmed = true;
      changed();
    },
    setUnconfirmedCards(mode) {
      world().state.data.rules.unconfirmedCards = mode;
      changed();
    },
    listSentCodes: () => world().state.relations.map(({ confirmed: _confirmed, ...sent }) => sent),
  };
}

function bothForms(scope: Scope): readonly string[] {
  const plain = scope.replace(/_offline$/, '');
  return [plain, `${plain}_offline`];
}

import type { CardIssuer } from '../../shared/domain/identifier.ts';
import type { SessionId, WalletId } from '../../shared/domain/ids.ts';
import type { ReaderRules } from '../../shared/domain/reader-rules.ts';
import type { ReaderName, Reading } from '../../shared/domain/reading.ts';
import { readScan } from '../../shared/domain/scan-rules.ts';
import type { Wallet } from '../../shared/domain/wallet.ts';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { confirmCard } from '../wallet-api/endpoints/confirm-card.ts';
import { findWallet } from '../wallet-api/endpoints/find-wallet.ts';
import { readWallet } from '../wallet-api/endpoints/read-wallet.ts';
import { isOfSameAccount, relateCard } from '../wallet-api/endpoints/relate-card.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import { type MutationOutcome, performMutation, settleMutation } from './settle-mutation.ts';

/** The number on a card's face, and whose card it is. */
export interface Card {
  readonly issuer: CardIssuer;
  readonly number: string;
}

/** The card that was scanned last, which only main knows, with the issuer on its face if that was asked; or a typed one. */
export type ChosenCard =
  | { readonly kind: 'scanned'; readonly issuer?: CardIssuer }
  | ({ readonly kind: 'typed' } & Card);

/** A card that was related earlier: by the card, or by the number of its own wallet where the API hides it. */
export type RelatedCard = ChosenCard | { readonly kind: 'wallet'; readonly walletId: WalletId };

export type Relation =
  /** The card has its own new wallet, and its owner was sent a code. */
  | { readonly kind: 'related'; readonly walletId: WalletId; readonly provenBy: 'answer' | 'read' }
  /** Sent, not answered, and not to be found: the operator decides. */
  | { readonly kind: 'unknown' };

export type Confirmation = { readonly kind: 'confirmed' } | { readonly kind: 'unknown' };

export type CardEvent =
  | { readonly kind: 'card-scanned'; readonly card: Card; readonly reader: ReaderName }
  | { readonly kind: 'scan-refused'; readonly error: AppError }
  /** An answer was lost, and what became of the change is being looked up. */
  | { readonly kind: 'settling' };

/** The customer that a session is about. */
export interface Served {
  readonly wallet: Wallet;
  readonly signal: AbortSignal;
}

export interface CardRelationOptions {
  readonly api: WalletApi;
  readonly servedIn: (session: SessionId) => Served | null;
  readonly rulesOf: (reader: ReaderName) => ReaderRules;
  readonly emit: (event: CardEvent) => void;
  readonly callTimeoutMs?: number;
}

/**
 * Relates a new card to the served customer's account, and confirms one by the code that its owner was sent. The number
 * of a scanned card and every code stay here. Source: seed 001, "Card relation request", "Confirm card request".
 */
export interface CardRelation {
  /** From now on a scan is the new card, and identifies nobody. Errors: `session.closed`. */
  awaitCard(session: SessionId): Result<null>;
  stopAwaiting(): void;
  /** Takes a reading that is the new card; false when none is awaited. */
  take(reading: Reading): boolean;
  /** Errors: `session.closed`, `card.already-assigned`, `wallet.access-revoked`, `api.*`. Never asked twice from here. */
  relate(session: SessionId, chosen: ChosenCard): Promise<Result<Relation>>;
  /** Looks for what a lost answer would have said. Errors: `session.closed`. */
  lookUp(session: SessionId): Promise<Result<Relation>>;
  /**
   * The own wallet of a card that was related earlier. Errors: `session.closed`, `wallet.not-found`,
   * `card.other-account` (it is no card's of this customer's account), `api.*`.
   */
  findRelated(session: SessionId, chosen: RelatedCard): Promise<Result<{ readonly walletId: WalletId }>>;
  /**
   * Errors: `session.closed`, `card.invalid-code` with `attemptsLeft`, `card.code-wait`, `card.attempts-exhausted`,
   * `card.nothing-to-confirm`, `api.*`.
   */
  confirm(session: SessionId, walletId: WalletId, code: string): Promise<Result<Confirmation>>;
}

const keyOf = (owner: number, { issuer, number }: Card): string => `${owner} ${issuer} ${number}`;

export function createCardRelation(options: CardRelationOptions): CardRelation {
  const { api, servedIn, emit } = options;
  const timeoutMs = options.callTimeoutMs ?? 10_000;
  let awaiting: SessionId | null = null;
  let scanned: { readonly session: SessionId; readonly card: Card } | null = null;
  /** What was sent and not answered, so that it can be looked up as often as the operator likes. */
  let asked: { readonly session: SessionId; readonly parameters: Card & { readonly walletId: WalletId } } | null = null;
  /** Which wallet this station was answered with for a card, until its code was right; gone when the till ends. */
  const unconfirmed = new Map<string, WalletId>();

  function cardOf(session: SessionId, chosen: ChosenCard): Card | null {
    if (chosen.kind === 'typed') {
      return { issuer: chosen.issuer, number: chosen.number };
    }
    return scanned?.session === session ? { ...scanned.card, issuer: chosen.issuer ?? scanned.card.issuer } : null;
  }

  /** Whoever has gone meanwhile is told nothing; the change itself goes on to its end. */
  function forSession<T>(session: SessionId, answer: Result<T>): Result<T> {
    return servedIn(session) === null ? err(appError('session.closed')) : answer;
  }

  function ofAccount(served: Served, found: Wallet): Result<{ readonly walletId: WalletId }> {
    return isOfSameAccount(found, served.wallet) ? ok({ walletId: found.id }) : err(appError('card.other-account'));
  }

  /** An API that hides a card until it is confirmed hides it here too; what this station was answered is still known. */
  async function findByCard(served: Served, card: Card): Promise<Result<{ readonly walletId: WalletId }>> {
    const found = await api.call(findWallet, { kind: 'card', ...card }, { signal: served.signal, timeoutMs });
    if (found.ok) {
      return ofAccount(served, found.value);
    }
    const known =
      found.error.code === 'wallet.not-found' ? unconfirmed.get(keyOf(served.wallet.owner, card)) : undefined;
    return known === undefined ? found : ok({ walletId: known });
  }

  /** The code is confirmed by this number alone: a wallet that cannot be read may be one that is not confirmed yet. */
  async function findByWallet(served: Served, walletId: WalletId): Promise<Result<{ readonly walletId: WalletId }>> {
    if (walletId === served.wallet.id) {
      return err(appError('card.other-account'));
    }
    const found = await api.call(readWallet, { walletId }, { signal: served.signal, timeoutMs });
    if (found.ok) {
      return ofAccount(served, found.value);
    }
    const { code } = found.error;
    return code === 'wallet.not-found' || code === 'wallet.access-revoked' ? ok({ walletId }) : found;
  }

  function relationOf(outcome: MutationOutcome<Wallet>, card: Card): Relation {
    if (outcome.kind !== 'done') {
      return { kind: 'unknown' };
    }
    const { id, owner } = outcome.value;
    unconfirmed.set(keyOf(owner, card), id);
    return { kind: 'related', walletId: id, provenBy: outcome.provenBy };
  }

  return {
    awaitCard(session) {
      if (servedIn(session) === null) {
        return err(appError('session.closed'));
      }
      awaiting = session;
      scanned = null;
      return ok(null);
    },

    stopAwaiting() {
      awaiting = null;
    },

    take(reading) {
      if (awaiting === null || servedIn(awaiting) === null) {
        awaiting = null;
        return false;
      }
      const scan = readScan(reading.content, options.rulesOf(reading.reader));
      if (scan.ok && scan.value.kind === 'card') {
        const { issuer, number } = scan.value;
        scanned = { session: awaiting, card: { issuer, number } };
        emit({ kind: 'card-scanned', card: { issuer, number }, reader: reading.reader });
      } else {
        emit({ kind: 'scan-refused', error: scan.ok ? appError('scan.unreadable') : scan.error });
      }
      return true;
    },

    async relate(session, chosen) {
      const served = servedIn(session);
      const card = cardOf(session, chosen);
      if (served === null || card === null) {
        return err(appError('session.closed'));
      }
      awaiting = null;
      const parameters = { walletId: served.wallet.id, ...card };
      asked = { session, parameters };
      // Without the session's signal: a change that was begun is asked to its end.
      const outcome = await performMutation(api, relateCard, parameters, {
        timeoutMs,
        onLost: () => emit({ kind: 'settling' }),
      });
      return forSession(session, outcome.ok ? ok(relationOf(outcome.value, card)) : outcome);
    },

    async lookUp(session) {
      if (servedIn(session) === null || asked?.session !== session) {
        return err(appError('session.closed'));
      }
      return forSession(
        session,
        ok(relationOf(await settleMutation(api, relateCard, asked.parameters, { timeoutMs }), asked.parameters)),
      );
    },

    async findRelated(session, chosen) {
      const served = servedIn(session);
      if (served !== null && chosen.kind === 'wallet') {
        awaiting = null;
        return forSession(session, await findByWallet(served, chosen.walletId));
      }
      const card = chosen.kind === 'wallet' ? null : cardOf(session, chosen);
      if (served === null || card === null) {
        return err(appError('session.closed'));
      }
      awaiting = null;
      return forSession(session, await findByCard(served, card));
    },

    async confirm(session, walletId, code) {
      if (servedIn(session) === null) {
        return err(appError('session.closed'));
      }
      const outcome = await performMutation(api, confirmCard, { walletId, code }, { timeoutMs });
      if (!outcome.ok) {
        return forSession(session, outcome);
      }
      if (outcome.value.kind !== 'done') {
        return forSession(session, ok({ kind: 'unknown' }));
      }
      for (const [key, known] of unconfirmed) {
        if (known === walletId) {
          unconfirmed.delete(key);
        }
      }
      return forSession(session, ok({ kind: 'confirmed' }));
    },
  };
}

import type { CardIssuer } from '../../shared/domain/identifier.ts';
import type { SessionId, WalletId } from '../../shared/domain/ids.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { CardRelation, Confirmation, Relation } from './card-relation.ts';

/**
 * What of relating cards a kiosk may ask for. The card is the one that was scanned, and the wallet to confirm is the one
 * that this customer's card led to: it stays here, so that no page can name another.
 */
export interface KioskCards {
  /** Errors: `session.closed`. */
  awaitCard(session: SessionId): Result<null>;
  stopAwaiting(): void;
  /** Errors: `session.closed`, `card.already-assigned`, `wallet.access-revoked`, `api.*`. */
  relate(session: SessionId, issuer: CardIssuer): Promise<Result<KioskRelation>>;
  /** Errors: `session.closed`. */
  lookUp(session: SessionId): Promise<Result<KioskRelation>>;
  /** Errors: `session.closed`, `wallet.not-found`, `card.other-account`, `api.*`. */
  findRelated(session: SessionId, issuer: CardIssuer): Promise<Result<null>>;
  /** Errors: `session.closed`, `card.invalid-code` with `attemptsLeft`, `card.code-wait`, `card.attempts-exhausted`, `api.*`. */
  confirm(session: SessionId, code: string): Promise<Result<Confirmation>>;
}

export interface KioskRelation {
  readonly kind: Relation['kind'];
}

export function createKioskCards(cards: CardRelation): KioskCards {
  /** The card's own wallet, for as long as whose card it is stands here. */
  let related: { readonly session: SessionId; readonly walletId: WalletId } | null = null;

  function keep(session: SessionId, relation: Result<Relation>): Result<KioskRelation> {
    if (!relation.ok) {
      return relation;
    }
    if (relation.value.kind === 'related') {
      related = { session, walletId: relation.value.walletId };
    }
    return ok({ kind: relation.value.kind });
  }

  return {
    awaitCard(session) {
      related = null;
      return cards.awaitCard(session);
    },

    stopAwaiting: () => cards.stopAwaiting(),

    relate: async (session, issuer) => keep(session, await cards.relate(session, { kind: 'scanned', issuer })),

    lookUp: async (session) => keep(session, await cards.lookUp(session)),

    async findRelated(session, issuer) {
      const found = await cards.findRelated(session, { kind: 'scanned', issuer });
      if (!found.ok) {
        return found;
      }
      related = { session, walletId: found.value.walletId };
      return ok(null);
    },

    async confirm(session, code) {
      if (related?.session !== session) {
        return err(appError('session.closed'));
      }
      return cards.confirm(session, related.walletId, code);
    },
  };
}

import { ok, type Result } from '../../../shared/errors/result.ts';
import type { Ask, Settlement } from '../endpoint.ts';
import { mostRowsPerPage } from './page.ts';
import { readPendingPayments } from './read-pending-payments.ts';

type Direction = 'in' | 'out';

interface Wanted {
  readonly walletId: number | 'me';
  readonly paymentId: number;
}

/** Pages that are looked through for one payment: more than this, and the operator finds it sooner than we do. */
const mostPages = 10;

/**
 * Looks whether a payment is still pending: if so, nothing ended it up to then. One that is gone may have been accepted,
 * cancelled or have expired, which nothing tells apart. Directions are asked one by one, since each has a scope of its
 * own. Source: wallet-api.md, "Reading cannot settle everything".
 */
export async function findPendingPayment(
  ask: Ask,
  wanted: Wanted,
  directions: readonly Direction[],
): Promise<Result<Settlement<never>>> {
  let last: Result<Settlement<never>> = ok({ kind: 'unknown' });
  for (const direction of directions) {
    const looked = await lookAt(ask, wanted, direction);
    if (looked.ok && looked.value) {
      return ok({ kind: 'not-settled' });
    }
    last = looked.ok ? last : looked;
  }
  return last;
}

async function lookAt(ask: Ask, { walletId, paymentId }: Wanted, direction: Direction): Promise<Result<boolean>> {
  let offset = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(readPendingPayments, { walletId, direction, limit: mostRowsPerPage, offset });
    if (!answer.ok) {
      return answer;
    }
    const { pending_payments: payments, _metadata: metadata } = answer.value;
    if (payments.some(({ id }) => id === paymentId)) {
      return ok(true);
    }
    offset += payments.length;
    if (payments.length === 0 || offset >= metadata.total) {
      break;
    }
  }
  return ok(false);
}

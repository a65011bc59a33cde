import { ok, type Result } from '../../../shared/errors/result.ts';
import type { Ask, Settlement } from '../endpoint.ts';
import { mostRowsPerPage } from './page.ts';
import { readPendingPayments } from './read-pending-payments.ts';

/** Pages that are looked through for one payment: more than this, and the operator finds it sooner than we do. */
const mostPages = 10;

interface Wanted {
  readonly walletId: number | 'me';
  readonly paymentId: number;
  readonly direction?: 'in' | 'out';
}

/**
 * Looks whether a payment is still pending: if so, nothing ended it up to then. One that is gone may have been accepted,
 * cancelled or have expired, which nothing tells apart.
 * Source: wallet-api.md, "Reading cannot settle everything".
 */
export async function findPendingPayment(ask: Ask, wanted: Wanted): Promise<Result<Settlement<never>>> {
  const { walletId, paymentId, direction } = wanted;
  let offset = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(readPendingPayments, { walletId, direction, limit: mostRowsPerPage, offset });
    if (!answer.ok) {
      return answer;
    }
    const { pending_payments: payments, _metadata: metadata } = answer.value;
    if (payments.some(({ id }) => id === paymentId)) {
      return ok({ kind: 'not-settled' });
    }
    offset += payments.length;
    if (payments.length === 0 || offset >= metadata.total) {
      break;
    }
  }
  return ok({ kind: 'unknown' });
}

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { findPendingPayment } from './find-pending-payment.ts';
import { eitherPaymentPermission } from './needs.ts';
import { PaymentId } from './payment-id.ts';
import { PendingPaymentAnswer } from './pending-payment-answer.ts';
import { readPendingPayments } from './read-pending-payments.ts';
import { WalletReference } from './wallet-reference.ts';

/**
 * Cancels a pending payment, incoming or outgoing, that is `cancelable`.
 * Errors: `payment.not-found`; `payment.invalid-state`; `wallet.access-revoked`.
 * Source: seed 001, "Cancel pending payment".
 */
export const cancelPendingPayment = endpoint({
  name: 'pending-payment.cancel',
  summary: 'Cancels a pending payment that may be cancelled.',
  source: 'seed 001, "Cancel pending payment"',
  method: 'DELETE',
  path: '/wallet/:walletId/pending-payment/:paymentId',
  parameters: z.strictObject({ walletId: WalletReference, paymentId: PaymentId }),
  answer: PendingPaymentAnswer,
  effect: 'mutation',
  settleBy: {
    asks: [readPendingPayments.name],
    proves: 'a payment still there was not cancelled; one that is gone proves nothing',
    settle: (ask, wanted) => findPendingPayment(ask, wanted, ['in', 'out']),
  },
  authenticated: true,
  needs: eitherPaymentPermission,
  refusals: {
    not_found: 'payment.not-found',
    invalid_state: 'payment.invalid-state',
    forbidden: 'wallet.access-revoked',
  },
});

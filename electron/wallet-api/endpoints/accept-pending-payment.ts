import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { findPendingPayment } from './find-pending-payment.ts';
import { incomingPermission } from './needs.ts';
import { PaymentId } from './payment-id.ts';
import { PendingPaymentAnswer } from './pending-payment-answer.ts';
import { readPendingPayments } from './read-pending-payments.ts';
import { WalletReference } from './wallet-reference.ts';

/**
 * Gives the password of an incoming payment, which accepts it.
 * Errors: `payment.not-found`; `payment.invalid-state`; `wallet.access-revoked`.
 * Source: seed 001, "Provide password for pending incoming payment".
 */
export const acceptPendingPayment = endpoint({
  name: 'pending-payment.accept',
  summary: 'Accepts an incoming payment by its password.',
  source: 'seed 001, "Provide password for pending incoming payment"',
  method: 'PUT',
  path: '/wallet/:walletId/pending-payment/:paymentId',
  parameters: z.strictObject({
    walletId: WalletReference,
    paymentId: PaymentId,
    password: z.string().min(1).max(255),
  }),
  body: ({ password }) => ({ password }),
  answer: PendingPaymentAnswer,
  effect: 'mutation',
  settleBy: {
    asks: [readPendingPayments.name],
    proves: 'a payment still there was not accepted; one that is gone proves nothing',
    settle: (ask, wanted) => findPendingPayment(ask, wanted, ['in']),
  },
  authenticated: true,
  needs: incomingPermission,
  refusals: {
    not_found: 'payment.not-found',
    invalid_state: 'payment.invalid-state',
    forbidden: 'wallet.access-revoked',
  },
});

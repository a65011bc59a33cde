import { z } from 'zod';
import type { PendingPaymentPage } from '../../../shared/domain/account-records.ts';
import { endpoint } from '../endpoint.ts';
import { eitherPaymentPermission, incomingPermission, outgoingPermission } from './needs.ts';
import { PageMetadataAnswer, pageParameters, pageQuery } from './page.ts';
import { PendingPaymentAnswer } from './pending-payment-answer.ts';
import { WalletReference } from './wallet-reference.ts';

const PendingPaymentPageAnswer: z.ZodType<PendingPaymentPage> = z.looseObject({
  pending_payments: z.array(PendingPaymentAnswer),
  _metadata: PageMetadataAnswer,
});

/**
 * Reads one page of the payments that wait for a password, a beneficiary or a decision.
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Get pending payments".
 */
export const readPendingPayments = endpoint({
  name: 'pending-payments.read',
  summary: 'Reads the payments to and from a wallet that are still pending.',
  source: 'seed 001, "Get pending payments"',
  method: 'GET',
  path: '/wallet/:walletId/pending-payments',
  parameters: z.strictObject({
    walletId: WalletReference,
    // "Currently only password is available": another word is the API's to refuse.
    type: z
      .string()
      .regex(/^[a-z_]{1,64}$/)
      .optional(),
    direction: z.enum(['in', 'out']).optional(),
    ...pageParameters,
  }),
  query: ({ type, direction, ...page }) => [['type', type], ['direction', direction], ...pageQuery(page)],
  answer: PendingPaymentPageAnswer,
  effect: 'read',
  authenticated: true,
  needs: eitherPaymentPermission,
  needsFor: ({ direction }) =>
    direction === undefined ? eitherPaymentPermission : direction === 'in' ? incomingPermission : outgoingPermission,
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});

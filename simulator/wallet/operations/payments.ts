import { z } from 'zod';
import { notGranted } from '../access.ts';
import { type Answer, refusal, success } from '../answer.ts';
import { acceptPayment, endsOf, returnPayment, type Side, validUntil } from '../ledger.ts';
import { decimal, exponentOf } from '../money.ts';
import { cutPage, readPage } from '../paging.ts';
import { Direction, momentOf, type PaymentRecord } from '../records.ts';
import { holderOf } from '../wallet-book.ts';
import type { World } from '../world.ts';
import { permits, readJson, type WalletAsk } from './ask.ts';

/** A payment seen from one of its ends. */
interface View {
  readonly payment: PaymentRecord;
  readonly side: Side;
}

const needOf = { payer: 'outgoing', payee: 'incoming' } as const;
const directionOf = { payer: 'out', payee: 'in' } as const;

/** GET /wallet/:id/pending-payments, newest first. Source: seed 001, "Get pending payments". */
export function listPayments(ask: WalletAsk): Answer {
  const { query } = ask.call;
  const refused = refusePayments(ask);
  if (refused !== null) return refused;
  const direction = query.get('direction');
  const type = query.get('type');
  const page = readPage(query);
  const known =
    (direction === null || Direction.safeParse(direction).success) && (type === null || type === 'password');
  if (page === null || !known) {
    return refusal('invalid_parameters', 'type, direction, limit or offset is malformed');
  }
  const sides = (['payee', 'payer'] as const).filter((side) => direction === null || directionOf[side] === direction);
  const missing = sides.find((side) => !permits(ask, ask.entry, needOf[side]));
  // Without a direction both are asked for, so both scopes are needed: half a list would look like a whole one.
  if (missing !== undefined) return notGranted(ask.caller, needOf[missing]);

  const views = viewsOf(ask).filter(
    ({ payment, side }) =>
      payment.status === 'pending' && sides.includes(side) && (type === null || payment.type === type),
  );
  const { bornAt } = ask.world.state;
  const newestFirst = views.toSorted(
    (left, right) =>
      momentOf(right.payment, bornAt) - momentOf(left.payment, bornAt) || right.payment.id - left.payment.id,
  );
  const { rows, metadata } = cutPage(newestFirst, page);
  return success({ pending_payments: rows.map((view) => paymentBody(view, ask.world)), _metadata: metadata });
}

/** DELETE /wallet/:id/pending-payment/:pid: the money goes back to its payer. */
export function cancelPayment(ask: WalletAsk): Answer {
  const found = findView(ask);
  if ('status' in found) return found;
  const { payment, side } = found;
  if (payment.status !== 'pending') return settled(payment);
  if (!payment.cancelableBy.includes(side)) {
    return refusal('invalid_state', 'this payment cannot be cancelled from this wallet');
  }
  returnPayment(payment, 'cancelled', ask.world);
  return success(paymentBody(found, ask.world));
}

/** PUT /wallet/:id/pending-payment/:pid {password}: the money comes. Source: seed 001, "Providing the password". */
export function providePassword(ask: WalletAsk): Answer {
  const found = findView(ask);
  if ('status' in found) return found;
  const { payment, side } = found;
  const read = readJson(ask.body, z.object({ password: z.string().min(1) }));
  if (!read.ok) return read.answer;
  if (payment.status !== 'pending') return settled(payment);
  if (side !== 'payee' || payment.type !== 'password') {
    return refusal('invalid_state', 'this is no incoming payment that waits for a password');
  }
  // Of the codes that the API's table has, the one for a parameter that is wrong; the seed names none.
  if (read.value.password !== payment.password) return refusal('invalid_parameters', 'the password is wrong');
  acceptPayment(payment, ask.world);
  return success(paymentBody(found, ask.world));
}

function refusePayments({ world }: WalletAsk): Answer | null {
  return world.state.data.client.pendingPaymentsAllowed
    ? null
    : refusal('forbidden', 'pending payments need a special permission');
}

function settled({ status }: PaymentRecord): Answer {
  return refusal('invalid_state', `this payment is not pending any more: ${status}`);
}

/** The payment that the path names, seen from the path's wallet, or the refusal. */
function findView(ask: WalletAsk): View | Answer {
  const refused = refusePayments(ask);
  if (refused !== null) return refused;
  const view = viewsOf(ask).find(({ payment }) => payment.id === ask.call.paymentId);
  if (view === undefined) return refusal('not_found', 'this wallet has no such payment');
  const need = needOf[view.side];
  return permits(ask, ask.entry, need) ? view : notGranted(ask.caller, need);
}

/** Payments belong to the wallet that they name, not to others of the same account. */
function viewsOf({ entry, world }: WalletAsk): View[] {
  return world.state.data.pendingPayments.flatMap((payment): View[] => [
    ...(payment.payee === entry.wallet.id ? [{ payment, side: 'payee' } as const] : []),
    ...(payment.payer === entry.wallet.id ? [{ payment, side: 'payer' } as const] : []),
  ]);
}

/** Fields in the order of the seed's example; only an outgoing payment carries its password. */
function paymentBody({ payment, side }: View, world: World): unknown {
  const { payer, payee } = endsOf(payment, world);
  const other = side === 'payer' ? payee : payer;
  const until = validUntil(payment, world);
  return {
    id: payment.id,
    amount: payment.amount,
    currency: payment.currency,
    amount_decimal: decimal(payment.amount, exponentOf(payment.currency, world.state.data.currencies)),
    details: payment.details,
    type: payment.type,
    direction: directionOf[side],
    cancelable: payment.status === 'pending' && payment.cancelableBy.includes(side),
    date: momentOf(payment, world.state.bornAt),
    ...(until !== null && { valid_until: until }),
    other_party: {
      wallet_id: other.wallet.id,
      user_id: holderOf(other),
      display_name: other.accountOwner.displayName,
    },
    ...(side === 'payer' && payment.password !== undefined && { password: payment.password }),
    ...(payment.transferId !== undefined && { transfer_id: payment.transferId }),
    ...(payment.transactionKey !== undefined && { transaction_key: payment.transactionKey }),
  };
}

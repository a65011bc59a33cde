import { momentOf, type PaymentRecord } from './records.ts';
import { type BookEntry, holderOf } from './wallet-book.ts';
import type { World } from './world.ts';

export type Side = 'payer' | 'payee';

/** A payment with the wallets on both of its ends. */
export interface PaymentEnds {
  readonly payer: BookEntry;
  readonly payee: BookEntry;
}

/** Both ends of a payment; data that name wallets which do not exist are refused at the start. */
export function endsOf(payment: PaymentRecord, { book }: World): PaymentEnds {
  const [payer, payee] = [book.findById(payment.payer), book.findById(payment.payee)];
  if (payer === undefined || payee === undefined) throw new Error(`payment ${payment.id} has an end that is no wallet`);
  return { payer, payee };
}

/** When a payment lapses, in unix seconds; null where it never does. */
export function validUntil(payment: PaymentRecord, { state }: World): number | null {
  return payment.validForSeconds === undefined ? null : momentOf(payment, state.bornAt) + payment.validForSeconds;
}

/** Moves the payer's reserved money to the payee, and writes it into both histories. */
export function acceptPayment(payment: PaymentRecord, world: World): void {
  const { payer, payee } = endsOf(payment, world);
  takeReserved(payer, payment);
  give(payee, payment);
  payment.status = 'accepted';
  if (payment.detailsOnceAccepted !== undefined) payment.details = payment.detailsOnceAccepted;
  const common = {
    amount: payment.amount,
    currency: payment.currency,
    date: world.nowSeconds(),
    details: payment.details,
    type: 'transfer',
    transferId: payment.transferId,
  };
  world.addStatement(payer.account.number, { ...common, direction: 'out', otherParty: partyOf(payee) });
  world.addStatement(payee.account.number, { ...common, direction: 'in', otherParty: partyOf(payer) });
}

/** Gives the payer's reserved money back. */
export function returnPayment(payment: PaymentRecord, status: 'cancelled' | 'expired', world: World): void {
  const { payer } = endsOf(payment, world);
  takeReserved(payer, payment);
  give(payer, payment);
  payment.status = status;
}

/** Returns the money of every payment whose time is over. */
export function expirePayments(world: World): boolean {
  const now = world.nowSeconds();
  const lapsed = world.state.data.pendingPayments.filter((payment) => {
    const until = validUntil(payment, world);
    return payment.status === 'pending' && until !== null && until < now;
  });
  for (const payment of lapsed) returnPayment(payment, 'expired', world);
  return lapsed.length > 0;
}

export interface PayIn {
  readonly amount: number;
  readonly currency: string;
  readonly details: string;
}

/** Money from outside, at once: the balance and the history of the wallet's account grow. */
export function payIn(entry: BookEntry, { amount, currency, details }: PayIn, world: World): void {
  give(entry, { amount, currency });
  const statement = { amount, currency, details, direction: 'in', date: world.nowSeconds(), type: 'cash' } as const;
  world.addStatement(entry.account.number, statement);
}

interface Amount {
  readonly amount: number;
  readonly currency: string;
}

function takeReserved({ account }: BookEntry, { amount, currency }: Amount): void {
  const balance = account.balances[currency];
  // Checked against the data at the start and kept by every movement since: less is a bug.
  if (balance === undefined || balance.reserved < amount) throw new Error('more money would leave than there is');
  balance.reserved -= amount;
}

function give({ account }: BookEntry, { amount, currency }: Amount): void {
  const balance = account.balances[currency] ?? { atDisposal: 0, reserved: 0 };
  balance.atDisposal += amount;
  account.balances[currency] = balance;
}

/** The other party of a statement, as its table names it. */
function partyOf(entry: BookEntry) {
  return {
    display_name: entry.accountOwner.displayName,
    account_number: entry.account.number,
    user_id: holderOf(entry),
    wallet_id: entry.wallet.id,
  };
}

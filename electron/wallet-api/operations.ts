import type { Endpoint } from './endpoint.ts';
import { acceptPendingPayment } from './endpoints/accept-pending-payment.ts';
import { cancelPendingPayment } from './endpoints/cancel-pending-payment.ts';
import { checkSufficientAmount } from './endpoints/check-sufficient-amount.ts';
import { confirmCard } from './endpoints/confirm-card.ts';
import { deleteDescription } from './endpoints/delete-description.ts';
import { findWallet } from './endpoints/find-wallet.ts';
import { readBalance } from './endpoints/read-balance.ts';
import { readBalanceReceipt } from './endpoints/read-balance-receipt.ts';
import { readFavourites } from './endpoints/read-favourites.ts';
import { readPendingPayments } from './endpoints/read-pending-payments.ts';
import { readReservationStatements } from './endpoints/read-reservation-statements.ts';
import { readServer } from './endpoints/read-server.ts';
import { readStatements } from './endpoints/read-statements.ts';
import { readWallet } from './endpoints/read-wallet.ts';
import { relateCard } from './endpoints/relate-card.ts';
import { searchWallets } from './endpoints/search-wallets.ts';
import { setDescription } from './endpoints/set-description.ts';

/** Every operation by its name, in the order of the specification: settings, the command line and the docs derive from it. */
export const operations = {
  'server.read': readServer,
  'wallet.read': readWallet,
  'wallet.find': findWallet,
  'balance.read': readBalance,
  'balance-receipt.read': readBalanceReceipt,
  'wallet.check-sufficient-amount': checkSufficientAmount,
  'statements.read': readStatements,
  'reservation-statements.read': readReservationStatements,
  'pending-payments.read': readPendingPayments,
  'pending-payment.cancel': cancelPendingPayment,
  'pending-payment.accept': acceptPendingPayment,
  'favourites.read': readFavourites,
  'card.relate': relateCard,
  'card.confirm': confirmCard,
  'description.set': setDescription,
  'description.delete': deleteDescription,
  'wallets.search': searchWallets,
} as const satisfies Readonly<Record<string, Endpoint>>;

export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as readonly OperationName[];

import type { OperationName } from '../wallet-api/operations.ts';

/** The API's operation behind each thing that the desk offers and a station's settings can switch off. */
const operationBehind = {
  receipt: 'balance-receipt.read',
  'sufficient-amount': 'wallet.check-sufficient-amount',
  statements: 'statements.read',
  reservations: 'reservation-statements.read',
  payments: 'pending-payments.read',
  'cancel-payment': 'pending-payment.cancel',
  'accept-payment': 'pending-payment.accept',
  favourites: 'favourites.read',
  'set-description': 'description.set',
  'delete-description': 'description.delete',
  search: 'wallets.search',
  'relate-card': 'card.relate',
  'confirm-card': 'card.confirm',
} as const satisfies Readonly<Record<string, OperationName>>;

type Offered = keyof typeof operationBehind;

/** What of the desk's offer is switched off. */
export function operationsOff(isOff: (operation: OperationName) => boolean): Offered[] {
  return (Object.keys(operationBehind) as Offered[]).filter((offered) => isOff(operationBehind[offered]));
}

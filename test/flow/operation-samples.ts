import type { Endpoint } from '../../electron/wallet-api/endpoint.ts';
import { type OperationName, operations } from '../../electron/wallet-api/operations.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import type { WalletFault, WalletSimulator } from '../../simulator/wallet/server.ts';

type FaultTarget = NonNullable<Extract<WalletFault, { kind: 'latency' }>['on']>;

/** A sample of each operation that succeeds with the simulator's people as they are when it starts. */
interface Sample {
  readonly endpoint: Endpoint;
  readonly parameters: unknown;
  /** What the simulator calls the operation. */
  readonly target: FaultTarget;
  /** What must have been asked before. */
  prepare?(api: WalletApi, simulator: WalletSimulator): Promise<unknown>;
}

const card = { issuer: 'paysera', number: '5487963154' } as const;

function sample(name: OperationName, target: FaultTarget, parameters: unknown, prepare?: Sample['prepare']): Sample {
  return { endpoint: operations[name], target, parameters, prepare };
}

export const samples: Readonly<Record<OperationName, Sample>> = {
  'server.read': sample('server.read', 'server', {}),
  'wallet.read': sample('wallet.read', 'wallet', { walletId: 14471 }),
  'wallet.find': sample('wallet.find', 'wallet', { kind: 'company-code', country: 'lt', code: '300060819' }),
  'balance.read': sample('balance.read', 'balance', { walletId: 14471, convert_to: 'EUR' }),
  'balance-receipt.read': sample('balance-receipt.read', 'receipt', { walletId: 14471, locale: 'lt', width: 42 }),
  'wallet.check-sufficient-amount': sample('wallet.check-sufficient-amount', 'sufficient-amount', {
    walletId: 14471,
    amount: 1000,
    currency: 'EUR',
  }),
  'statements.read': sample('statements.read', 'statements', { walletId: 14471, from: 0, limit: 50 }),
  'reservation-statements.read': sample('reservation-statements.read', 'reservation-statements', { walletId: 14471 }),
  'pending-payments.read': sample('pending-payments.read', 'pending-payments', { walletId: 14471, direction: 'in' }),
  'pending-payment.cancel': sample('pending-payment.cancel', 'cancel-payment', { walletId: 14471, paymentId: 59418 }),
  'pending-payment.accept': sample('pending-payment.accept', 'provide-password', {
    walletId: 14471,
    paymentId: 59418,
    password: 'some secret',
  }),
  'favourites.read': sample('favourites.read', 'favourites', { walletId: 14471 }),
  'card.relate': sample('card.relate', 'relate-card', { walletId: 14471, ...card }),
  'card.confirm': sample('card.confirm', 'confirm-card', { walletId: 254789, code: 'ABCDEF' }, (api) =>
    api.call(operations['card.relate'], { walletId: 14471, ...card }),
  ),
  'description.set': sample('description.set', 'set-description', {
    walletId: 14471,
    description: 'My personal account',
  }),
  'description.delete': sample('description.delete', 'delete-description', { walletId: 14471 }),
  'wallets.search': sample('wallets.search', 'search-wallets', { email: ['smith@example.com'] }),
};

import type { Permission } from '../../shared/domain/roles.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { AnswerOf, Endpoint, ParametersOf } from '../wallet-api/endpoint.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';
import type { ActionScope } from './action-scope.ts';
import type { Operators } from './operators.ts';

/** What each operation of the API is allowed by; null for the till's own questions, which concern nobody. */
const permissionOf: Readonly<Record<OperationName, Permission | null>> = {
  'server.read': null,
  'wallet.read': 'serve',
  'wallet.find': 'serve',
  'balance.read': 'serve',
  'balance-receipt.read': 'print',
  'wallet.check-sufficient-amount': 'serve',
  'statements.read': 'lists',
  'reservation-statements.read': 'lists',
  'pending-payments.read': 'lists',
  'pending-payment.cancel': 'change',
  'pending-payment.accept': 'change',
  'favourites.read': 'lists',
  'card.relate': 'change',
  'card.confirm': 'change',
  'description.set': 'change',
  'description.delete': 'change',
  'wallets.search': 'serve',
};

/**
 * Lets through what was allowed. A call of the page was looked at as it came, with all that it does; what comes without
 * one, a scan, is looked at here.
 */
export function permittedApi(
  api: WalletApi,
  operators: Pick<Operators, 'may'>,
  scope: Pick<ActionScope, 'current'>,
): WalletApi {
  return {
    get link() {
      return api.link;
    },
    whyDisabled: (operation) => api.whyDisabled(operation),
    onLinkChanged: (listener) => api.onLinkChanged(listener),
    noteSettlement: (endpoint, parameters, found) => api.noteSettlement?.(endpoint, parameters, found),
    close: () => api.close(),
    async call<E extends Endpoint>(
      endpoint: E,
      parameters: ParametersOf<E>,
      options?: CallOptions,
    ): Promise<Result<AnswerOf<E>>> {
      const permission = permissionOf[endpoint.name as OperationName];
      const allowed = permission === null || scope.current() !== null ? ok(null) : operators.may(permission);
      return allowed.ok ? api.call(endpoint, parameters, options) : allowed;
    },
  };
}

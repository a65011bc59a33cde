import type { Permission } from '../../shared/domain/roles.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { AnswerOf, Endpoint, ParametersOf } from '../wallet-api/endpoint.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';
import type { Operators } from './operators.ts';
import type { StationActor } from './station-actor.ts';

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

/** Lets through what whoever is at the station may do; both names stand in the journal where a supervisor allowed it. */
export function permittedApi(api: WalletApi, operators: Pick<Operators, 'take'>, actor: StationActor): WalletApi {
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
      const taken = permission === null ? null : operators.take(permission);
      if (taken !== null && !taken.ok) {
        return taken;
      }
      actor.setApprover(taken?.value.approver ?? null);
      // The journal reads who acts as the call begins; what comes after it is somebody's else.
      const answer = api.call(endpoint, parameters, options);
      actor.setApprover(null);
      return answer;
    },
  };
}

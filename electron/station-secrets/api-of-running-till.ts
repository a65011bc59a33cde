import { appError } from '../../shared/errors/app-error.ts';
import { err, type Result } from '../../shared/errors/result.ts';
import type { AskedTill } from '../till-socket/ask-till.ts';
import { orAborted, startDeadline } from '../wallet-api/deadline.ts';
import type { AnswerOf, Endpoint, ParametersOf } from '../wallet-api/endpoint.ts';
import { readServer } from '../wallet-api/endpoints/read-server.ts';
import { createLink } from '../wallet-api/link.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';
import type { TillRequest } from './answer-commands.ts';

const usualTimeoutMs = 10_000;
/** For the way there and back; the deadline itself is kept by the till that asks the API. */
const marginMs = 3_000;
/** After which nobody here knows whether the till's request was done. */
const lostOnTheWay: ReadonlySet<string> = new Set(['api.connection-lost', 'api.timed-out']);

/**
 * The API by way of the running till, which signs, sends and counts; what it answers has been held against the same
 * declarations. A change whose answer was lost on this way is `api.outcome-unknown`, as it is on every other.
 */
export function createApiOfRunningTill(till: AskedTill, operations: readonly string[] | null): WalletApi {
  const link = createLink();
  const whyDisabled: WalletApi['whyDisabled'] = (operation) =>
    operations === null || operation === readServer.name || operations.includes(operation)
      ? null
      : appError('api.operation-disabled', { operation, reason: 'not-in-settings', sent: false });

  async function call<E extends Endpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options: CallOptions = {},
  ): Promise<Result<AnswerOf<E>>> {
    const { timeoutMs = usualTimeoutMs, priority, signal } = options;
    const request: TillRequest = {
      kind: 'call',
      operation: endpoint.name,
      parameters,
      timeoutMs,
      ...(priority === undefined ? {} : { priority }),
    };
    const startedMs = performance.now();
    const deadline = startDeadline(timeoutMs + marginMs, signal);
    const answer = await orAborted(till.ask(request), deadline.signal).finally(deadline.clear);
    if (answer.ok) {
      link.reached(performance.now() - startedMs, null);
    }
    const isLost = !answer.ok && lostOnTheWay.has(answer.error.code) && answer.error.details?.sent !== false;
    return isLost && endpoint.effect === 'mutation'
      ? err(appError('api.outcome-unknown', { cause: answer.error.code }))
      : (answer as Result<AnswerOf<E>>);
  }

  return {
    call,
    whyDisabled,
    get link() {
      return link.state;
    },
    onLinkChanged: (listener) => link.onChanged(listener),
    close: async () => till.close(),
  };
}

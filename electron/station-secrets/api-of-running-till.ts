import { appError } from '../../shared/errors/app-error.ts';
import { err, type Result } from '../../shared/errors/result.ts';
import type { AskedTill } from '../till-socket/ask-till.ts';
import type { AnswerOf, Endpoint, ParametersOf } from '../wallet-api/endpoint.ts';
import { readServer } from '../wallet-api/endpoints/read-server.ts';
import { createLink } from '../wallet-api/link.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';
import type { TillRequest } from './answer-commands.ts';

const usualTimeoutMs = 10_000;
/** For the way there and back; the deadline itself is kept by the till that asks the API. */
const marginMs = 3_000;

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
    const answer = await within(till.ask(request), timeoutMs + marginMs, signal);
    if (answer.ok) {
      link.reached(performance.now() - startedMs, null);
    }
    const isLost = !answer.ok && answer.error.code === 'api.connection-lost' && answer.error.details?.sent !== false;
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

function within(
  answer: Promise<Result<unknown>>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Result<unknown>> {
  return new Promise((resolve) => {
    const lose = (reason: string) => () => resolve(err(appError('api.connection-lost', { reason })));
    const timer = setTimeout(lose('the running till does not answer'), timeoutMs);
    const abandon = lose('abandoned');
    signal?.addEventListener('abort', abandon, { once: true });
    void answer.then((result) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abandon);
      resolve(result);
    });
  });
}

import type { ErrorCode } from '../../shared/errors/error-table.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { AnswerOf, Ask, MutationEndpoint, ParametersOf, Settlement } from '../wallet-api/endpoint.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';

/** What is known of a change. Never "failed" for one that was sent and not answered. */
export type MutationOutcome<A> =
  | { readonly kind: 'done'; readonly value: A; readonly provenBy: 'answer' | 'read' }
  /** What it would have ended was still there when it was read: it may be asked for again. */
  | { readonly kind: 'not-settled' }
  /** The operator decides; `cause` says why nobody knows. */
  | { readonly kind: 'unknown'; readonly cause: ErrorCode };

export interface MutationOptions extends CallOptions {
  /** The answer is lost: what may prove the change is read from now on. */
  readonly onLost?: () => void;
}

/**
 * Makes a change once. If its answer is lost, reads what may prove it done; it is never sent again from here.
 * Errors: those of the operation, each of which means that nothing was changed.
 */
export async function performMutation<E extends MutationEndpoint>(
  api: WalletApi,
  endpoint: E,
  parameters: ParametersOf<E>,
  { onLost, ...options }: MutationOptions = {},
): Promise<Result<MutationOutcome<AnswerOf<E>>>> {
  const answer = await api.call(endpoint, parameters, options);
  if (answer.ok) {
    return ok({ kind: 'done', value: answer.value, provenBy: 'answer' });
  }
  if (answer.error.code !== 'api.outcome-unknown') {
    return answer;
  }
  onLost?.();
  return ok(await settleMutation(api, endpoint, parameters, options));
}

/**
 * Looks up what became of a change whose answer was lost; may be asked as often as the operator likes.
 * Source: wallet-api.md, "Reading cannot settle everything".
 */
export async function settleMutation<E extends MutationEndpoint>(
  api: WalletApi,
  endpoint: E,
  parameters: ParametersOf<E>,
  options: CallOptions = {},
): Promise<MutationOutcome<AnswerOf<E>>> {
  const { settleBy } = endpoint;
  if (settleBy === 'operator') {
    return { kind: 'unknown', cause: 'api.outcome-unknown' };
  }
  // Not the caller's signal: whoever asked may have gone, and what happened must be known all the same.
  const { timeoutMs, priority } = options;
  const ask: Ask = (read, asked) => api.call(read, asked, { timeoutMs, priority });
  const read = await settleBy.settle(ask, endpoint.parameters.parse(parameters));
  if (read.ok) {
    api.noteSettlement?.(endpoint, parameters, read.value.kind);
  }
  return read.ok ? outcomeOf<E>(read.value) : { kind: 'unknown', cause: read.error.code };
}

function outcomeOf<E extends MutationEndpoint>(settlement: Settlement<unknown>): MutationOutcome<AnswerOf<E>> {
  switch (settlement.kind) {
    case 'done':
      // The declaration of the endpoint ties what its read proves to what it answers.
      return { kind: 'done', value: settlement.value as AnswerOf<E>, provenBy: 'read' };
    case 'not-settled':
      return { kind: 'not-settled' };
    case 'unknown':
      return { kind: 'unknown', cause: 'api.outcome-unknown' };
  }
}

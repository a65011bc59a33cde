import type { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { AnswerOf, Endpoint, MutationEndpoint, ParametersOf, Settlement } from './endpoint.ts';
import type { OperationName } from './operations.ts';
import type { Priority } from './request-budget.ts';

export interface CallOptions {
  /** Ends the wait at once, with `api.connection-lost` and `details.abandoned`: whoever asked has gone on. */
  readonly signal?: AbortSignal;
  /** Deadline for the whole call: connecting, every repetition, parsing. The client's own (10 s) when absent. */
  readonly timeoutMs?: number;
  /** Whether somebody waits at the desk, the default; a background job stops before the budget is used up. */
  readonly priority?: Priority;
}

/**
 * What the last traffic said about the way to the API; for the status strip. A refusal is an answer: the way is intact.
 * A positive `clockOffsetMs` means that this computer's clock is slow.
 */
export type LinkState =
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'reached'; readonly latencyMs: number; readonly clockOffsetMs: number | null }
  | { readonly kind: 'broken'; readonly code: ErrorCode };

/** The one way to the Wallet API. Endpoints are data (`endpoints/*`); signing, deadlines and parsing live behind this. */
export interface WalletApi {
  /** Never rejects for an expected failure: the error table names each. */
  call<E extends Endpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options?: CallOptions,
  ): Promise<Result<AnswerOf<E>>>;
  /** Why an operation is not offered here: `api.operation-disabled`; null when it is. Screens hide what is off. */
  whyDisabled(operation: OperationName): AppError | null;
  readonly link: LinkState;
  /** Tells of every answer and failure; answers with the function that ends it. */
  onLinkChanged(listener: (state: LinkState) => void): () => void;
  /** Hears what reading proved of a change whose answer was lost; only where somebody keeps account of it. */
  noteSettlement?(endpoint: MutationEndpoint, parameters: unknown, found: Settlement<unknown>['kind']): void;
  /** Cuts what is under way, as `api.connection-lost`. */
  close(): Promise<void>;
}

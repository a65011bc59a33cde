import type { Result } from '../../shared/errors/result.ts';
import type { AnswerOf, Endpoint, ParametersOf } from './endpoint.ts';

export interface CallOptions {
  /** Ends the wait at once; the answer is `api.timed-out`'s sibling `api.connection-lost` and nobody reads it. */
  readonly signal?: AbortSignal;
  /** Deadline for the whole call, connecting and parsing included. The client's default when absent. */
  readonly timeoutMs?: number;
}

/** What the last traffic said about the way to the API; for the status strip. */
export type LinkState =
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'reached'; readonly latencyMs: number; readonly clockOffsetMs: number | null }
  | { readonly kind: 'broken'; readonly code: import('../../shared/errors/error-table.ts').ErrorCode };

/** The one way to the Wallet API. Endpoints are data (`endpoints/*`); signing, deadlines and parsing live behind this. */
export interface WalletApi {
  /** Never rejects for an expected failure: the error table names each. */
  call<E extends Endpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options?: CallOptions,
  ): Promise<Result<AnswerOf<E>>>;
  readonly link: LinkState;
  onLinkChanged(listener: (state: LinkState) => void): () => void;
  close(): Promise<void>;
}

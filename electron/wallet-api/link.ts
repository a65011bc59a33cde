import type { AppError } from '../../shared/errors/app-error.ts';
import type { LinkState } from './wallet-api.ts';

/** Keeps what the last traffic said about the way to the API, and tells who listens. */
export interface Link {
  readonly state: LinkState;
  onChanged(listener: (state: LinkState) => void): () => void;
  /** An answer came that the API itself wrote, a refusal included. */
  reached(latencyMs: number, clockOffsetMs: number | null): void;
  /** The call failed; only a failure of the way, or of what stands at its end, says something about it. */
  failed(error: AppError): void;
}

export function createLink(): Link {
  let state: LinkState = { kind: 'unchecked' };
  const listeners = new Set<(state: LinkState) => void>();
  const become = (next: LinkState): void => {
    state = next;
    for (const listener of [...listeners]) {
      listener(next);
    }
  };
  return {
    get state() {
      return state;
    },
    onChanged(listener) {
      // Wrapped, so that a listener added twice is two and each is removed by its own function.
      const entry = (next: LinkState): void => listener(next);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    reached: (latencyMs, clockOffsetMs) => become({ kind: 'reached', latencyMs, clockOffsetMs }),
    failed: (error) => become({ kind: 'broken', code: error.code }),
  };
}

import type { Result } from '../../shared/errors/result.ts';
import type { AnswerOf, Endpoint, ParametersOf } from './endpoint.ts';
import type { OperationName } from './operations.ts';
import type { CallOptions, LinkState, WalletApi } from './wallet-api.ts';

export interface ReplaceableApi extends WalletApi {
  /** From the next call on another client is asked; the one before it ends when its last answer has come. */
  replace(next: WalletApi): void;
}

interface Client {
  readonly api: WalletApi;
  pending: number;
  forget: () => void;
}

/** A way to the API whose credentials may change while the till runs; whoever holds it notices nothing. */
export function createReplaceableApi(first: WalletApi): ReplaceableApi {
  const listeners = new Set<(state: LinkState) => void>();
  const listen = (api: WalletApi): Client => ({
    api,
    pending: 0,
    forget: api.onLinkChanged((state) => {
      for (const listener of [...listeners]) {
        listener(state);
      }
    }),
  });
  let current = listen(first);
  const endIfDone = (client: Client): void => {
    if (client !== current && client.pending === 0) {
      void client.api.close();
    }
  };

  async function call<E extends Endpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options?: CallOptions,
  ): Promise<Result<AnswerOf<E>>> {
    const client = current;
    client.pending += 1;
    try {
      return await client.api.call(endpoint, parameters, options);
    } finally {
      client.pending -= 1;
      endIfDone(client);
    }
  }

  return {
    call,
    whyDisabled: (operation: OperationName) => current.api.whyDisabled(operation),
    get link() {
      return current.api.link;
    },
    onLinkChanged(listener) {
      const entry = (state: LinkState): void => listener(state);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    replace(next) {
      const before = current;
      before.forget();
      current = listen(next);
      endIfDone(before);
    },
    close: () => current.api.close(),
  };
}

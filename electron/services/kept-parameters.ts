import type { MutationEndpoint } from '../wallet-api/endpoint.ts';
import { type OperationName, operations } from '../wallet-api/operations.ts';

type MutationName = {
  [N in OperationName]: (typeof operations)[N] extends { readonly effect: 'mutation' } ? N : never;
}[OperationName];

/**
 * Of each change: which of its parameters must never be kept, not even sealed, and what stands in their place when it is
 * looked up. A new change does not compile until somebody has said it.
 */
const secretsOf: Readonly<Record<MutationName, Readonly<Record<string, string>>>> = {
  'pending-payment.cancel': {},
  'pending-payment.accept': { password: '-' },
  'card.relate': {},
  'card.confirm': { code: '-' },
  'description.set': {},
  'description.delete': {},
};

/** What looking a change up later needs, as text to be sealed; null where nothing can be asked. */
export function keptOf(endpoint: MutationEndpoint, parameters: unknown): string | null {
  const secrets = secretsOf[endpoint.name as MutationName];
  return endpoint.settleBy === 'operator' || secrets === undefined
    ? null
    : JSON.stringify({ ...(parameters as object), ...secrets });
}

export interface KeptChange {
  readonly endpoint: MutationEndpoint;
  readonly parameters: unknown;
}

/** The change behind what was kept; null where this program does not know it. */
export function readKept(operation: string, kept: string): KeptChange | null {
  const endpoint = operations[operation as OperationName];
  if (endpoint === undefined || endpoint.effect !== 'mutation') {
    return null;
  }
  const parameters = (endpoint as unknown as MutationEndpoint).parameters.safeParse(JSON.parse(kept));
  return parameters.success ? { endpoint: endpoint as unknown as MutationEndpoint, parameters: parameters.data } : null;
}

import { z } from 'zod';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { runTokenCommand } from '../credentials/token-commands.ts';
import type { TokenFile } from '../credentials/token-file.ts';
import type { Endpoint } from '../wallet-api/endpoint.ts';
import { operations } from '../wallet-api/operations.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import { GivenSecret } from './replace-secret.ts';
import type { StationSecrets } from './station-secrets.ts';

/**
 * What the command line may ask the running till: to carry something out with secrets that it holds. None of them is ever
 * an answer; a new one may be given.
 */
export const TillRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    operation: z.string().max(64),
    parameters: z.unknown(),
    timeoutMs: z.int().positive().max(120_000).optional(),
    priority: z.enum(['customer', 'background']).optional(),
  }),
  z.strictObject({ kind: z.literal('replace-secret'), given: GivenSecret }),
  z.strictObject({ kind: z.literal('reload-secrets') }),
  z.strictObject({ kind: z.literal('look-for-secrets'), text: z.string() }),
  z.strictObject({ kind: z.literal('token'), action: z.enum(['import', 'show', 'forget']), text: z.string() }),
]);
export type TillRequest = z.infer<typeof TillRequest>;

export interface AnsweringTill {
  readonly secrets: StationSecrets;
  readonly tokens: TokenFile;
  readonly clock: () => number;
  /** Whether a secret of the station stands in a text that is to leave it. */
  readonly holdsSecret: (text: string) => boolean;
  /** A new key was tried; what came of it is written down. */
  readonly onReplaced: (result: Result<unknown>) => void;
}

/** Answers the command line's questions. The journal is theirs who ask: what they do is written there by them. */
export function createCommandAnswers(till: AnsweringTill): (request: unknown) => Promise<Result<unknown>> {
  return async (request) => {
    const asked = TillRequest.safeParse(request);
    if (!asked.success) {
      return err(appError('command.usage', { problem: 'another version of the till is running' }));
    }
    const { data } = asked;
    switch (data.kind) {
      case 'call':
        return call(till.secrets.api, data);
      case 'replace-secret':
        return noting(await till.secrets.replace(data.given), till);
      case 'reload-secrets':
        return noting(await till.secrets.reload(), till);
      case 'look-for-secrets':
        return ok({ found: till.holdsSecret(data.text) });
      case 'token':
        return runTokenCommand(data.action, {
          file: till.tokens,
          clock: till.clock,
          readAll: async () => data.text,
        });
    }
  };
}

function noting<T>(result: Result<T>, { onReplaced }: AnsweringTill): Result<T> {
  onReplaced(result);
  return result;
}

async function call(api: WalletApi, asked: Extract<TillRequest, { kind: 'call' }>): Promise<Result<unknown>> {
  const { operation, parameters, timeoutMs, priority } = asked;
  if (!Object.hasOwn(operations, operation)) {
    return err(appError('command.usage', { problem: 'another version of the till is running' }));
  }
  const endpoint: Endpoint = operations[operation as keyof typeof operations];
  return api.call(endpoint, parameters as never, {
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(priority === undefined ? {} : { priority }),
  });
}

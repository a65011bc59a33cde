import type { z } from 'zod';
import { type Caller, isGranted, type Need } from '../access.ts';
import { type Answer, refusal } from '../answer.ts';
import type { Call } from '../routes.ts';
import type { BookEntry } from '../wallet-book.ts';
import type { World } from '../world.ts';

/** One authenticated request and what it can see. */
export interface Ask {
  readonly call: Call;
  readonly caller: Caller;
  readonly body: Uint8Array;
  /** False where the receipt feature is not enabled for the client. */
  readonly receiptsEnabled: boolean;
  readonly world: World;
}

/** A request about one wallet that exists. */
export interface WalletAsk extends Ask {
  readonly entry: BookEntry;
}

/** The wallet that `me` stands for, if it stands for one. */
export function findMe({ caller, world }: Pick<Ask, 'caller' | 'world'>): BookEntry | undefined {
  const walletId = caller.kind === 'token' ? caller.token.wallet : world.state.data.client.me;
  return walletId === undefined ? undefined : world.book.findById(walletId);
}

/** Whether the caller may do something with a wallet. */
export function permits(ask: Ask, entry: BookEntry, need: Need): boolean {
  return isGranted(ask.caller, entry, need, ask.caller.kind === 'token' ? findMe(ask) : undefined);
}

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Answer };

/** A JSON body by its schema: what is no JSON is an invalid request, what does not fit has invalid parameters. */
export function readJson<T>(body: Uint8Array, schema: z.ZodType<T>): Parsed<T> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { ok: false, answer: refusal('invalid_request', 'the body is not JSON in UTF-8') };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the body'))];
  return { ok: false, answer: refusal('invalid_parameters', `missing or malformed: ${fields.join(', ')}`) };
}

import type {
  Favourite,
  PendingPayment,
  ReservationStatement,
  Statement,
  StatementFilter,
} from '../../shared/domain/account-records.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import { readFavourites } from '../wallet-api/endpoints/read-favourites.ts';
import { readPendingPayments } from '../wallet-api/endpoints/read-pending-payments.ts';
import { readReservationStatements } from '../wallet-api/endpoints/read-reservation-statements.ts';
import { readStatements } from '../wallet-api/endpoints/read-statements.ts';
import { type Page, type PagingOptions, readPages } from '../wallet-api/paging.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';

/** A wallet's number, or `me` where an access token says whose. */
export type WalletReference = number | 'me';

export interface ListOptions extends PagingOptions {
  readonly call?: CallOptions;
}

export type Pages<R> = AsyncGenerator<Result<Page<R>>, void>;

const weekSeconds = 7 * 24 * 3600;

export interface StatementListOptions extends ListOptions {
  /** Milliseconds since the epoch, by this computer; corrected here by what the API said of its own. */
  readonly clock: () => number;
}

/**
 * Lists statements, newest first. What is not said of `from` and `to` is fixed before the first page, as the API would
 * fix it for each page anew: now, and the week before it.
 * Errors, as the last page: `wallet.access-revoked`, `wallet.not-found`, `api.*`.
 */
export function listStatements(
  api: WalletApi,
  walletId: WalletReference,
  filter: StatementFilter,
  options: StatementListOptions,
): Pages<Statement> {
  const to = filter.to ?? serverSeconds(api, options.clock);
  const pinned = {
    ...filter,
    currency: filter.currency?.slice(),
    to,
    from: filter.from ?? Math.max(0, to - weekSeconds),
  };
  const ask = async (part: { limit: number; offset: number }): Promise<Result<Page<Statement>>> => {
    const answer = await api.call(readStatements, { walletId, ...pinned, ...part }, options.call);
    return answer.ok ? ok({ rows: answer.value.statements, total: answer.value._metadata.total }) : answer;
  };
  return readPages({ ask, idOf: ({ id }) => id }, options);
}

/** Now, in Unix seconds, by the service's clock as far as its answers told it. */
export function serverSeconds(api: WalletApi, clock: () => number): number {
  const offsetMs = api.link.kind === 'reached' ? (api.link.clockOffsetMs ?? 0) : 0;
  return Math.floor((clock() + offsetMs) / 1000);
}

/** Lists pending payments. Errors, as the last page: `wallet.access-revoked`, `wallet.not-found`, `api.*`. */
export function listPendingPayments(
  api: WalletApi,
  walletId: WalletReference,
  filter: { readonly type?: string; readonly direction?: 'in' | 'out' },
  options: ListOptions = {},
): Pages<PendingPayment> {
  const ask = async (part: { limit: number; offset: number }): Promise<Result<Page<PendingPayment>>> => {
    const answer = await api.call(readPendingPayments, { walletId, ...filter, ...part }, options.call);
    return answer.ok ? ok({ rows: answer.value.pending_payments, total: answer.value._metadata.total }) : answer;
  };
  return readPages({ ask, idOf: ({ id }) => id }, options);
}

/** Lists whom the user pays most. Errors, as the last page: `wallet.access-revoked`, `wallet.not-found`, `api.*`. */
export function listFavourites(api: WalletApi, walletId: WalletReference, options: ListOptions = {}): Pages<Favourite> {
  const ask = async (part: { limit: number; offset: number }): Promise<Result<Page<Favourite>>> => {
    const answer = await api.call(readFavourites, { walletId, ...part }, options.call);
    return answer.ok ? ok({ rows: answer.value.favourites, total: answer.value._metadata.total }) : answer;
  };
  return readPages({ ask, idOf: ({ user_info }) => user_info.wallet_id }, options);
}

/** The rows of a list, one at a time, ending after the first error. */
export async function* rowsOf<R>(pages: Pages<R>): AsyncGenerator<Result<R>, void> {
  for await (const page of pages) {
    if (!page.ok) {
      yield page;
      return;
    }
    for (const row of page.value.rows) {
      yield ok(row);
    }
  }
}

export interface Reservations {
  readonly rows: readonly ReservationStatement[];
  /** How many there are; "N of total" when the answer held fewer. */
  readonly total: number;
  readonly isComplete: boolean;
}

/** Reads reservations in one request: no paging of them is documented. Errors: `wallet.access-revoked`, `api.*`. */
export async function readReservations(
  api: WalletApi,
  walletId: WalletReference,
  options?: CallOptions,
): Promise<Result<Reservations>> {
  const answer = await api.call(readReservationStatements, { walletId }, options);
  if (!answer.ok) {
    return answer;
  }
  const { reservation_statements: rows, _metadata: metadata } = answer.value;
  return ok({ rows, total: metadata.total, isComplete: rows.length >= metadata.total });
}

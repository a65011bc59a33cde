import { ok, type Result } from '../../shared/errors/result.ts';
import { mostRowsPerPage } from './endpoints/page.ts';

export interface Page<R> {
  /** Rows that no earlier page had. */
  readonly rows: readonly R[];
  /** How many there are by the API's latest count. */
  readonly total: number;
}

/** A list of the API that is asked for in parts. */
export interface PageSource<R> {
  ask(part: { readonly limit: number; readonly offset: number }): Promise<Result<Page<R>>>;
  /** What makes a row the same as one of an earlier page. */
  idOf(row: R): number;
}

export interface PagingOptions {
  /** Rows in one answer; 200, the most that the API gives, when absent. */
  readonly pageSize?: number;
  /** Rows to skip at the beginning. */
  readonly offset?: number;
  /** Rows to read at most; all of them when absent. */
  readonly limit?: number;
  /** Waits out a budget that is used up; without it, the error is told. */
  readonly wait?: (waitMs: number) => Promise<void>;
}

/**
 * Reads a list page by page, ending after the first error. Rows that arrive meanwhile push others onto the next page:
 * those are dropped by their id. It stops when everything was read, or when a page adds nothing, so that a server that
 * ignores `offset` is not asked for ever. It keeps one page and the ids, nothing else.
 * Source: wallet-api.md, "Wallet resource".
 */
export async function* readPages<R>(
  source: PageSource<R>,
  options: PagingOptions = {},
): AsyncGenerator<Result<Page<R>>, void> {
  const { pageSize = mostRowsPerPage, limit: mostRows = Number.POSITIVE_INFINITY } = options;
  const seen = new Set<number>();
  let offset = options.offset ?? 0;
  for (;;) {
    const answer = await askPatiently(
      source,
      { limit: Math.min(pageSize, mostRows - seen.size), offset },
      options.wait,
    );
    if (!answer.ok) {
      yield answer;
      return;
    }
    const { rows, total } = answer.value;
    const isFirst = seen.size === 0;
    const added = rows.filter((row) => isNew(seen, source.idOf(row))).slice(0, mostRows);
    if (added.length === 0 && !isFirst) {
      return;
    }
    offset += rows.length;
    yield ok({ rows: added, total });
    if (added.length === 0 || offset >= total || seen.size >= mostRows) {
      return;
    }
  }
}

function isNew(seen: Set<number>, id: number): boolean {
  const before = seen.size;
  return seen.add(id).size > before;
}

async function askPatiently<R>(
  source: PageSource<R>,
  part: { readonly limit: number; readonly offset: number },
  wait: PagingOptions['wait'],
): Promise<Result<Page<R>>> {
  for (;;) {
    const answer = await source.ask(part);
    const waitMs = answer.ok ? undefined : answer.error.details?.waitMs;
    if (answer.ok || wait === undefined || answer.error.code !== 'api.budget-exhausted' || typeof waitMs !== 'number') {
      return answer;
    }
    await wait(waitMs);
  }
}

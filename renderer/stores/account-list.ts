import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { AccountList, ReadList } from './account-flows.ts';
import type { DeskState } from './desk-state.ts';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: number | null;
}

/** Whether opening a list asks for it: somebody is served, and it was not read for them yet. */
export function opensByReading(
  state: DeskState,
  list: 'statements' | 'payments' | 'reservations' | 'favourites',
): boolean {
  return state.customer.kind === 'identified' && state[list].list.kind !== 'read';
}

/** A list as its first page makes it. */
export function listOf<Row>(answer: Result<Page<Row>>): AccountList<Row> {
  return answer.ok
    ? { kind: 'read', ...answer.value, more: { kind: 'idle' } }
    : { kind: 'failed', error: answer.error };
}

/**
 * Adds a page. Rows that arrived meanwhile push others onto the next page: those are dropped by their number, and a page
 * that adds nothing is the last, so that a service which ignores the offset is not asked for ever.
 */
export function withPage<Row>(list: ReadList<Row>, page: Page<Row>, idOf: (row: Row) => number): ReadList<Row> {
  const known = new Set(list.rows.map(idOf));
  const added = page.rows.filter((row) => !known.has(idOf(row)));
  return {
    kind: 'read',
    rows: [...list.rows, ...added],
    total: page.total,
    next: added.length === 0 ? null : page.next,
    more: { kind: 'idle' },
  };
}

export function withFailedPage<Row>(list: ReadList<Row>, error: AppError): ReadList<Row> {
  return { ...list, more: { kind: 'failed', error } };
}

/** The number of the first row, for the selection; null where there is none. */
export function firstId<Row>(list: AccountList<Row>, idOf: (row: Row) => number): number | null {
  const first = list.kind === 'read' ? list.rows[0] : undefined;
  return first === undefined ? null : idOf(first);
}

import { csvLine } from '../../shared/domain/csv.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import {
  type ListOptions,
  listFavourites,
  listPendingPayments,
  listStatements,
  type Pages,
  type WalletReference,
} from '../services/account-lists.ts';
import type { Endpoint } from '../wallet-api/endpoint.ts';
import { type OperationName, operations } from '../wallet-api/operations.ts';
import type { Page } from '../wallet-api/paging.ts';
import { columnsOf, csvRow } from './csv.ts';
import type { Written } from './output.ts';
import type { Parameters, RowFormat, TillCommand } from './read-command.ts';
import type { Till } from './till.ts';

export type ListCommand = Extract<TillCommand, { kind: 'list' }>;

/** Where rows go. */
export type WriteRows = (text: string) => Promise<Written>;

interface Metadata {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

/** The field of an answer that holds its rows. */
const rowsFieldOf: Partial<Record<OperationName, string>> = {
  'statements.read': 'statements',
  'reservation-statements.read': 'reservation_statements',
  'pending-payments.read': 'pending_payments',
  'favourites.read': 'favourites',
};

function fieldOf(operation: OperationName): string {
  const field = rowsFieldOf[operation];
  if (field === undefined) {
    throw new TypeError(`${operation} answers with no rows`);
  }
  return field;
}

/** The whole list as one value, as the API answers: its rows under their name, and `_metadata` of what was read. */
export async function readList(command: ListCommand, till: Till): Promise<Result<unknown>> {
  const { operation, parameters, all } = command;
  if (!all) {
    return askOnce(operation, parameters, till);
  }
  const rows: unknown[] = [];
  let total = 0;
  for await (const page of pagesOf(command, till)) {
    if (!page.ok) {
      return page;
    }
    rows.push(...page.value.rows);
    total = page.value.total;
  }
  const metadata: Metadata = { total, offset: Number(parameters.offset ?? 0), limit: rows.length };
  return ok({ [fieldOf(operation)]: rows, _metadata: metadata });
}

function askOnce(operation: OperationName, parameters: Parameters, { api }: Till): Promise<Result<unknown>> {
  const endpoint: Endpoint = operations[operation];
  return api.call(endpoint, parameters);
}

/**
 * Writes each row as soon as its page is there. What is in memory is one page. `writeAside` is told "N of total" where
 * the rest cannot be asked for: reservations are one answer, and rows alone would look like all of them.
 * Errors: those of the operation; `output.not-written`.
 */
export async function streamList(
  command: ListCommand,
  till: Till,
  write: WriteRows,
  writeAside: (text: string) => void,
): Promise<Result<void>> {
  const field = fieldOf(command.operation);
  const asText = rowWriter(command.format, field);
  const head = command.format === 'csv' ? csvLine(columnsOf[field] ?? []) : '';
  const begun = await writeSome(head, write);
  if (begun !== 'go-on') {
    return begun;
  }
  for await (const page of command.all ? pagesOf(command, till) : onePage(command, till)) {
    if (!page.ok) {
      return page;
    }
    const { rows, total } = page.value;
    const written = await writeSome(rows.map(asText).join(''), write);
    if (written !== 'go-on') {
      return written;
    }
    if (command.operation === 'reservation-statements.read' && rows.length < total) {
      writeAside(`till: ${rows.length} of ${total}\n`);
    }
  }
  return ok(undefined);
}

/** Whether to go on; else how the list ends: well, when whoever read it has seen enough. */
async function writeSome(text: string, write: WriteRows): Promise<'go-on' | Result<void>> {
  const written: Written = text === '' ? { kind: 'written' } : await write(text);
  switch (written.kind) {
    case 'written':
      return 'go-on';
    case 'unread':
      return ok(undefined);
    case 'failed':
      return err(appError('output.not-written', { reason: written.reason }));
  }
}

function rowWriter(format: RowFormat, field: string): (row: unknown) => string {
  const columns = columnsOf[field] ?? [];
  return format === 'csv' ? (row) => csvRow(columns, row) : (row) => `${JSON.stringify(row)}\n`;
}

async function* onePage({ operation, parameters }: ListCommand, till: Till): Pages<unknown> {
  const answer = await askOnce(operation, parameters, till);
  if (!answer.ok) {
    yield answer;
    return;
  }
  const value = answer.value as Readonly<Record<string, unknown>>;
  const page: Page<unknown> = {
    rows: value[fieldOf(operation)] as readonly unknown[],
    total: (value._metadata as Metadata).total,
  };
  yield ok(page);
}

function pagesOf({ operation, parameters }: ListCommand, { api, wait }: Till): Pages<unknown> {
  const { walletId, limit, offset, ...filter } = parameters as Record<string, never>;
  const paging: ListOptions = {
    wait,
    // Nobody stands at a desk and waits for a whole list; the till in the same data folder may have somebody who does.
    call: { priority: 'background' },
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  };
  const wallet = walletId as unknown as WalletReference;
  switch (operation) {
    case 'statements.read':
      return listStatements(api, wallet, filter, { ...paging, clock: Date.now });
    case 'pending-payments.read':
      return listPendingPayments(api, wallet, filter, paging);
    default:
      return listFavourites(api, wallet, paging);
  }
}

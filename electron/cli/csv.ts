import { csvLine } from '../../shared/domain/csv.ts';

// Rows as comma separated values (RFC 4180): a head, CR LF behind each line.

export type Columns = readonly string[];

const partyColumns = ['display_name', 'wallet_id', 'user_id', 'code', 'account_number', 'phone', 'email', 'bic'].map(
  (field) => `other_party.${field}`,
);

/** The columns of each list, by the field that holds its rows: what the specification names, in its order. */
export const columnsOf: Readonly<Record<string, Columns>> = {
  statements: [
    ...['id', 'amount', 'currency', 'amount_decimal', 'details', 'reference_number', 'direction', 'date'],
    ...partyColumns,
    ...['type', 'transfer_id'],
  ],
  reservation_statements: [
    ...['type', 'amount', 'amount_decimal', 'currency', 'date', 'details', 'reference_number'],
    ...partyColumns,
    'transfer_id',
  ],
  pending_payments: [
    ...['id', 'amount', 'currency', 'amount_decimal', 'details', 'type', 'direction', 'cancelable', 'date'],
    ...['valid_until', 'transfer_id', 'transaction_key'],
    ...partyColumns,
  ],
  favourites: [
    'payment_count',
    ...['wallet_id', 'account_number', 'user_id', 'display_name', 'phone', 'email'].map(
      (field) => `user_info.${field}`,
    ),
  ],
};

/** One row; a field that is not there is an empty cell. */
export function csvRow(columns: Columns, row: unknown): string {
  return csvLine(columns.map((column) => fieldAt(row, column.split('.'))));
}

function fieldAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  );
}

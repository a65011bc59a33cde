import { describe, expect, it } from 'vitest';
import { columnsOf, csvRow } from '../../../electron/cli/csv.ts';
import { operations } from '../../../electron/wallet-api/operations.ts';
import { csvLine } from '../../../shared/domain/csv.ts';

describe('a row', () => {
  it('has a cell for each column, empty where the field is absent, and looks into objects', () => {
    const row = { id: 1, amount_decimal: '-30.00', other_party: { display_name: 'Ona' } };
    expect(csvRow(['id', 'amount_decimal', 'details', 'other_party.display_name', 'other_party.bic'], row)).toBe(
      '1,-30.00,,Ona,\r\n',
    );
  });

  it('quotes what would end a cell or a line', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\r\nlines', 'plain'])).toBe('"a,b","say ""hi""","two\r\nlines",plain\r\n');
  });

  it.each(['=HYPERLINK("x")', '+1 per cent', '-x', '@sum', '\tx', '\rx'])(
    'disarms %j, which a spreadsheet would carry out',
    (text) => {
      expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it.each(['-30.00', '-3', '0', '22.99', ''])('leaves %j as it is', (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });
});

describe('the columns of each list', () => {
  interface Schema {
    readonly type?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
  }

  const lists = [
    ['statements', operations['statements.read']],
    ['reservation_statements', operations['reservation-statements.read']],
    ['pending_payments', operations['pending-payments.read']],
    ['favourites', operations['favourites.read']],
  ] as const;

  /** Every field of a schema, those of objects inside behind a dot. */
  function fieldsOf({ properties = {} }: Schema): string[] {
    return Object.entries(properties).flatMap(([name, inner]) =>
      inner.properties === undefined ? [name] : fieldsOf(inner).map((field) => `${name}.${field}`),
    );
  }

  it.each(lists)('%s are the fields of the operation’s answer, each once', (name, { answer }) => {
    const schema = answer.toJSONSchema({ io: 'output', unrepresentable: 'any' }) as Schema;
    const row = schema.properties?.[name]?.items ?? {};
    expect([...(columnsOf[name] ?? [])].sort()).toEqual(fieldsOf(row).sort());
  });
});

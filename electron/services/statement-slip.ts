import type { Statement } from '../../shared/domain/account-records.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import { formatDecimal } from '../../shared/domain/money.ts';
import { spreadLine } from '../../shared/domain/receipt-layout.ts';

/** Words of a slip, in the language of the customer's receipts; a screen never shows them. */
const words: Readonly<Record<Locale, Readonly<Record<'title' | 'account' | 'number' | 'none', string>>>> = {
  en: { title: 'Account statement', account: 'Account', number: 'No.', none: 'Other party not stated' },
  lt: { title: 'Sąskaitos išrašas', account: 'Sąskaita', number: 'Nr.', none: 'Kita šalis nenurodyta' },
  ru: { title: 'Выписка по счёту', account: 'Счёт', number: '№', none: 'Другая сторона не указана' },
};

export interface StatementSlip {
  readonly rows: readonly Statement[];
  /** Number of the account; null where the grant does not show it. */
  readonly account: string | null;
  readonly locale: Locale;
}

/**
 * Composes the slip of some statements from their own fields, `columns` symbols wide: the customer's own data, for
 * their paper alone. Times are the station's.
 */
export function statementSlip({ rows, account, locale }: StatementSlip, columns: number): string {
  const { title, account: accountWord } = words[locale];
  const head = account === null ? [title] : [title, `${accountWord} ${account}`];
  return [...head, '', ...rows.flatMap((row) => [...linesOf(row, locale, columns), ''])].slice(0, -1).join('\n');
}

function linesOf(row: Statement, locale: Locale, columns: number): readonly string[] {
  const { none, number } = words[locale];
  const sign = row.direction === 'in' ? '+' : row.direction === 'out' ? '-' : '';
  const amount = `${sign}${formatDecimal(row.amount_decimal, locale)} ${row.currency}`;
  const party = row.other_party;
  const name = party?.display_name ?? party?.email ?? party?.phone ?? none;
  const known = [name, party?.account_number, row.details, row.reference_number, `${number} ${row.id}`];
  return [...spreadLine(momentOf(row.date), amount, columns), ...known.filter((line) => line !== undefined)];
}

/** `2026-11-20 13:12`, written alike in every language, as the receipt's head is. */
function momentOf(unixSeconds: number): string {
  const at = new Date(unixSeconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(two).join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

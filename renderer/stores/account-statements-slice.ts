import { mostPrintedRows } from '../../shared/contract/account.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { DirectionChoice, StatementFilter, StatementRow, Statements } from './account-flows.ts';
import { noAccountFlows } from './account-flows.ts';
import { firstId, listOf, opensByReading, withFailedPage, withPage } from './account-list.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';

export interface StatementsSlice {
  /** Opens the list, read anew unless it is there already. */
  openStatements(): Promise<void>;
  /** Changes what is wanted and reads it. */
  filterStatements(change: Partial<StatementFilter>): Promise<void>;
  chooseStatementCurrency(currency: CurrencyCode): Promise<void>;
  writeStatementSearch(text: string): void;
  submitStatementSearch(): Promise<void>;
  readStatementsAgain(): Promise<void>;
  readMoreStatements(): Promise<void>;
  selectStatement(id: number): void;
}

const daySeconds = 24 * 3600;
const daysOf = { week: 7, month: 30 } as const;

/** Midnight of the station's own day, in Unix seconds. */
function startOfDay(at: Date): number {
  return Math.floor(new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime() / 1000);
}

/** The day written as `2026-11-20`, of the station's own calendar. */
function dayOf(text: string): Date {
  const [year = 1970, month = 1, day = 1] = text.split('-').map(Number);
  return new Date(year, month - 1, day);
}

/** From when to when, in Unix seconds; null while a range is not whole or ends before it begins. */
export function spanOf(
  { period, from, to }: Pick<StatementFilter, 'period' | 'from' | 'to'>,
  now: number,
): { readonly from: number; readonly to: number | null } | null {
  if (period === 'today') {
    return { from: startOfDay(new Date(now)), to: null };
  }
  if (period !== 'range') {
    return { from: Math.floor(now / 1000) - daysOf[period] * daySeconds, to: null };
  }
  if (from === null || to === null || from > to) {
    return null;
  }
  const last = dayOf(to);
  const end = startOfDay(new Date(last.getFullYear(), last.getMonth(), last.getDate() + 1)) - 1;
  return { from: startOfDay(dayOf(from)), to: end };
}

/** The statements that F9 prints: the newest of those that are shown. */
export function printableStatements({ statements }: DeskState): readonly number[] {
  return statements.list.kind === 'read' ? statements.list.rows.slice(0, mostPrintedRows).map(({ id }) => id) : [];
}

export function selectedStatement({ statements }: DeskState): StatementRow | null {
  return statements.list.kind === 'read'
    ? (statements.list.rows.find(({ id }) => id === statements.selected) ?? null)
    : null;
}

const idOf = ({ id }: StatementRow) => id;
const directionOf = (choice: DirectionChoice) => (choice === 'all' ? null : choice);

export const createStatementsSlice =
  (deps: DeskDeps): DeskSlice<StatementsSlice> =>
  (set, get) => {
    const change = (part: Partial<Statements>) => set((state) => ({ statements: { ...state.statements, ...part } }));

    async function askPage(statements: Statements, offset: number) {
      const { customer } = get();
      const span = spanOf(statements.filter, deps.now());
      if (customer.kind !== 'identified' || span === null) {
        return null;
      }
      const { filter } = statements;
      return deps.till.call('account/read-statements', {
        session: customer.session,
        query: {
          currencies: filter.currencies.slice(),
          direction: directionOf(filter.direction),
          text: filter.text === '' ? null : filter.text,
          from: span.from,
          to: statements.to ?? span.to,
        },
        offset,
      });
    }

    async function readFirst(part: Partial<Statements> = {}): Promise<void> {
      const loading = { kind: 'loading' } as const;
      const base = { ...get().statements, ...part, to: null, selected: null, rangeProblem: false };
      if (spanOf(base.filter, deps.now()) === null) {
        change({ ...base, list: noAccountFlows.statements.list, rangeProblem: true });
        return;
      }
      change({ ...base, list: loading });
      const answer = await askPage(base, 0);
      // Another filter, or another customer: this page is nobody's.
      if (answer === null || get().statements.list !== loading) {
        return;
      }
      const list = listOf(answer);
      change({ list, selected: firstId(list, idOf), to: answer.ok ? answer.value.to : null });
    }

    return {
      async openStatements() {
        get().openPanel('statements');
        if (opensByReading(get(), 'statements')) {
          await readFirst();
        }
      },

      filterStatements: (wanted) => readFirst({ filter: { ...get().statements.filter, ...wanted } }),

      chooseStatementCurrency(currency) {
        const { currencies } = get().statements.filter;
        const chosen = currencies.includes(currency)
          ? currencies.filter((one) => one !== currency)
          : [...currencies, currency];
        return get().filterStatements({ currencies: chosen });
      },

      writeStatementSearch: (typed) => change({ typed: typed.slice(0, 255) }),

      async submitStatementSearch() {
        const { typed, filter } = get().statements;
        const text = typed.trim();
        if (text !== filter.text) {
          await get().filterStatements({ text });
        }
      },

      readStatementsAgain: () => readFirst(),

      async readMoreStatements() {
        const { statements } = get();
        const { list } = statements;
        if (list.kind !== 'read' || list.next === null || list.more.kind === 'loading') {
          return;
        }
        const loading = { ...list, more: { kind: 'loading' } } as const;
        change({ list: loading });
        const answer = await askPage(statements, list.next);
        if (answer === null || get().statements.list !== loading) {
          return;
        }
        change({ list: answer.ok ? withPage(loading, answer.value, idOf) : withFailedPage(loading, answer.error) });
      },

      selectStatement(id) {
        if (get().statements.selected !== id) {
          change({ selected: id });
          get().hideRevealed();
          get().leavePrint();
        }
      },
    };
  };

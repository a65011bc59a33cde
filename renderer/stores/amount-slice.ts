import type { BalanceRow } from '../../shared/contract/customer.ts';
import { isSentInCents, type Money, parseAmount } from '../../shared/domain/money.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';
import type { Question } from './flows.ts';

export interface AmountSlice {
  /** Replaces what is typed; a question asked before is void. */
  writeAmount(text: string): void;
  /** One key: a digit, a separator. After an answer it begins the next amount. */
  typeAmount(sign: string): void;
  deleteSign(): void;
  clearAmount(): void;
  chooseCurrency(currency: CurrencyCode): void;
  /** Is the amount covered? What is not an amount is said so before anything is sent. */
  ask(): Promise<void>;
}

/** Longer than any amount that `parseAmount` accepts. */
const mostSigns = 18;

/** Rows of the balance that was read last; none while it is not known. */
export function balanceRows(state: DeskState): readonly BalanceRow[] {
  const { customer } = state;
  return customer.kind === 'identified' && customer.balance.kind === 'read' ? customer.balance.view.rows : [];
}

/** Currencies that can be asked about: the customer's, or the station's while they are not known. */
export function askableCurrencies(state: DeskState): readonly CurrencyCode[] {
  const rows = balanceRows(state);
  const own = state.station?.currency ?? CurrencyCode.parse('EUR');
  return rows.length === 0 ? [own] : rows.map((row) => row.currency);
}

/** The currency chosen; else the station's own, else the first one in which an amount has a meaning. */
export function amountCurrency(state: DeskState): CurrencyCode {
  const currencies = askableCurrencies(state);
  const chosen = state.amount.currency;
  if (chosen !== null && currencies.includes(chosen)) {
    return chosen;
  }
  const own = state.station?.currency;
  if (own !== undefined && currencies.includes(own)) {
    return own;
  }
  return currencies.find((currency) => isSentInCents(currency)) ?? currencies[0] ?? CurrencyCode.parse('EUR');
}

/** The amount that is typed, as this shop enters amounts. Errors: `amount.malformed`, `amount.currency-not-in-cents`. */
export function typedAmount(state: DeskState): Result<Money> {
  return parseAmount(state.amount.text, amountCurrency(state), state.station?.amountEntry);
}

/** What stands in the field was answered, or was the customer's before: the next sign begins another amount. */
function beginsAnew({ question, amount }: DeskState): boolean {
  return question.kind !== 'idle' || amount.kept;
}

export const createAmountSlice =
  (deps: DeskDeps): DeskSlice<AmountSlice> =>
  (set, get) => {
    const write = (text: string) =>
      set((state) => ({
        amount: {
          ...state.amount,
          text: text.replace(/[^0-9.,\s]/g, '').slice(0, mostSigns),
          problem: null,
          kept: false,
        },
        question: { kind: 'idle' },
      }));

    return {
      writeAmount: write,
      typeAmount: (sign) => write(beginsAnew(get()) ? sign : get().amount.text + sign),
      deleteSign: () => write(beginsAnew(get()) ? '' : get().amount.text.slice(0, -1)),
      clearAmount: () => write(''),

      chooseCurrency: (currency) =>
        set((state) => ({ amount: { ...state.amount, currency, problem: null }, question: { kind: 'idle' } })),

      async ask() {
        const state = get();
        const { customer, question } = state;
        if (customer.kind !== 'identified' || question.kind === 'asking' || question.kind === 'answered') {
          return;
        }
        const parsed = typedAmount(state);
        if (!parsed.ok) {
          set({ amount: { ...state.amount, problem: parsed.error.code } });
          return;
        }
        const asking: Question = { kind: 'asking', amount: parsed.value };
        set({ question: asking, notice: null });
        const answer = await deps.till.call('customer/check-sufficient-amount', {
          session: customer.session,
          amount: parsed.value,
        });
        // Another amount, or another customer: this answer is nobody's.
        if (get().question !== asking) {
          return;
        }
        set({
          question: answer.ok
            ? { kind: 'answered', amount: parsed.value, ...answer.value }
            : { kind: 'failed', amount: parsed.value, error: answer.error },
        });
      },
    };
  };

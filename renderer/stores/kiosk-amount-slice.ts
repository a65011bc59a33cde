import { isSentInCents, parseAmount } from '../../shared/domain/money.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { Task } from './kiosk-flows.ts';
import { isDoing, type KioskData, type KioskDeps, type KioskSlice, servedCustomer, withTask } from './kiosk-state.ts';

export interface KioskAmountSlice {
  openAmount(): void;
  /** One key of the pad: a digit or a separator. */
  typeAmount(sign: string): void;
  deleteAmountSign(): void;
  chooseCurrency(currency: CurrencyCode): void;
  /** Is the amount covered? What is not an amount is said so before anything is sent. */
  askEnough(): Promise<void>;
}

/** Longer than any amount that `parseAmount` accepts. */
const mostSigns = 15;

/** The customer's currencies in which an amount can be asked about; the station's own where none is known. */
export function askableCurrencies(state: KioskData): readonly CurrencyCode[] {
  const customer = servedCustomer(state);
  const rows = customer?.balance.kind === 'read' ? customer.balance.view.rows : [];
  const own = state.station?.currency ?? CurrencyCode.parse('EUR');
  const possible = rows.map((row) => row.currency).filter((currency) => isSentInCents(currency));
  return possible.length === 0 ? [own] : possible;
}

function amountTask(state: KioskData): Extract<Task, { kind: 'amount' }> | null {
  const customer = servedCustomer(state);
  return customer?.task.kind === 'amount' ? customer.task : null;
}

/** The last amount again after an answer that could not be had; else an empty one. */
function firstAmount(state: KioskData): Task {
  const currencies = askableCurrencies(state);
  const own = state.station?.currency;
  const currency = own !== undefined && currencies.includes(own) ? own : (currencies[0] as CurrencyCode);
  return { kind: 'amount', text: '', currency, problem: null };
}

export const createKioskAmountSlice =
  (deps: KioskDeps): KioskSlice<KioskAmountSlice> =>
  (set, get) => {
    const write = (change: (text: string) => string) =>
      set((state) => {
        const task = amountTask(state);
        return task === null
          ? state
          : withTask(state, {
              ...task,
              problem: null,
              text: change(task.text)
                .replace(/[^0-9.,]/g, '')
                .slice(0, mostSigns),
            });
      });

    return {
      openAmount: () => set((state) => withTask(state, firstAmount(state))),
      typeAmount: (sign) => write((text) => text + sign),
      deleteAmountSign: () => write((text) => text.slice(0, -1)),

      chooseCurrency: (currency) =>
        set((state) => {
          const task = amountTask(state);
          return task === null ? state : withTask(state, { ...task, currency, problem: null });
        }),

      async askEnough() {
        const customer = servedCustomer(get());
        const task = amountTask(get());
        if (customer === null || task === null) {
          return;
        }
        const parsed = parseAmount(task.text, task.currency);
        if (!parsed.ok) {
          set((state) => withTask(state, { ...task, problem: parsed.error.code }));
          return;
        }
        const amount = parsed.value;
        const asking = { kind: 'asking', amount } as const;
        set((state) => withTask(state, asking));
        const { session } = customer;
        const answer = await deps.till.call('customer/check-sufficient-amount', { session, amount });
        if (isDoing(get(), asking)) {
          set((state) =>
            withTask(
              state,
              answer.ok
                ? { kind: 'answer', amount, isSufficient: answer.value.isSufficient }
                : { kind: 'not-answered', amount, error: answer.error },
            ),
          );
        }
      },
    };
  };

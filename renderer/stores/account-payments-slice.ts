import type { ChangeOutcome } from '../../shared/contract/account.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { DirectionChoice, PaymentAction, PaymentChange, PaymentRow, Payments } from './account-flows.ts';
import { firstId, listOf, opensByReading, withFailedPage, withPage } from './account-list.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';

export interface PaymentsSlice {
  openPayments(): Promise<void>;
  filterPayments(direction: DirectionChoice): Promise<void>;
  readPaymentsAgain(): Promise<void>;
  readMorePayments(): Promise<void>;
  selectPayment(id: number): void;
  /** First step of cancelling: the customer is asked. Nothing is sent. */
  askToCancel(): void;
  /** Second step: they agreed. */
  cancelPayment(): Promise<void>;
  /** The password goes straight on and is kept nowhere. */
  acceptPayment(password: string): Promise<void>;
  /** Looks again at a change of which nobody knows. */
  lookUpPayment(): Promise<void>;
  /** Back to the row: the consent was not given, or what came of the change was read. */
  leavePaymentChange(): void;
}

export function selectedPayment({ payments }: DeskState): PaymentRow | null {
  return payments.list.kind === 'read' ? (payments.list.rows.find(({ id }) => id === payments.selected) ?? null) : null;
}

/** Whether a password ends the waiting: of an incoming payment that has one. */
export function takesPassword({ direction, type }: PaymentRow): boolean {
  return direction === 'in' && type === 'password';
}

/** The chosen payment, where a password accepts it. */
function payableByPassword(state: DeskState): PaymentRow | null {
  const payment = selectedPayment(state);
  return payment !== null && takesPassword(payment) ? payment : null;
}

/** The payment that this password is sent for; null where it would go nowhere. */
export function paymentAcceptedBy(state: DeskState, password: string): PaymentRow | null {
  return password === '' ? null : payableByPassword(state);
}

/** The payment that the customer agreed to cancel. */
export function paymentToCancel({ payments: { change } }: DeskState): PaymentRow | null {
  return change.kind === 'consenting' ? change.payment : null;
}

/** A change that is under way, or of which nobody knows, is not left by choosing another row. */
export function isSettling(change: PaymentChange): boolean {
  return change.kind === 'sending' || change.kind === 'checking';
}

const idOf = ({ id }: PaymentRow) => id;
const none = { kind: 'none' } as const;

export const createPaymentsSlice =
  (deps: DeskDeps): DeskSlice<PaymentsSlice> =>
  (set, get) => {
    const change = (part: Partial<Payments>) => set((state) => ({ payments: { ...state.payments, ...part } }));

    async function askPage(direction: DirectionChoice, offset: number) {
      const { customer } = get();
      return customer.kind === 'identified'
        ? deps.till.call('account/read-payments', {
            session: customer.session,
            direction: direction === 'all' ? null : direction,
            offset,
          })
        : null;
    }

    async function readFirst(): Promise<void> {
      const loading = { kind: 'loading' } as const;
      const { direction, selected } = get().payments;
      change({ list: loading });
      const answer = await askPage(direction, 0);
      if (answer === null || get().payments.list !== loading) {
        return;
      }
      const list = listOf(answer);
      const stays = list.kind === 'read' && list.rows.some(({ id }) => id === selected);
      change({ list, selected: stays ? selected : firstId(list, idOf) });
    }

    /** Asks for one change, shows what is known of it, and reads anew what it may have changed. */
    async function perform(
      action: PaymentAction,
      payment: PaymentRow,
      ask: (session: SessionOf) => Promise<Result<ChangeOutcome>>,
      begun: 'sending' | 'checking' = 'sending',
    ): Promise<void> {
      const { customer } = get();
      if (customer.kind !== 'identified' || isSettling(get().payments.change)) {
        return;
      }
      change({ change: { kind: begun, action, payment } });
      const answer = await ask(customer.session);
      const { change: current } = get().payments;
      // The state may have gone from "sending" to "checking" meanwhile; another customer's has neither.
      if (!isSettling(current) || !('payment' in current) || current.payment !== payment) {
        return;
      }
      if (!answer.ok) {
        change({ change: { kind: 'refused', action, payment, error: answer.error } });
        return;
      }
      change({ change: { kind: 'settled', action, payment, outcome: answer.value } });
      if (answer.value.kind === 'done') {
        await Promise.all([readFirst(), get().readBalanceAgain()]);
      }
    }

    return {
      async openPayments() {
        get().openPanel('payments');
        if (opensByReading(get(), 'payments')) {
          await readFirst();
        }
      },

      filterPayments(direction) {
        change({ direction, selected: null, change: none });
        return readFirst();
      },

      readPaymentsAgain: readFirst,

      async readMorePayments() {
        const { list, direction } = get().payments;
        if (list.kind !== 'read' || list.next === null || list.more.kind === 'loading') {
          return;
        }
        const loading = { ...list, more: { kind: 'loading' } } as const;
        change({ list: loading });
        const answer = await askPage(direction, list.next);
        if (answer === null || get().payments.list !== loading) {
          return;
        }
        change({ list: answer.ok ? withPage(loading, answer.value, idOf) : withFailedPage(loading, answer.error) });
      },

      selectPayment(id) {
        const { payments } = get();
        if (payments.selected !== id && !isSettling(payments.change)) {
          change({ selected: id, change: none });
          get().hideRevealed();
        }
      },

      askToCancel() {
        const payment = selectedPayment(get());
        const off = get().station?.operationsOff.includes('cancel-payment') ?? false;
        if (payment?.cancelable && !off && !isSettling(get().payments.change)) {
          change({ change: { kind: 'consenting', payment } });
        }
      },

      async cancelPayment() {
        const payment = paymentToCancel(get());
        if (payment !== null) {
          await perform('cancel', payment, (session) =>
            deps.till.call('account/cancel-payment', { session, paymentId: payment.id }),
          );
        }
      },

      async acceptPayment(password) {
        const payment = paymentAcceptedBy(get(), password);
        if (payment !== null) {
          await perform('accept', payment, (session) =>
            deps.till.call('account/accept-payment', { session, paymentId: payment.id, password }),
          );
        }
      },

      async lookUpPayment() {
        const { change: current } = get().payments;
        if (current.kind === 'settled' && current.outcome.kind === 'unknown') {
          const { action, payment } = current;
          await perform(
            action,
            payment,
            (session) => deps.till.call('account/look-up-payment', { session, paymentId: payment.id }),
            'checking',
          );
        }
      },

      leavePaymentChange() {
        const { change: current } = get().payments;
        if (current.kind === 'none' || isSettling(current)) {
          return;
        }
        change({ change: none });
        if (current.kind === 'settled' || current.kind === 'refused') {
          // Whatever came of it, the list may have changed.
          void readFirst();
        }
      },
    };
  };

type SessionOf = Extract<DeskState['customer'], { kind: 'identified' }>['session'];

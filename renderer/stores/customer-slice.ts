import type { EventPayload } from '../../shared/contract/live.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';
import { type Conversion, type Customer, type CustomerBalance, flowsForNext, noFlows } from './flows.ts';

export type { Ticket } from '../../shared/contract/customer.ts';

export interface CustomerSlice {
  takeScan(ticket: EventPayload<'customer/scan-received'>): void;
  takeRejection(rejection: EventPayload<'customer/scan-rejected'>): void;
  takeIdentified(found: EventPayload<'customer/identified'>): void;
  takeIdentifyFailure(failure: EventPayload<'customer/identify-failed'>): void;
  takeBalance(reading: EventPayload<'customer/balance-read'>): void;
  takeBalanceFailure(failure: EventPayload<'customer/balance-failed'>): void;
  takeClosed(reason: 'done' | 'idle'): void;
  /** Tries the failed look-up again, by the number that only main holds. */
  retry(): Promise<void>;
  readBalanceAgain(): Promise<void>;
  /** Shows the balance in the station's currency too, or no longer. */
  toggleConversion(): Promise<void>;
  dismissNotice(): void;
  /** Forgets the customer here and in main. */
  finish(reason: 'done' | 'idle'): void;
}

type Identified = Extract<Customer, { kind: 'identified' }>;

function identifiedAs(state: DeskState, session: Identified['session']): Identified | null {
  return state.customer.kind === 'identified' && state.customer.session === session ? state.customer : null;
}

function servedNow(state: DeskState, at: number, hiddenByIdle: boolean): Pick<DeskState, 'lastServed'> {
  return state.customer.kind === 'identified'
    ? { lastServed: { at, printed: state.print.kind === 'printed', hiddenByIdle } }
    : { lastServed: state.lastServed };
}

export const createCustomerSlice =
  (deps: DeskDeps): DeskSlice<CustomerSlice> =>
  (set, get) => {
    const setBalance = (session: Identified['session'], balance: CustomerBalance) =>
      set((state) => {
        const customer = identifiedAs(state, session);
        return customer === null ? state : { customer: { ...customer, balance } };
      });

    /** Asks for the balance; a null answer means that somebody else is being served by now. */
    async function askBalance(customer: Identified, convertTo: CurrencyCode | null) {
      const answer = await deps.till.call('customer/read-balance', { session: customer.session, convertTo });
      return identifiedAs(get(), customer.session) === null ? null : answer;
    }

    function setConversion(session: Identified['session'], conversion: Conversion): void {
      const balance = identifiedAs(get(), session)?.balance;
      if (balance?.kind === 'read') {
        setBalance(session, { ...balance, conversion });
      }
    }

    return {
      takeScan: (ticket) =>
        set((state) => ({
          ...flowsForNext(state),
          // Nothing may lie over the customer who came.
          keyMapOpen: false,
          ...servedNow(state, deps.now(), false),
          customer: {
            kind: 'identifying',
            ticket,
            replaced: state.customer.kind !== 'waiting',
          },
        })),

      takeRejection: ({ ticket, error, keepsCustomer }) =>
        set((state) => {
          const served = state.customer.kind === 'identified' || state.customer.kind === 'identifying';
          return keepsCustomer && served
            ? { notice: { ticket, error } }
            : { ...flowsForNext(state), customer: { kind: 'rejected', ticket, error } };
        }),

      takeIdentified: ({ scan, session, wallet }) =>
        set((state) =>
          state.customer.kind === 'identifying' && state.customer.ticket.scan === scan
            ? { customer: { ...state.customer, kind: 'identified', session, wallet, balance: { kind: 'loading' } } }
            : state,
        ),

      takeIdentifyFailure: ({ scan, error }) =>
        set((state) =>
          state.customer.kind === 'identifying' && state.customer.ticket.scan === scan
            ? { customer: { kind: 'failed', ticket: state.customer.ticket, error } }
            : state,
        ),

      takeBalance: ({ session, balance }) =>
        setBalance(session, { kind: 'read', view: balance, conversion: { kind: 'off' } }),
      takeBalanceFailure: ({ session, error }) => setBalance(session, { kind: 'failed', error }),

      takeClosed: (reason) =>
        set((state) => ({
          ...(reason === 'idle' ? noFlows : flowsForNext(state)),
          ...servedNow(state, deps.now(), reason === 'idle'),
        })),

      async retry() {
        const { customer } = get();
        if (customer.kind !== 'failed') {
          return;
        }
        const trying: Customer = { kind: 'identifying', ticket: customer.ticket, replaced: false };
        set({ customer: trying });
        const answer = await deps.till.call('customer/retry-identify', { scan: customer.ticket.scan });
        if (!answer.ok && get().customer === trying) {
          set({ customer: { kind: 'failed', ticket: customer.ticket, error: answer.error } });
        }
      },

      async readBalanceAgain() {
        const { customer } = get();
        if (customer.kind !== 'identified' || customer.balance.kind === 'loading') {
          return;
        }
        setBalance(customer.session, { kind: 'loading' });
        const answer = await askBalance(customer, null);
        if (answer !== null) {
          setBalance(
            customer.session,
            answer.ok
              ? { kind: 'read', view: answer.value, conversion: { kind: 'off' } }
              : { kind: 'failed', error: answer.error },
          );
        }
      },

      async toggleConversion() {
        const { customer, station } = get();
        if (customer.kind !== 'identified' || customer.balance.kind !== 'read' || station === null) {
          return;
        }
        if (customer.balance.conversion.kind === 'on') {
          setConversion(customer.session, { kind: 'off' });
          return;
        }
        if (customer.balance.conversion.kind === 'asking') {
          return;
        }
        setConversion(customer.session, { kind: 'asking', to: station.currency });
        const answer = await askBalance(customer, station.currency);
        if (answer === null) {
          return;
        }
        if (answer.ok) {
          const conversion: Conversion = { kind: 'on', to: station.currency };
          setBalance(customer.session, { kind: 'read', view: answer.value, conversion });
        } else {
          setConversion(customer.session, { kind: 'failed', error: answer.error });
        }
      },

      dismissNotice: () => set({ notice: null }),

      finish(reason) {
        // Forgotten here before main is asked: the screen waits for nobody.
        set((state) => ({
          ...(reason === 'idle' ? noFlows : flowsForNext(state)),
          ...servedNow(state, deps.now(), reason === 'idle'),
        }));
        void deps.till.call('customer/finish', { reason });
      },
    };
  };

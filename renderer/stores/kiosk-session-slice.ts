import type { KioskEventPayload } from '../../shared/contract/kiosk.ts';
import type { StationStatus } from '../../shared/contract/station.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import { veiledTask } from './kiosk-card-slice.ts';
import { type KioskBalance, nobodyServed, type Served, usualAccess } from './kiosk-flows.ts';
import { isDoing, type KioskData, type KioskDeps, type KioskSlice, servedCustomer, withTask } from './kiosk-state.ts';

type FinishReason = 'done' | 'idle';

export interface KioskSessionSlice {
  start(): Promise<void>;
  takeStatus(status: StationStatus): void;
  takeScan(ticket: KioskEventPayload<'customer/scan-received'>): void;
  takeRejection(rejection: KioskEventPayload<'customer/scan-rejected'>): void;
  takeIdentified(found: KioskEventPayload<'customer/identified'>): void;
  takeIdentifyFailure(failure: KioskEventPayload<'customer/identify-failed'>): void;
  takeBalance(reading: KioskEventPayload<'customer/balance-read'>): void;
  takeBalanceFailure(failure: KioskEventPayload<'customer/balance-failed'>): void;
  takeClosed(): void;
  takeRest(restMs: number): void;
  wakeReader(): void;
  /** Somebody touched the first screen: where the card goes. */
  beginPresenting(): void;
  retry(): Promise<void>;
  readBalanceAgain(): Promise<void>;
  openBalance(): void;
  openMore(): void;
  hideBalance(hidden: boolean): void;
  openMovements(): Promise<void>;
  /** Forgets the customer here and in main. */
  finish(reason: FinishReason): void;
  /** The last word was said: the next customer finds everything as usual. */
  endGoodbye(): void;
  askPresence(until: number): void;
  confirmPresence(): void;
}

/** What a kiosk looks like that does not know yet what it is. */
export const unknownStation = { locale: 'en', theme: 'light', heightMm: null } as const;

/** What was chosen goes with who chose it. */
function forgetChoices(state: KioskData): Pick<KioskData, 'access'> {
  return { access: usualAccess(state.station ?? unknownStation) };
}

/** A card that comes when the one before has gone, or is about to, begins with everything as usual. */
function forNext(state: KioskData): Partial<KioskData> {
  const isGone = state.served.kind === 'goodbye' || state.presence.kind === 'asked';
  return isGone ? forgetChoices(state) : {};
}

function walletBefore(served: Served) {
  if (served.kind === 'served') {
    return served.walletId;
  }
  return served.kind === 'identifying' ? served.before : null;
}

export const createKioskSessionSlice =
  (deps: KioskDeps): KioskSlice<KioskSessionSlice> =>
  (set, get) => {
    const setBalance = (session: SessionId, balance: KioskBalance) =>
      set((state) => {
        const customer = servedCustomer(state);
        return customer?.session === session ? { served: { ...customer, balance } } : state;
      });

    return {
      async start() {
        const station = await deps.till.call('station/read', {});
        if (!station.ok) {
          set({ startError: station.error });
          return;
        }
        set({ station: station.value, startError: null, access: usualAccess(station.value) });
        const status = await deps.till.call('station/read-status', {});
        // An event may have come first and knows better.
        if (status.ok && get().status === null) {
          set({ status: status.value });
        }
      },

      takeStatus: (status) => set({ status }),

      takeScan: ({ scan }) =>
        set((state) => ({
          ...nobodyServed,
          ...forNext(state),
          restsUntil: null,
          served: { kind: 'identifying', scan, before: walletBefore(state.served) },
        })),

      takeRejection: ({ error, keepsCustomer }) =>
        set((state) =>
          keepsCustomer && servedCustomer(state) !== null
            ? state
            : { ...nobodyServed, ...forNext(state), served: { kind: 'rejected', error } },
        ),

      takeIdentified: ({ scan, session, wallet }) =>
        set((state) => {
          if (state.served.kind !== 'identifying' || state.served.scan !== scan) {
            return state;
          }
          const { before } = state.served;
          const isSomebodyElse = before !== null && before !== wallet.walletId;
          return {
            ...(isSomebodyElse ? forgetChoices(state) : {}),
            served: {
              kind: 'served',
              session,
              walletId: wallet.walletId,
              balance: { kind: 'loading' },
              task: { kind: 'balance', hidden: false },
              printed: false,
            },
          };
        }),

      takeIdentifyFailure: ({ scan, error }) =>
        set((state) =>
          state.served.kind === 'identifying' && state.served.scan === scan
            ? { served: { kind: 'failed', scan, error } }
            : state,
        ),

      takeBalance: ({ session, balance }) => setBalance(session, { kind: 'read', view: balance }),
      takeBalanceFailure: ({ session, error }) => setBalance(session, { kind: 'failed', error }),

      takeClosed: () =>
        set((state) =>
          state.served.kind === 'nobody' || state.served.kind === 'goodbye'
            ? state // the echo of what was done here
            : { ...nobodyServed, served: { kind: 'nobody', screen: 'present' } },
        ),

      takeRest: (restMs) =>
        set({ ...nobodyServed, served: { kind: 'nobody', screen: 'present' }, restsUntil: deps.now() + restMs }),
      wakeReader: () => set({ restsUntil: null }),

      beginPresenting: () => set({ ...nobodyServed, served: { kind: 'nobody', screen: 'present' } }),

      async retry() {
        const { served } = get();
        if (served.kind !== 'failed') {
          return;
        }
        const trying: Served = { kind: 'identifying', scan: served.scan, before: null };
        set({ served: trying });
        const answer = await deps.till.call('customer/retry-identify', { scan: served.scan });
        if (!answer.ok && get().served === trying) {
          set({ served: { ...served, error: answer.error } });
        }
      },

      async readBalanceAgain() {
        const customer = servedCustomer(get());
        if (customer === null || customer.balance.kind === 'loading') {
          return;
        }
        setBalance(customer.session, { kind: 'loading' });
        const answer = await deps.till.call('customer/read-balance', { session: customer.session, convertTo: null });
        setBalance(
          customer.session,
          answer.ok ? { kind: 'read', view: answer.value } : { kind: 'failed', error: answer.error },
        );
      },

      openBalance: () => set((state) => withTask(state, { kind: 'balance', hidden: false })),
      openMore: () => set((state) => withTask(state, { kind: 'more' })),
      hideBalance: (hidden) => set((state) => withTask(state, { kind: 'balance', hidden })),

      async openMovements() {
        const customer = servedCustomer(get());
        if (customer === null || get().station?.offers.includes('movements') !== true) {
          return;
        }
        const reading = { kind: 'movements', list: { kind: 'reading' } } as const;
        set((state) => withTask(state, reading));
        const answer = await deps.till.call('kiosk/read-movements', { session: customer.session });
        if (isDoing(get(), reading)) {
          const list = answer.ok
            ? ({ kind: 'read', rows: answer.value.movements, total: answer.value.total } as const)
            : ({ kind: 'failed', error: answer.error } as const);
          set((state) => withTask(state, { kind: 'movements', list }));
        }
      },

      finish(reason) {
        // Forgotten here before main is asked: the screen waits for nobody.
        set((state) =>
          reason === 'idle'
            ? { ...nobodyServed, ...forgetChoices(state) }
            : {
                ...nobodyServed,
                served: { kind: 'goodbye', printed: servedCustomer(state)?.printed ?? false },
                access: { ...state.access, panel: 'none' },
              },
        );
        void deps.till.call('customer/finish', { reason });
      },

      endGoodbye: () =>
        set((state) => (state.served.kind === 'goodbye' ? { ...nobodyServed, ...forgetChoices(state) } : state)),

      askPresence: (until) =>
        set(({ served }) => ({
          presence: { kind: 'asked', until },
          ...(served.kind === 'served' ? { served: { ...served, task: veiledTask(served.task) } } : {}),
        })),
      confirmPresence: () => set({ presence: { kind: 'here' } }),
    };
  };

import { callPermissions } from '../../shared/contract/call-permissions.ts';
import type { Bridge, CallName } from '../../shared/contract/live.ts';
import type { Permission } from '../../shared/domain/roles.ts';
import { isDescribing, isNewDescription } from './account-description-slice.ts';
import { opensByReading } from './account-list.ts';
import { paymentAcceptedBy, paymentToCancel } from './account-payments-slice.ts';
import { typedAmount } from './amount-slice.ts';
import { chosenBy } from './card-slice.ts';
import type { DeskState } from './desk-state.ts';
import type { DeskStore } from './desk-store.ts';
import { readFind } from './find-slice.ts';
import type { OverrideState } from './override-store.ts';
import { mayPrintReceipt, mayPrintStatements } from './print-slice.ts';

interface Guard {
  /** The call that the action makes first, and whose permission it wants. */
  readonly call: CallName;
  /** Whether it would be made now, by the action's own condition: nobody is asked for what does nothing. */
  readonly wouldCall: (state: DeskState, argument: unknown) => boolean;
}

const isServed = ({ customer }: DeskState): boolean => customer.kind === 'identified';
const opens = (call: CallName, list: 'statements' | 'payments' | 'reservations' | 'favourites'): Guard => ({
  call,
  wouldCall: (state) => opensByReading(state, list),
});

const guards: Readonly<Partial<Record<keyof DeskState, Guard>>> = {
  openStatements: opens('account/read-statements', 'statements'),
  openPayments: opens('account/read-payments', 'payments'),
  openReservations: opens('account/read-reservations', 'reservations'),
  openFavourites: opens('account/read-favourites', 'favourites'),
  printReceipt: { call: 'customer/print-receipt', wouldCall: mayPrintReceipt },
  printStatements: {
    call: 'account/print-statements',
    wouldCall: (state, ids) => mayPrintStatements(state, ids as readonly number[]),
  },
  cancelPayment: {
    call: 'account/cancel-payment',
    wouldCall: (state) => paymentToCancel(state) !== null,
  },
  acceptPayment: {
    call: 'account/accept-payment',
    wouldCall: (state, password) => paymentAcceptedBy(state, password as string) !== null,
  },
  submitFind: {
    call: 'customer/identify',
    wouldCall: ({ find }) => !find.sending && find.text.trim() !== '' && 'identifier' in readFind(find),
  },
  ask: {
    call: 'customer/check-sufficient-amount',
    wouldCall: (state) =>
      isServed(state) &&
      state.question.kind !== 'asking' &&
      state.question.kind !== 'answered' &&
      typedAmount(state).ok,
  },
  saveDescription: {
    call: 'account/set-description',
    wouldCall: (state) => isServed(state) && !isDescribing(state.describing.change) && isNewDescription(state),
  },
  clearDescription: {
    call: 'account/set-description',
    wouldCall: (state) => isServed(state) && !isDescribing(state.describing.change),
  },
  // Relating a new card and finding one that was related earlier want the same.
  submitCard: {
    call: 'card/relate',
    wouldCall: (state, typed) =>
      isServed(state) && state.card.kind === 'presenting' && chosenBy(state.card, String(typed)) !== null,
  },
};

/**
 * Asks a supervisor before an action begins that the operator's role does not allow: when nobody allows it, nothing on
 * the desk has moved. What is not listed here is asked for when main refuses it (`withOverride`).
 */
export function guardActions(
  store: DeskStore,
  till: Bridge,
  options: {
    readonly ask: OverrideState['ask'];
    /** Where nobody could allow it, the action begins all the same: main's refusal says what is missing. */
    readonly canAsk: OverrideState['canAsk'];
    /** What the role allows; null where there is no lock. */
    readonly may: () => readonly Permission[] | null;
  },
): void {
  for (const [name, guard] of Object.entries(guards) as [keyof DeskState, Guard][]) {
    const action = store.getState()[name] as (...given: unknown[]) => Promise<void>;
    const permission = callPermissions[guard.call];
    const guarded = async (...given: unknown[]): Promise<void> => {
      const allowed = options.may();
      const isAllowed = permission === undefined || allowed === null || allowed.includes(permission);
      if (isAllowed || !options.canAsk(permission) || !guard.wouldCall(store.getState(), given[0])) {
        await action(...given);
      } else if (await options.ask(permission)) {
        await action(...given);
        // A word that was not used after all must not be there for something else.
        void till.call('operators/await-supervisor', { isAwaited: false });
      }
    };
    store.setState({ [name]: guarded } as Partial<DeskState>);
  }
}

/**
 * A scan that the operator's role does not allow to look for anybody is offered to a supervisor on the spot. Whoever may
 * not be asked, and whatever is called off, leaves main's refusal on the screen, with whom to call.
 */
export function offerRefusedScans(
  store: DeskStore,
  till: Pick<Bridge, 'on'>,
  { ask, canAsk }: Pick<OverrideState, 'ask' | 'canAsk'>,
): () => void {
  const wanted = callPermissions['customer/retry-identify'];
  return till.on('customer/identify-failed', async ({ scan, error }) => {
    if (wanted === undefined || error.code !== 'operator.not-permitted' || !canAsk(wanted)) {
      return;
    }
    const isAllowed = await ask(wanted);
    const { customer, retry } = store.getState();
    if (isAllowed && customer.kind === 'failed' && customer.ticket.scan === scan) {
      await retry();
    }
  });
}

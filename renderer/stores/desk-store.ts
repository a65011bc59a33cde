import { createStore, type StoreApi } from 'zustand/vanilla';
import { createDescriptionSlice } from './account-description-slice.ts';
import { createListsSlice } from './account-lists-slice.ts';
import { createPaymentsSlice } from './account-payments-slice.ts';
import { createRevealSlice } from './account-reveal-slice.ts';
import { takeSettling } from './account-settling.ts';
import { createSeveralSlice } from './account-several-slice.ts';
import { createStatementsSlice } from './account-statements-slice.ts';
import { createAmountSlice } from './amount-slice.ts';
import { createCardSlice } from './card-slice.ts';
import { followCustomerSide } from './customer-side.ts';
import { createCustomerSlice } from './customer-slice.ts';
import type { DeskDeps, DeskState } from './desk-state.ts';
import { createFindSlice } from './find-slice.ts';
import { noFlows } from './flows.ts';
import { type Gather, noGather } from './gather.ts';
import { createPrintSlice } from './print-slice.ts';
import { createStationSlice } from './station-slice.ts';

export type { DeskState } from './desk-state.ts';
export type DeskStore = StoreApi<DeskState>;

/** The desk's state and all that can be done with it; one per window. */
export function createDeskStore(deps: DeskDeps): DeskStore {
  return createStore<DeskState>()((...parts) => ({
    ...noFlows,
    ...createStationSlice(deps)(...parts),
    ...createCustomerSlice(deps)(...parts),
    ...createAmountSlice(deps)(...parts),
    ...createPrintSlice(deps)(...parts),
    ...createFindSlice(deps)(...parts),
    ...createStatementsSlice(deps)(...parts),
    ...createPaymentsSlice(deps)(...parts),
    ...createListsSlice(deps)(...parts),
    ...createDescriptionSlice(deps)(...parts),
    ...createSeveralSlice(deps)(...parts),
    ...createRevealSlice(deps)(...parts),
    ...createCardSlice(deps)(...parts),
  }));
}

interface DeskHooks {
  /** Called as soon as a ticket arrives, before anything is drawn: the bench measures from here. */
  readonly onScanReceived?: () => void;
  /** A hand is on the customer's display. */
  readonly onDisplayTouched?: () => void;
  /** Absent: each of main's events is drawn by itself. */
  readonly gather?: Gather;
}

/** Lets main's events into the store; answers with the function that stops it. */
export function connectDesk(store: DeskStore, till: DeskDeps['till'], hooks: DeskHooks = {}): () => void {
  const desk = store.getState();
  const { soon, now } = hooks.gather ?? noGather;
  const stops = [
    till.on('station/status-changed', (status) => desk.takeStatus(status)),
    till.on('customer/scan-received', (ticket) => {
      hooks.onScanReceived?.();
      soon(() => desk.takeScan(ticket));
    }),
    till.on('customer/scan-rejected', (rejection) => now(() => desk.takeRejection(rejection))),
    till.on('customer/identified', (found) => soon(() => desk.takeIdentified(found))),
    till.on('customer/identify-failed', (failure) => now(() => desk.takeIdentifyFailure(failure))),
    till.on('customer/balance-read', (reading) => now(() => desk.takeBalance(reading))),
    till.on('customer/balance-failed', (failure) => now(() => desk.takeBalanceFailure(failure))),
    till.on('customer/closed', ({ reason }) => now(() => desk.takeClosed(reason))),
    till.on('card/card-scanned', (scanned) => now(() => desk.takeScannedCard(scanned))),
    till.on('card/scan-refused', (refusal) => now(() => desk.takeCardRefusal(refusal))),
    till.on('card/settling', () => now(() => desk.takeCardSettling())),
    till.on('account/settling', ({ session }) => now(() => store.setState((state) => takeSettling(state, session)))),
  ];
  // Whatever leads away from the flow ends it, and whatever leads away from presenting a card but to relating it ends the
  // awaiting: a scan must not mean a card that nobody relates any more.
  const stopLeaving = store.subscribe((now, before) => {
    if (before.card.kind === 'presenting' && now.card.kind !== 'presenting' && now.card.kind !== 'relating') {
      void till.call('card/stop-awaiting', {});
    }
    if (now.panel !== 'card' && now.card.kind !== 'off') {
      store.setState({ card: noFlows.card });
    }
  });
  const stopFollowing = followCustomerSide(store, till, () => hooks.onDisplayTouched?.());
  return () => {
    stopFollowing();
    stopLeaving();
    for (const stop of stops) {
      stop();
    }
  };
}

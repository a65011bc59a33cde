import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionId } from '../../shared/domain/ids.ts';
import { createKioskAccessSlice } from './kiosk-access-slice.ts';
import { createKioskAmountSlice } from './kiosk-amount-slice.ts';
import { isAwaitingCard } from './kiosk-card-flow.ts';
import { cardOf, createKioskCardSlice } from './kiosk-card-slice.ts';
import { createKioskExitSlice } from './kiosk-exit-slice.ts';
import { nobodyServed, usualAccess } from './kiosk-flows.ts';
import { createKioskReceiptSlice } from './kiosk-receipt-slice.ts';
import { createKioskSessionSlice, unknownStation } from './kiosk-session-slice.ts';
import { type KioskDeps, type KioskState, servedCustomer } from './kiosk-state.ts';

export type { KioskState } from './kiosk-state.ts';
export type KioskStore = StoreApi<KioskState>;

/** The kiosk's state and all that can be done with it; one per window. */
export function createKioskStore(deps: KioskDeps): KioskStore {
  const store = createStore<KioskState>()((...parts) => ({
    ...nobodyServed,
    access: usualAccess(unknownStation),
    exit: { kind: 'closed' },
    station: null,
    status: null,
    startError: null,
    restsUntil: null,
    ...createKioskSessionSlice(deps)(...parts),
    ...createKioskAmountSlice(deps)(...parts),
    ...createKioskReceiptSlice(deps)(...parts),
    ...createKioskCardSlice(deps)(...parts),
    ...createKioskExitSlice(deps)(...parts),
    ...createKioskAccessSlice(deps)(...parts),
  }));
  store.subscribe((now, before) => {
    if (servedCustomer(now)?.session !== servedCustomer(before)?.session) {
      forgetLastMatch();
    }
  });
  return store;
}

/** `RegExp.input` is the last text that any expression matched, an amount perhaps: from now on it is an empty one. */
function forgetLastMatch(): void {
  /^/.test('');
}

/** Whose new card a scan is, if anybody's. While the question stands a scan is the next customer, whatever lies under it. */
function awaitingSession(state: KioskState): SessionId | null {
  const card = cardOf(state);
  const isAwaiting = card !== null && isAwaitingCard(card) && state.presence.kind === 'here';
  return isAwaiting ? (servedCustomer(state)?.session ?? null) : null;
}

/** Main awaits a card exactly as long as the screen asks for one. */
function followAwaiting(till: KioskDeps['till'], now: KioskState, before: KioskState): void {
  const session = awaitingSession(now);
  if (session === awaitingSession(before)) {
    return;
  }
  if (session === null) {
    void till.call('kiosk/stop-awaiting-card', {});
  } else {
    void till.call('kiosk/await-card', { session });
  }
}

/** Lets main's events into the store; answers with the function that stops it. */
export function connectKiosk(store: KioskStore, till: KioskDeps['till']): () => void {
  const kiosk = store.getState();
  const stops = [
    till.on('station/status-changed', (status) => kiosk.takeStatus(status)),
    till.on('customer/scan-received', (ticket) => kiosk.takeScan(ticket)),
    till.on('customer/scan-rejected', (rejection) => kiosk.takeRejection(rejection)),
    till.on('customer/identified', (found) => kiosk.takeIdentified(found)),
    till.on('customer/identify-failed', (failure) => kiosk.takeIdentifyFailure(failure)),
    till.on('customer/balance-read', (reading) => kiosk.takeBalance(reading)),
    till.on('customer/balance-failed', (failure) => kiosk.takeBalanceFailure(failure)),
    till.on('customer/closed', () => kiosk.takeClosed()),
    till.on('card/card-scanned', (scanned) => kiosk.takeScannedCard(scanned)),
    till.on('card/scan-refused', (refusal) => kiosk.takeCardRefusal(refusal)),
    till.on('card/settling', () => kiosk.takeCardSettling()),
    store.subscribe((now, before) => followAwaiting(till, now, before)),
    till.on('kiosk/reader-rested', ({ restMs }) => kiosk.takeRest(restMs)),
  ];
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
}

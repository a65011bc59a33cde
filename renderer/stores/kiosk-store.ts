import { createStore, type StoreApi } from 'zustand/vanilla';
import { createKioskAccessSlice } from './kiosk-access-slice.ts';
import { createKioskAmountSlice } from './kiosk-amount-slice.ts';
import { nobodyServed, usualAccess } from './kiosk-flows.ts';
import { createKioskReceiptSlice } from './kiosk-receipt-slice.ts';
import { createKioskSessionSlice, unknownStation } from './kiosk-session-slice.ts';
import type { KioskDeps, KioskState } from './kiosk-state.ts';

export type { KioskState } from './kiosk-state.ts';
export type KioskStore = StoreApi<KioskState>;

/** The kiosk's state and all that can be done with it; one per window. */
export function createKioskStore(deps: KioskDeps): KioskStore {
  return createStore<KioskState>()((...parts) => ({
    ...nobodyServed,
    access: usualAccess(unknownStation),
    station: null,
    status: null,
    startError: null,
    restsUntil: null,
    ...createKioskSessionSlice(deps)(...parts),
    ...createKioskAmountSlice(deps)(...parts),
    ...createKioskReceiptSlice(deps)(...parts),
    ...createKioskAccessSlice(deps)(...parts),
  }));
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
    till.on('kiosk/reader-rested', ({ restMs }) => kiosk.takeRest(restMs)),
  ];
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
}

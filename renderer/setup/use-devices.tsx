import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { DevicesState, DevicesStore } from '../stores/devices-store.ts';

const DevicesContext = createContext<DevicesStore | null>(null);

export function DevicesProvider({ store, children }: { readonly store: DevicesStore; readonly children: ReactNode }) {
  return <DevicesContext.Provider value={store}>{children}</DevicesContext.Provider>;
}

export function useDevicesStore(): DevicesStore {
  const store = useContext(DevicesContext);
  if (store === null) {
    throw new Error('no devices around this screen');
  }
  return store;
}

export function useDevices<T>(select: (state: DevicesState) => T): T {
  const store = useDevicesStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

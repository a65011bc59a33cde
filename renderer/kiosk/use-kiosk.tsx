import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { KioskState, KioskStore } from '../stores/kiosk-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import type { Script } from './script.ts';
import { scriptOf } from './scripts.ts';

const KioskContext = createContext<KioskStore | null>(null);

export function KioskProvider({ store, children }: { readonly store: KioskStore; readonly children: ReactNode }) {
  return <KioskContext.Provider value={store}>{children}</KioskContext.Provider>;
}

export function useKioskStore(): KioskStore {
  const store = useContext(KioskContext);
  if (store === null) {
    throw new Error('no kiosk around this screen');
  }
  return store;
}

/** One part of the kiosk's state. `select` answers with a value that is in the state or a plain one. */
export function useKiosk<T>(select: (state: KioskState) => T): T {
  const store = useKioskStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** What the screen of now says and offers. */
export function useScript(): Script {
  const state = useKiosk((whole) => whole);
  const texts = useTexts();
  return useMemo(() => scriptOf({ state, texts }), [state, texts]);
}

import { useMemo } from 'react';
import type { KioskStore } from '../stores/kiosk-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { createStoreContext } from '../ui/store-context.tsx';
import type { Script } from './script.ts';
import { scriptOf } from './scripts.ts';

export const {
  Provider: KioskProvider,
  useStore: useKioskStore,
  usePart: useKiosk,
} = createStoreContext<KioskStore>('kiosk');

/** What the screen of now says and offers. */
export function useScript(): Script {
  const state = useKiosk((whole) => whole);
  const texts = useTexts();
  return useMemo(() => scriptOf({ state, texts }), [state, texts]);
}

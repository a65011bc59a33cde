import type { DisplayStore } from '../stores/display-store.ts';
import { createStoreContext } from '../ui/store-context.tsx';

export const {
  Provider: DisplayProvider,
  useStore: useDisplayStore,
  usePart: useDisplay,
} = createStoreContext<DisplayStore>('customer display');

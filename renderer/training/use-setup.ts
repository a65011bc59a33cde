import type { SetupStore } from '../stores/training-setup-store.ts';
import { createStoreContext } from '../ui/store-context.tsx';

export const {
  Provider: SetupProvider,
  useStore: useSetupStore,
  usePart: useSetup,
} = createStoreContext<SetupStore>('setup');

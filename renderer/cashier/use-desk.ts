import type { DeskStore } from '../stores/desk-store.ts';
import { createStoreContext } from '../ui/store-context.tsx';

export const {
  Provider: DeskProvider,
  useStore: useDeskStore,
  usePart: useDesk,
} = createStoreContext<DeskStore>('desk');

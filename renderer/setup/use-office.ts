import type { OfficeStore } from '../stores/office-store.ts';
import { createStoreContext } from '../ui/store-context.tsx';

export const {
  Provider: OfficeProvider,
  useStore: useOfficeStore,
  usePart: useOffice,
} = createStoreContext<OfficeStore>('office');

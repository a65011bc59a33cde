import type { DevicesStore } from '../stores/devices-store.ts';
import { createStoreContext } from '../ui/store-context.tsx';

export const {
  Provider: DevicesProvider,
  useStore: useDevicesStore,
  usePart: useDevices,
} = createStoreContext<DevicesStore>('devices');

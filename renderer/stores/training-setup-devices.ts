import type { Bridge } from '../../shared/contract/live.ts';
import type { TrainingBridge } from '../../shared/contract/training.ts';
import { createDevicesStore, type DevicesStore } from './devices-store.ts';

type AnyCall = (name: string, input: unknown) => Promise<unknown>;
type AnyOn = (name: string, listener: (payload: unknown) => void) => () => void;

/** The wizard's devices are the real ones: the technician's page asks for them under other names. */
const nameInWizard = (name: string): string => {
  switch (name) {
    case 'station/read-status':
      return 'setup-devices/read-status';
    case 'station/status-changed':
      return 'setup-devices/status-changed';
    default:
      return name.replace(/^devices/, 'setup-devices');
  }
};

/** State of printers and readers in the wizard: the technician's own store, asking for real devices. */
export function createSetupDevicesStore(training: TrainingBridge): DevicesStore {
  const call = training.call as AnyCall;
  const on = training.on as AnyOn;
  const bridge = {
    call: (name: string, input: unknown) => call(nameInWizard(name), input),
    // A customer's scan closes the technician's page; nobody is served while a station is set up.
    on: (name: string, listener: (payload: unknown) => void) =>
      name.startsWith('customer/') ? () => {} : on(nameInWizard(name), listener),
  };
  return createDevicesStore(bridge as unknown as Bridge);
}

import { z } from 'zod';
import { devicesCalls, devicesEvents } from './devices.ts';
import { StationStatus } from './station.ts';

// Real printers and readers, found and tried while the station still trains: what the technician's page can do, under
// names of its own, because `devices/…` at a training station is about the simulated ones.

type Renamed<T> = {
  readonly [K in keyof T & string as K extends `devices/${infer Rest}` ? `setup-devices/${Rest}` : never]: T[K];
};

function renamed<T extends Readonly<Record<string, unknown>>>(contract: T): Renamed<T> {
  const entries = Object.entries(contract).map(([name, spec]) => [name.replace(/^devices/, 'setup-devices'), spec]);
  return Object.fromEntries(entries) as Renamed<T>;
}

export const setupDevicesCalls = {
  ...renamed(devicesCalls),
  /** Opens the real readers; a serial scanner, where one is named. What they read is shown and acts on nobody. */
  'setup-devices/open-readers': {
    input: z.strictObject({ serialScanner: z.string().max(220).nullable() }),
    output: StationStatus,
    errors: ['settings.invalid'],
  },
  'setup-devices/close-readers': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  'setup-devices/read-status': { input: z.strictObject({}), output: StationStatus, errors: [] },
} as const;

export const setupDevicesEvents = {
  ...renamed(devicesEvents),
  'setup-devices/status-changed': StationStatus,
} as const;

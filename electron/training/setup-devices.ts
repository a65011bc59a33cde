import type { BrowserWindow } from 'electron';
import { trainingEvents } from '../../shared/contract/training.ts';
import { setupDevicesCalls } from '../../shared/contract/training-setup-devices.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { Reader } from '../devices/reader/port.ts';
import type { StationReaders } from '../devices/reader/station-readers.ts';
import type { PrinterSeat } from '../devices/receipt-printer/port.ts';
import { createDevicesHandlers, presentDevicesEvent } from '../ipc/devices-handlers.ts';
import { createEmit } from '../ipc/emit-events.ts';
import { presentStatus } from '../ipc/present.ts';
import type { Handlers } from '../ipc/register-calls.ts';
import { createScanSetup, settingsOfPrinter } from '../services/chosen-devices.ts';
import { createDevices } from '../services/devices.ts';
import type { StationStatus } from '../services/station-watch.ts';
import { settingRows } from '../settings/setting-rows.ts';
import type { Settings } from '../settings/settings.ts';
import type { StationSettings } from '../settings/station-settings.ts';
import type { RunningTill } from '../wiring.ts';

export interface SetupDevicesOptions {
  readonly till: Pick<RunningTill, 'register' | 'page' | 'lookFirst' | 'recordKeys'>;
  readonly settings: Settings;
  /** Real printers, none chosen yet. */
  readonly seat: PrinterSeat;
  /** Makes the real readers. */
  readonly openReaders: (station: StationReaders) => readonly Reader[];
  readonly clock: () => number;
}

export interface SetupDevices {
  /** What was chosen and learnt, as the live station's settings will hold it. */
  readonly chosen: StationSettings;
  /** Columns of the chosen printer; null for none. */
  readonly columns: number | null;
  /** Lets go of every real device. */
  close(): Promise<void>;
}

const foundByThemselves = ['hid-scanner', 'stripe-reader', 'contactless-reader'] as const;

/** Main's side of "printer" and "readers" in the wizard: the technician's page on real devices. */
export function createSetupDevices(options: SetupDevicesOptions): SetupDevices {
  const { till, settings, seat, openReaders, clock } = options;
  const emit = createEmit(trainingEvents, till.page as () => BrowserWindow['webContents'] | null);
  let chosen: StationSettings = {};
  let readers: readonly Reader[] = [];
  // For the settings to come; nothing holds at the training station itself.
  const keep = (changes: StationSettings): Result<null> => {
    chosen = { ...chosen, ...changes };
    return ok(null);
  };
  const devices = createDevices({
    seat,
    scans: createScanSetup({ ...settings, save: keep }),
    savePrinter: (choice) => keep(settingsOfPrinter(choice)),
    mark: null,
    emit(event) {
      const { name, payload } = presentDevicesEvent(event);
      emit(`setup-${name}`, payload as never);
    },
    recordKeys: till.recordKeys,
    clock,
    schedule: (action, delayMs) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
  });
  till.lookFirst(devices);

  const read = (): StationStatus => ({
    link: { kind: 'unchecked' },
    printer: { kind: seat.choice === null ? 'not-configured' : 'unchecked' },
    readers: [
      { name: 'keyboard-wedge', state: 'listening' },
      ...readers.map(({ name, state }) => ({ name, state: state.kind })),
    ],
    journal: null,
    customerDisplay: 'off',
  });
  const tell = (): void => emit('setup-devices/status-changed', presentStatus(read()));

  async function closeReaders(): Promise<void> {
    const open = readers;
    readers = [];
    await Promise.all(open.map((reader) => reader.close()));
  }

  async function open(serialScanner: StationReaders['serialScanner']): Promise<void> {
    await closeReaders();
    readers = openReaders({ readers: foundByThemselves, serialScanner, readerRules: settings.readerRules });
    for (const reader of readers) {
      reader.listen((reading) => void devices.take(reading));
      reader.onStateChanged(tell);
    }
  }

  till.register(setupDevicesCalls, {
    ...renamedHandlers(createDevicesHandlers(devices, { check: async () => read() })),
    'setup-devices/read-status': () => ok(presentStatus(read())),
    'setup-devices/close-readers': async () => {
      devices.stop();
      await closeReaders();
      return ok({});
    },
    'setup-devices/open-readers': async ({ serialScanner }: { readonly serialScanner: string | null }) => {
      const port = readSerialScanner(serialScanner, settings.dataDir);
      if (!port.ok) {
        return port;
      }
      await open(port.value);
      return ok(presentStatus(read()));
    },
  } as object as Handlers<typeof setupDevicesCalls>);

  return {
    get chosen() {
      return chosen;
    },
    get columns() {
      return seat.choice === null ? null : seat.printer.columns;
    },
    async close() {
      await Promise.all([closeReaders(), seat.printer.close()]);
    },
  };
}

const renamedHandlers = (handlers: object): object =>
  Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [`setup-${name}`, handler]));

/** Errors: `settings.invalid` with what is allowed. */
function readSerialScanner(text: string | null, baseDir: string): Result<StationReaders['serialScanner']> {
  if (text === null) {
    return ok(null);
  }
  const place = { platform: process.platform, knownPrinterModels: [], knownOperations: [], baseDir };
  const port = settingRows.serialScanner.schema(place).safeParse(text);
  const problem = `serialScanner has a value that is not allowed; allowed: ${settingRows.serialScanner.allowed(place)}`;
  return port.success ? ok(port.data) : err(appError('settings.invalid', { problems: [problem] }));
}

import { createScanAssembler, scannerUsage } from '../../../shared/domain/hid-scanner-report.ts';
import type { HidConnection, HidInfo, HidPipe } from './hid-pipe.ts';
import { watchHid } from './hid-watch.ts';
import { createOutlet, type Outlet } from './outlet.ts';
import type { Reader } from './port.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface HidReaderOptions {
  readonly pipe: HidPipe;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly timers?: Timers;
}

/** Longest wait for the rest of a code. A half that is kept longer would be put before the next customer's code. */
export const restWithinMs = 500;

/** These start as keyboards and change over when told so: feature report 254 = [1] (Honeywell, "HID POS mode"). */
const vendorsToldToChange = new Set([0x0c2e, 0x0536]);
const changeToScannerMode = [254, 1];

function attach(connection: HidConnection, info: HidInfo, outlet: Outlet, timers: Timers): () => void {
  const assembler = createScanAssembler();
  let forgetHalf = (): void => {};

  function giveUpHalf(): void {
    forgetHalf();
    if (assembler.reset()) {
      outlet.deliver({ kind: 'unreadable' });
    }
  }

  connection.onReport((report) => {
    const progress = assembler.add(report);
    report.fill(0);
    if (progress.kind === 'ignored') {
      return;
    }
    forgetHalf();
    if (progress.kind === 'waiting') {
      forgetHalf = timers.after(restWithinMs, giveUpHalf);
      return;
    }
    outlet.deliver(progress.kind === 'complete' ? { kind: 'text', text: progress.text } : { kind: 'unreadable' });
  });
  if (vendorsToldToChange.has(info.vendorId)) {
    // A model without that mode refuses the report and scans all the same.
    connection.sendFeatureReport(changeToScannerMode).catch(() => {});
  }
  // Whoever was in the middle of a scan when the cable went must not be taken for the one before.
  return giveUpHalf;
}

/** All barcode scanners that are HID point-of-sale devices, as one reader: two of them give two readings. */
export function createHidScanner({ pipe, clock, timers = systemTimers }: HidReaderOptions): Reader {
  const outlet = createOutlet('hid-scanner', clock);
  const watch = watchHid({
    pipe,
    timers,
    isWanted: ({ usagePage, usage }) => usagePage === scannerUsage.usagePage && usage === scannerUsage.usage,
    onOpened: (connection, info) => attach(connection, info, outlet, timers),
    onState: outlet.setState,
  });
  return {
    name: 'hid-scanner',
    get state() {
      return outlet.state;
    },
    listen: outlet.listen,
    onStateChanged: outlet.onStateChanged,
    async close() {
      outlet.shut();
      await watch.stop();
    },
  };
}

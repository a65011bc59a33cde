import { expect, test } from 'vitest';
import type {
  PrinterChoice,
  PrinterState,
  PrintOutcome,
  ReceiptPrinter,
} from '../../../../electron/devices/receipt-printer/port.ts';
import { createPrinterSeat } from '../../../../electron/devices/receipt-printer/printer-seat.ts';

const usual: PrinterChoice = { place: 'usb:/dev/usb/lp0', model: 'epson-tm-t88v', paper: null, font: 'a' };
const narrow: PrinterChoice = { ...usual, place: 'tcp://192.0.2.7:9100', model: 'generic-58mm' };

/** Printers that write down what is done to them. */
function workshop() {
  const log: string[] = [];
  let finish: (outcome: PrintOutcome) => void = () => {};
  let tell: (state: PrinterState) => void = () => {};
  const open = ({ place, model }: PrinterChoice): ReceiptPrinter => {
    const name = `${place} ${model}`;
    log.push(`open ${name}`);
    return {
      columns: model === 'generic-58mm' ? 32 : 42,
      readState: async () => ({ kind: 'ready', paperLow: false }),
      print: () => {
        log.push(`print ${name}`);
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      watch(listener) {
        log.push(`watch ${name}`);
        tell = listener;
        return () => log.push(`unwatch ${name}`);
      },
      close: async () => void log.push(`close ${name}`),
    };
  };
  return { log, open, finish: () => finish({ kind: 'printed' }), tell: (state: PrinterState) => tell(state) };
}

const find = async () => [];
const job = { mark: null, header: [], text: '', columns: 42 };
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a seat without a printer says that none was set up, and prints nothing', async () => {
  const seat = createPrinterSeat({ choice: null, open: workshop().open, find });
  const state = { kind: 'not-configured' };
  expect(await seat.printer.readState({ timeoutMs: 1 })).toEqual(state);
  expect(await seat.printer.print(job, { timeoutMs: 1 })).toEqual({ kind: 'not-printed', state });
});

test('a chosen printer takes the seat when the print under way is over, and is watched by whoever watched', async () => {
  const { log, open, finish, tell } = workshop();
  const seat = createPrinterSeat({ choice: usual, open, find });
  const seen: string[] = [];
  seat.printer.watch(({ kind }) => seen.push(kind));
  const printing = seat.printer.print(job, { timeoutMs: 1_000 });
  const taking = seat.take(narrow);
  await settled();
  expect(log.filter((line) => line.startsWith('close'))).toEqual([]);
  finish();
  expect(await printing).toEqual({ kind: 'printed' });
  await taking;
  expect(seat.printer.columns).toBe(32);
  expect(seat.choice).toEqual(narrow);
  expect(log.slice(-3)).toEqual([
    'unwatch usb:/dev/usb/lp0 epson-tm-t88v',
    'close usb:/dev/usb/lp0 epson-tm-t88v',
    'watch tcp://192.0.2.7:9100 generic-58mm',
  ]);
  tell({ kind: 'in-use' });
  expect(seen).toEqual(['in-use']);
});

test('a printer at another place is tried beside the station’s own, which keeps its seat', async () => {
  const { log, open } = workshop();
  const seat = createPrinterSeat({ choice: usual, open, find });
  expect(await seat.check(narrow, { timeoutMs: 1 })).toEqual({ kind: 'ready', paperLow: false });
  expect(log).toEqual([
    'open usb:/dev/usb/lp0 epson-tm-t88v',
    'open tcp://192.0.2.7:9100 generic-58mm',
    'close tcp://192.0.2.7:9100 generic-58mm',
  ]);
});

test('another model at the same place has the printer to itself, and the station’s own comes back', async () => {
  const { log, open } = workshop();
  const seat = createPrinterSeat({ choice: usual, open, find });
  await seat.check({ ...usual, model: 'generic-80mm' }, { timeoutMs: 1 });
  expect(log).toEqual([
    'open usb:/dev/usb/lp0 epson-tm-t88v',
    'close usb:/dev/usb/lp0 epson-tm-t88v',
    'open usb:/dev/usb/lp0 generic-80mm',
    'close usb:/dev/usb/lp0 generic-80mm',
    'open usb:/dev/usb/lp0 epson-tm-t88v',
  ]);
  expect(seat.choice).toEqual(usual);
});

test('a line is known for every model and paper that goes together, and for no other', () => {
  const seat = createPrinterSeat({ choice: null, open: workshop().open, find });
  expect(seat.models.length).toBeGreaterThan(20);
  for (const { id, papers } of seat.models) {
    for (const paper of [null, ...papers]) {
      expect(seat.lineOf({ ...usual, model: id, paper })?.columns).toBeGreaterThanOrEqual(20);
    }
  }
  expect(seat.lineOf({ ...usual, model: 'typewriter' })).toBeNull();
  expect(seat.lineOf({ ...usual, model: 'generic-58mm', paper: 80 })).toBeNull();
});

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { createEscposOverDeviceNode } from '../../../electron/devices/receipt-printer/escpos-over-device-node.ts';
import { printerModels } from '../../../electron/devices/receipt-printer/models.ts';
import type { PrintJob, ReceiptPrinter } from '../../../electron/devices/receipt-printer/port.ts';
import { become, createUsbPrinter, type UsbPrinter } from './usb-printer.ts';

const node = '/dev/usb/lp0';
const deadline = { timeoutMs: 60_000 };
/** For prints that are given up: enough for the questions before them on a slow machine. */
const shortDeadline = { timeoutMs: 8_000 };
const job: PrintJob = {
  mark: null,
  header: [],
  text: 'Jūsų balansas: 22,99 €\r\nВаш баланс: 22,99 €',
  columns: 42,
};
/** Longer than what the wire and the printer's plug hold together. */
const lineCount = 600;
const longJob: PrintJob = {
  ...job,
  text: Array.from({ length: lineCount }, (_, at) => `eilutė ${at} `.padEnd(40, '.')).join('\r\n'),
};
const isOfLongJob = (line: string): boolean => line.startsWith('eilutė');

const usbPrinter = createUsbPrinter('printer');

/** A till's printer at the node; both ends are let go after the test, whatever came of it. */
function station(context: TestContext): ReceiptPrinter {
  const printer = createEscposOverDeviceNode({ path: node, model: printerModels['epson-tm-t88v'] });
  context.after(async () => {
    await printer.close();
    usbPrinter.goOn();
    usbPrinter.unplug();
    usbPrinter.printer.takePaper();
  });
  return printer;
}

/** The receipt that is torn, as far as it came, and then the next customer's, which must come alone and whole. */
async function printNext({ lines }: UsbPrinter, printer: ReceiptPrinter): Promise<void> {
  const torn = lines().filter(isOfLongJob).length;
  assert.ok(torn > 0 && torn < lineCount, `${torn} lines came out`);
  assert.deepEqual(await printer.print(job, deadline), { kind: 'printed' });
  assert.equal(lines().filter(isOfLongJob).length, torn);
  assert.equal(lines().filter((line) => line === 'Jūsų balansas: 22,99 €').length, 1);
}

test('USB: a regular file where the printer should be is refused, and not a byte gets into it', async (context) => {
  const printer = station(context);
  assert.deepEqual(await printer.print(job, deadline), { kind: 'not-printed', state: { kind: 'absent' } });
  context.after(() => rmSync(node, { force: true }));
  mkdirSync('/dev/usb', { recursive: true });
  writeFileSync(node, '');
  const state = { kind: 'absent', reason: 'not-a-device' } as const;
  assert.deepEqual(await printer.print(job, deadline), { kind: 'not-printed', state });
  assert.equal(readFileSync(node, 'utf8'), '');
});

test('USB: a receipt comes out of /dev/usb/lp0 word for word; pulled and plugged in again it prints again', async (context) => {
  const printer = station(context);
  await usbPrinter.plugIn();
  assert.deepEqual(await printer.print(job, deadline), { kind: 'printed' });
  const first = usbPrinter.lines();
  assert.ok(first.includes('Jūsų balansas: 22,99 €'), first.join('\n'));
  assert.ok(first.includes('Ваш баланс: 22,99 €'), first.join('\n'));
  assert.deepEqual(usbPrinter.printer.unknownCommands, []);

  const gone = become(printer, ({ kind }) => kind === 'absent');
  usbPrinter.unplug();
  await gone;
  const back = become(printer, ({ kind }) => kind === 'ready');
  const since = performance.now();
  await usbPrinter.plugIn();
  await back;
  context.diagnostic(`back after ${Math.round(performance.now() - since)} ms`);
  assert.deepEqual(await printer.print(job, deadline), { kind: 'printed' });
  assert.deepEqual(usbPrinter.lines(), [...first, ...first]);
});

test('USB: the end of the paper and the cover are told without being asked, and so is their end', async (context) => {
  const printer = station(context);
  await usbPrinter.plugIn();
  await become(printer, ({ kind }) => kind === 'ready');
  for (const [condition, reason] of [
    ['paper-out', 'paper-out'],
    ['cover-open', 'cover-open'],
  ] as const) {
    const told = become(printer, (state) => state.kind === 'blocked' && state.reason === reason);
    usbPrinter.printer.setCondition(condition, true);
    await told;
    const state = { kind: 'blocked', reason } as const;
    assert.deepEqual(await printer.print(job, deadline), { kind: 'not-printed', state });
    const over = become(printer, ({ kind }) => kind === 'ready');
    usbPrinter.printer.setCondition(condition, false);
    await over;
  }
  assert.deepEqual(usbPrinter.lines(), []);
});

test('USB: another program that has the printer open is a state, and ends with it', async (context) => {
  const printer = station(context);
  await usbPrinter.plugIn();
  assert.equal((await printer.readState(deadline)).kind, 'ready');
  const other = createEscposOverDeviceNode({ path: node, model: printerModels['epson-tm-t88v'] });
  assert.deepEqual(await other.print(job, deadline), { kind: 'not-printed', state: { kind: 'in-use' } });
  await printer.close();
  assert.deepEqual(await other.print(job, deadline), { kind: 'printed' });
  await other.close();
});

test('USB: a job that the printer takes no more of is given up, and the rest of it never comes out', async (context) => {
  const printer = station(context);
  await usbPrinter.plugIn();
  usbPrinter.stallWhen((lines) => lines.some(isOfLongJob));
  assert.deepEqual(await printer.print(longJob, shortDeadline), { kind: 'unknown' });
  // The wire is as it was: nothing but what the till sends from now on may come over it.
  usbPrinter.goOn();
  await printNext(usbPrinter, printer);
});

test('USB: a cable pulled in the middle of a receipt leaves its outcome open, and the rest never comes out', async (context) => {
  const printer = station(context);
  await usbPrinter.plugIn();
  usbPrinter.stallWhen((lines) => {
    const isBegun = lines.some(isOfLongJob);
    if (isBegun) {
      setImmediate(() => usbPrinter.unplug());
    }
    return isBegun;
  });
  assert.deepEqual(await printer.print(longJob, deadline), { kind: 'unknown' });
  assert.equal((await printer.readState(deadline)).kind, 'absent');
  usbPrinter.goOn();
  await usbPrinter.plugIn();
  await printNext(usbPrinter, printer);
});

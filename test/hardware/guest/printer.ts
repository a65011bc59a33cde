import assert from 'node:assert/strict';
import { closeSync, readSync, writeSync } from 'node:fs';
import { test } from 'node:test';
import { createEscposOverDeviceNode } from '../../../electron/devices/receipt-printer/escpos-over-device-node.ts';
import { printerModels } from '../../../electron/devices/receipt-printer/models.ts';
import type { PrinterState, ReceiptPrinter } from '../../../electron/devices/receipt-printer/port.ts';
import { paperText } from '../../../simulator/printer/paper-text.ts';
import { createPrinter, type Printer } from '../../../simulator/printer/printer.ts';
import { createGadget } from './gadget.ts';

const node = '/dev/usb/lp0';
const deadline = { timeoutMs: 60_000 };
const job = { mark: null, header: [], text: 'Jūsų balansas: 22,99 €\r\nВаш баланс: 22,99 €', columns: 42 };

const lookIntervalMs = 2;

/** Puts the simulated printer at the device's own end of the wire; answers with how to take it away. */
function runPrinter(printer: Printer, wire: number): () => void {
  let isOver = false;
  let answers: Uint8Array[] = [];
  const events = printer.attach({
    get isOpen() {
      return !isOver;
    },
    write: (bytes) => void answers.push(Uint8Array.from(bytes)),
    end: () => {},
  });
  const buffer = Buffer.alloc(4_096);
  const isWaiting = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === 'EAGAIN';

  // The kernel's driver lets nobody write while somebody waits for bytes: both are tried in turns.
  function turn(): void {
    try {
      const length = readSync(wire, buffer, 0, buffer.length, null);
      events?.onBytes(Uint8Array.from(buffer.subarray(0, length)));
    } catch (fault) {
      assert.ok(isWaiting(fault), String(fault));
    }
    try {
      while (answers[0] !== undefined) {
        writeSync(wire, answers[0]);
        answers = answers.slice(1);
      }
    } catch (fault) {
      assert.ok(isWaiting(fault), String(fault));
    }
  }
  const timer = setInterval(turn, lookIntervalMs);
  return () => {
    isOver = true;
    clearInterval(timer);
    events?.onEnded();
    closeSync(wire);
  };
}

/** Until the printer tells this state by itself. */
function become(printer: ReceiptPrinter, kind: PrinterState['kind']): Promise<void> {
  return new Promise((resolve) => {
    const stop = printer.watch((state) => {
      if (state.kind === kind) {
        stop();
        resolve();
      }
    });
  });
}

test('USB: a receipt comes out of /dev/usb/lp0 word for word; pulled and plugged in again it prints again', async (context) => {
  const gadget = createGadget({
    name: 'printer',
    vendorId: 0x1234,
    function: 'printer.usb0',
    attributes: { pnp_string: 'MFG:TILL;MDL:TEST;CLS:PRINTER;', q_len: '10' },
    wire: 'g_printer',
  });
  const printer = createEscposOverDeviceNode({ path: node, model: printerModels['epson-tm-t88v'] });
  assert.equal((await printer.readState(deadline)).kind, 'absent');

  gadget.plugIn();
  const first = createPrinter({ columns: 42 });
  const stopFirst = runPrinter(first, await gadget.openWire());
  assert.deepEqual(await printer.print(job, deadline), { kind: 'printed' });
  const lines = paperText(first.paper);
  assert.ok(lines.includes('Jūsų balansas: 22,99 €'), lines.join('\n'));
  assert.ok(lines.includes('Ваш баланс: 22,99 €'), lines.join('\n'));
  assert.deepEqual(first.unknownCommands, []);

  const gone = become(printer, 'absent');
  stopFirst();
  gadget.unplug();
  await gone;
  const back = become(printer, 'ready');
  const since = performance.now();
  gadget.plugIn();
  const second = createPrinter({ columns: 42 });
  const stopSecond = runPrinter(second, await gadget.openWire());
  await back;
  context.diagnostic(`back after ${Math.round(performance.now() - since)} ms`);
  assert.deepEqual(await printer.print(job, deadline), { kind: 'printed' });
  // Nothing of the first receipt came out later.
  assert.equal(paperText(second.paper).filter((line) => line.startsWith('Jūsų')).length, 1);

  await printer.close();
  stopSecond();
  gadget.unplug();
});

import assert from 'node:assert/strict';
import { closeSync, readSync, writeSync } from 'node:fs';
import type { PrinterState, ReceiptPrinter } from '../../../electron/devices/receipt-printer/port.ts';
import { paperText } from '../../../simulator/printer/paper-text.ts';
import { createPrinter, type Printer } from '../../../simulator/printer/printer.ts';
import { createGadget, type Gadget } from './gadget.ts';
import { within } from './watched.ts';

// A receipt printer on the simulated bus: the kernel's printer gadget for its plug, the simulated printer behind it.

const lookIntervalMs = 2;
/** As much as one transfer of the gadget holds: what has crossed the wire is in the printer and nowhere in between. */
const transferBytes = 8_192;

export interface UsbPrinter {
  readonly printer: Printer;
  readonly gadget: Gadget;
  /** Lines with something on them. */
  lines(): readonly string[];
  /** Plugs it in and lets the printer work. */
  plugIn(): Promise<void>;
  /** Pulls the cable. */
  unplug(): void;
  /** Takes it out of configfs: there is one such function at a time. */
  remove(): void;
  /** Takes nothing more off the wire from the moment that the paper looks so. */
  stallWhen(looksSo: (lines: readonly string[]) => boolean): void;
  goOn(): void;
}

const isWaiting = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === 'EAGAIN';

/** Passes bytes between the wire and the printer; answers with how to stop it. */
function connect(printer: Printer, wire: number, isStalled: () => boolean): () => void {
  let isOver = false;
  let answers: Uint8Array[] = [];
  const events = printer.attach({
    get isOpen() {
      return !isOver;
    },
    write: (bytes) => void answers.push(Uint8Array.from(bytes)),
    end: () => {},
  });
  const buffer = Buffer.alloc(transferBytes);

  // The kernel's driver lets nobody write while somebody waits for bytes: both are tried in turns.
  function turn(): void {
    try {
      if (!isStalled()) {
        const length = readSync(wire, buffer, 0, buffer.length, null);
        events?.onBytes(Uint8Array.from(buffer.subarray(0, length)));
      }
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

/** A printer that is not plugged in yet. `name` is its folder in configfs. */
export function createUsbPrinter(name: string): UsbPrinter {
  const printer = createPrinter({ columns: 42 });
  const gadget = createGadget({
    name,
    vendorId: 0x1234,
    function: 'printer.usb0',
    // One transfer at a time: a printer that takes nothing more leaves the rest on the till's side of the wire.
    attributes: { pnp_string: 'MFG:TILL;MDL:TEST;CLS:PRINTER;', q_len: '1' },
    wire: 'g_printer',
  });
  const lines = (): readonly string[] => paperText(printer.paper).filter((line) => line.trim() !== '');
  let disconnect = (): void => {};
  let isPluggedIn = false;
  let isToStall = (_: readonly string[]): boolean => false;
  let isStalled = false;
  return {
    printer,
    gadget,
    lines,
    async plugIn() {
      gadget.plugIn();
      isPluggedIn = true;
      const wire = await within(gadget.openWire(), 'the printer to be taken up by the host');
      disconnect = connect(printer, wire, () => {
        isStalled ||= isToStall(lines());
        return isStalled;
      });
    },
    unplug() {
      if (isPluggedIn) {
        isPluggedIn = false;
        disconnect();
        gadget.unplug();
      }
    },
    remove: () => gadget.remove(),
    stallWhen(looksSo) {
      isToStall = looksSo;
    },
    goOn() {
      isToStall = () => false;
      isStalled = false;
    },
  };
}

/** Until the printer tells such a state by itself. */
export function become(printer: ReceiptPrinter, isWanted: (state: PrinterState) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = printer.watch((state) => {
    if (isWanted(state)) {
      resolve();
    }
  });
  return within(promise, 'the printer to tell its state').finally(stop);
}

import type { Budget } from './budget.ts';
import { askState, callReceiptBack, emptyBuffers, openWay, sendReceipt } from './escpos-conversation.ts';
import type { PrinterModel } from './models.ts';
import type { PrinterState, PrintOutcome } from './port.ts';
import { type Address, openTcpLink, type TcpLink } from './tcp-link.ts';
import type { Timers } from './timers.ts';

const connectTimeoutMs = 3_000;

/** The connection to one printer and what it may still hold. Not to be used for two things at once. */
export interface PrinterSession {
  readState(budget: Budget): Promise<PrinterState>;
  print(receipt: Buffer, budget: Budget): Promise<PrintOutcome>;
  /** Lets the connection go; the next use opens another. */
  hangUp(): void;
}

export function createPrinterSession(address: Address, model: PrinterModel, timers: Timers): PrinterSession {
  let link: TcpLink | null = null;
  /** Bytes of a job given up may still be in the printer. */
  let leftovers = false;

  function abandon(): void {
    link?.abandon();
    link = null;
  }

  /** Leaves the connection open in `link` when the printer told its state. */
  async function readState(budget: Budget): Promise<PrinterState> {
    const kept = link?.isOpen === true;
    link = kept ? link : await openTcpLink(address, timers, budget.leftMs(connectTimeoutMs));
    if (link === null) return { kind: 'absent' };
    if (leftovers) leftovers = !(await emptyBuffers(link, budget));
    const heard = await askState(link, model, budget);
    if (heard.kind === 'heard') return heard.value;
    abandon();
    if (heard.kind === 'timed-out') return { kind: 'silent' };
    // A kept connection may have died unnoticed (the printer was switched off and on): a new one tells.
    if (kept) return readState(budget);
    // Taken and hung up without a word: that is how a printer turns a second station away.
    return heard.mute ? { kind: 'in-use' } : { kind: 'absent' };
  }

  async function print(receipt: Buffer, budget: Budget): Promise<PrintOutcome> {
    const state = await readState(budget);
    if (state.kind !== 'ready' || link === null) return { kind: 'not-printed', state };
    const obstacle = await openWay(link, model, budget);
    if (obstacle !== null) {
      abandon();
      return { kind: 'not-printed', state: obstacle };
    }
    leftovers = false;
    if (await sendReceipt(link, model, receipt, budget)) return { kind: 'printed' };
    return giveUp(link, budget);
  }

  async function giveUp(over: TcpLink, budget: Budget): Promise<PrintOutcome> {
    const heard = await callReceiptBack(over, budget);
    abandon();
    if (heard === 'reached') return { kind: 'printed' };
    if (heard === 'unheard') {
      const again = await openTcpLink(address, timers, budget.leftMs());
      leftovers = again === null || !(await emptyBuffers(again, budget));
      again?.abandon();
    }
    return { kind: 'unknown' };
  }

  return {
    readState,
    print,
    hangUp() {
      link?.close();
      link = null;
    },
  };
}

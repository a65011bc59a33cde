import type { Budget } from './budget.ts';
import type { PipeSource } from './byte-pipe.ts';
import {
  askState,
  callReceiptBack,
  emptyBuffers,
  listenToChanges,
  openWay,
  sendReceipt,
  sendUnanswered,
} from './escpos-conversation.ts';
import type { PrinterModel } from './models.ts';
import type { PrinterState, PrintOutcome } from './port.ts';
import { stateOfStatus } from './printer-answers.ts';
import { openLink, type PrinterLink } from './printer-link.ts';
import type { Timers } from './timers.ts';

const connectTimeoutMs = 3_000;

/** The connection to one printer and what it may still hold. Not to be used for two things at once. */
export interface PrinterSession {
  /** Is the connection open? */
  readonly isOpen: boolean;
  readState(budget: Budget): Promise<PrinterState>;
  print(receipt: Buffer, budget: Budget): Promise<PrintOutcome>;
  /** Lets the connection go; the next use opens another. */
  hangUp(): void;
}

/** What a connection that is kept brings unasked. */
export interface SessionEvents {
  /** The printer reported its state. */
  onState(state: PrinterState): void;
  /** The connection broke. */
  onLost(): void;
}

export function createPrinterSession(
  source: PipeSource,
  model: PrinterModel,
  timers: Timers,
  events: SessionEvents,
): PrinterSession {
  let link: PrinterLink | null = null;
  /** Bytes of a job given up may still be in the printer. */
  let leftovers = false;
  /** Has this printer ever answered a question about its state, or acknowledged anything? Then its silence means something. */
  const hasEver = { answered: model.answers === 'always', acknowledged: model.answers === 'always' };

  function abandon(): void {
    link?.abandon();
    link = null;
  }

  function open(budget: Budget) {
    return openLink(source, timers, budget.leftMs(connectTimeoutMs), {
      onAutomatic: (bytes) => events.onState(stateOfStatus(bytes, 0, model.automaticStatus)),
      onLost: events.onLost,
    });
  }

  /** Leaves the connection open in `link` when the printer told its state, or may be written to without. */
  async function readState(budget: Budget): Promise<PrinterState> {
    const kept = link?.isOpen === true;
    if (!kept) {
      const opening = await open(budget);
      link = opening.kind === 'open' ? opening.link : null;
      if (opening.kind === 'refused') return opening.state;
    }
    if (link === null) return { kind: 'absent' };
    if (model.answers === 'never') return { kind: 'ready', paperLow: false };
    if (leftovers) leftovers = !(await emptyBuffers(link, budget));
    const heard = await askState(link, model, budget);
    if (heard.kind === 'heard') {
      hasEver.answered = true;
      if (!kept && !source.isShared) await listenToChanges(link, budget);
      return heard.value;
    }
    if (heard.kind === 'timed-out' && !hasEver.answered) return { kind: 'ready', paperLow: false };
    abandon();
    if (heard.kind === 'timed-out') return { kind: 'silent' };
    // A kept connection may have died unnoticed (the printer was switched off and on): a new one tells.
    if (kept) return readState(budget);
    // Taken and hung up without a word: that is how a printer on a network turns a second station away.
    return heard.mute && source.turnsAwayByHangingUp ? { kind: 'in-use' } : { kind: 'absent' };
  }

  async function print(receipt: Buffer, budget: Budget): Promise<PrintOutcome> {
    const state = await readState(budget);
    if (state.kind !== 'ready' || link === null) return { kind: 'not-printed', state };
    if (!hasEver.answered) return printUnanswered(link, receipt, budget);
    const obstacle = await openWay(link, model, budget);
    if (obstacle?.kind === 'silent' && !hasEver.acknowledged) return printUnanswered(link, receipt, budget);
    if (obstacle !== null) {
      abandon();
      return { kind: 'not-printed', state: obstacle };
    }
    hasEver.acknowledged = true;
    leftovers = false;
    if (await sendReceipt(link, model, receipt, budget)) return { kind: 'printed' };
    return giveUp(link, budget);
  }

  /** Nothing acknowledges it: whatever happens, a person looks at the paper. */
  async function printUnanswered(over: PrinterLink, receipt: Buffer, budget: Budget): Promise<PrintOutcome> {
    if (await sendUnanswered(over, receipt, budget)) return { kind: 'unknown' };
    return giveUp(over, budget);
  }

  async function giveUp(over: PrinterLink, budget: Budget): Promise<PrintOutcome> {
    const heard = await callReceiptBack(over, budget);
    abandon();
    if (heard === 'reached') return { kind: 'printed' };
    if (heard === 'unheard') {
      const again = await open(budget);
      leftovers = again.kind !== 'open' || !(await emptyBuffers(again.link, budget));
      if (again.kind === 'open') again.link.abandon();
    }
    return { kind: 'unknown' };
  }

  return {
    get isOpen() {
      return link?.isOpen === true;
    },
    readState,
    print,
    hangUp() {
      link?.close();
      link = null;
    },
  };
}

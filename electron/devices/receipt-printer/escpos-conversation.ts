import type { Budget } from './budget.ts';
import type { PrinterModel } from './models.ts';
import type { PrinterState } from './port.ts';
import { type PrinterAnswer, stateOfStatus } from './printer-answers.ts';
import type { Heard, PrinterLink } from './printer-link.ts';

// What is said to a printer and how its answers are understood, over a connection that somebody else keeps.
// Source: ESC/POS reference, commands DLE EOT, DLE DC4 (fn 8), ESC @, GS a, GS r.

/** `DLE EOT n`: answered at once, whatever the printer is doing. */
const askRealTimeStatus = (n: number): Buffer => Buffer.from([0x10, 0x04, n]);
/** `DLE DC4 8`: empties the receive and print buffers at once, also when the printer is offline. */
const clearBuffers = Buffer.from([0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08]);
/** `ESC @`: drops what stands in the print buffer. */
const initialise = Buffer.from([0x1b, 0x40]);
/** `GS a`: report changes of the offline, error and paper states unasked. */
const reportChanges = Buffer.from([0x1d, 0x61, 0x0e]);
/** `GS r 1`: answered in its turn, after all that was sent before. */
const acknowledge = Buffer.from([0x1d, 0x72, 0x01]);

/** A printer on a shop's network answers within milliseconds, a sleeping wireless one within a second. */
const answerTimeoutMs = 1_500;

/** Asks `DLE EOT 1..4`. */
export async function askState(link: PrinterLink, model: PrinterModel, budget: Budget): Promise<Heard<PrinterState>> {
  const bytes: number[] = [];
  for (const n of [1, 2, 3, 4]) {
    // One at a time: the answers do not say which question they belong to.
    const heard = await link.ask(askRealTimeStatus(n), realTimeByte, budget.leftMs(answerTimeoutMs));
    if (heard.kind !== 'heard') return heard;
    bytes.push(heard.value);
  }
  return { kind: 'heard', value: stateOfStatus(bytes, 1, model.realTimeStatus) };
}

/** Asks to be told of changes unasked, for a connection that is kept. Nothing answers. */
export async function listenToChanges(link: PrinterLink, budget: Budget): Promise<void> {
  await link.tell(reportChanges, budget.leftMs(answerTimeoutMs));
}

/** Empties the printer's buffers; true when it says that they are empty. */
export async function emptyBuffers(link: PrinterLink, budget: Budget): Promise<boolean> {
  const heard = await link.ask(clearBuffers, isCleared, budget.leftMs(answerTimeoutMs));
  return heard.kind === 'heard';
}

/**
 * Proves with `ESC @`, `GS r 1` that the printer works through what it is sent, and so that nothing of an earlier job
 * is left in it. Null, or the state that keeps it from it; then no letter was sent.
 */
export async function openWay(link: PrinterLink, model: PrinterModel, budget: Budget): Promise<PrinterState | null> {
  const opening = Buffer.concat([initialise, reportChanges, acknowledge]);
  const open = await link.ask(opening, reachedOrBlocked(model), budget.leftMs(answerTimeoutMs));
  if (open.kind === 'closed') return { kind: 'absent' };
  if (open.kind === 'timed-out') return { kind: 'silent' };
  if (open.value !== 'reached') return open.value;
  const trouble = link.earlier((answer) => blockedBy(answer, model));
  // From here on only what answers the receipt counts.
  link.forgetEarlier();
  // Too late to begin: a receipt must not be given up only because its time was used up before it.
  return trouble ?? (budget.forJobMs() <= 0 ? { kind: 'silent' } : null);
}

/** Sends a receipt; true when the printer acknowledged that it worked through its last byte. */
export async function sendReceipt(
  link: PrinterLink,
  model: PrinterModel,
  receipt: Buffer,
  budget: Budget,
): Promise<boolean> {
  const job = Buffer.concat([receipt, acknowledge]);
  const end = await link.ask(job, reachedOrBlocked(model), budget.forJobMs());
  // What our own side still holds of a job given up turns into NUL, which a printer passes over.
  job.fill(0);
  // The acknowledgement can come right behind a report of trouble, in one packet.
  return (end.kind === 'heard' && end.value === 'reached') || link.earlier(isReached) === true;
}

/**
 * Sends a receipt to a printer that answers nothing, emptying before it what an earlier one may have left; true when
 * all of it was taken.
 */
export async function sendUnanswered(link: PrinterLink, receipt: Buffer, budget: Budget): Promise<boolean> {
  const job = Buffer.concat([clearBuffers, receipt]);
  const taken = await link.tell(job, budget.forJobMs());
  job.fill(0);
  return taken;
}

/** Calls a receipt back: empties the buffers, unless the acknowledgement was on its way and is heard first. */
export async function callReceiptBack(link: PrinterLink, budget: Budget): Promise<'reached' | 'cleared' | 'unheard'> {
  link.dropWaiting();
  const heard = await link.ask(clearBuffers, clearedOrReached, budget.forGivingUpMs());
  return heard.kind === 'heard' ? heard.value : 'unheard';
}

function reachedOrBlocked(model: PrinterModel): (answer: PrinterAnswer) => 'reached' | PrinterState | undefined {
  return (answer) => (answer.kind === 'in-order' ? 'reached' : blockedBy(answer, model));
}

function blockedBy(answer: PrinterAnswer, model: PrinterModel): PrinterState | undefined {
  if (answer.kind !== 'automatic') return undefined;
  const state = stateOfStatus(answer.bytes, 0, model.automaticStatus);
  return state.kind === 'blocked' ? state : undefined;
}

function realTimeByte(answer: PrinterAnswer): number | undefined {
  return answer.kind === 'real-time' ? answer.byte : undefined;
}

function isCleared(answer: PrinterAnswer): true | undefined {
  return answer.kind === 'cleared' ? true : undefined;
}

function isReached(answer: PrinterAnswer): true | undefined {
  return answer.kind === 'in-order' ? true : undefined;
}

function clearedOrReached(answer: PrinterAnswer): 'cleared' | 'reached' | undefined {
  if (answer.kind === 'in-order') return 'reached';
  return answer.kind === 'cleared' ? 'cleared' : undefined;
}

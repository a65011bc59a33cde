import fc from 'fast-check';
import { createEscposPrinter } from '../../electron/devices/receipt-printer/escpos-printer.ts';
import { printerModels } from '../../electron/devices/receipt-printer/models.ts';
import type { PrintJob, PrintOutcome, ReceiptPrinter } from '../../electron/devices/receipt-printer/port.ts';
import { tcpSource } from '../../electron/devices/receipt-printer/tcp-pipe.ts';
import type { Paper } from '../../shared/domain/paper.ts';
import type { PrinterCondition } from '../../simulator/printer/printer.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../simulator/printer/server.ts';
import { createManualTimers, type ManualTimers } from '../port/manual-timers.ts';
import { sayNothing, type TellProgress } from '../progress.ts';
import { breakGuard, type PrintGuard } from './print-guards.ts';

const model = printerModels['epson-tm-t88v'];
const deadline = { timeoutMs: 20_000 };
/** The first customer's letters; the second one's receipt has none of them. */
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const;
const perLetter = 20;

const jobOf = (text: string): PrintJob => ({ mark: null, header: [], text, columns: 42 });
const first = jobOf(letters.map((letter) => letter.repeat(perLetter)).join('\r\n'));
const second = jobOf('the next customer');
/** More than all that goes to the printer for the first receipt: some faults come too late to matter. */
const lastByte = 420;

const faults = [
  'connection-lost',
  'paper-out',
  'cover-open',
  'cutter-jammed',
  'off',
  'silent',
  'stalled',
  'mute-after-data',
] as const satisfies readonly (PrinterCondition | 'connection-lost')[];

interface Trial {
  readonly way: 'tcp' | 'cable';
  readonly fault: (typeof faults)[number];
  readonly atByte: number;
  /** How long the fault lasts; somebody may see to it before or long after the deadline. */
  readonly lastsMs: number;
}

const trials: fc.Arbitrary<Trial> = fc.record({
  way: fc.constantFrom('tcp' as const, 'cable' as const),
  fault: fc.constantFrom(...faults),
  atByte: fc.integer({ min: 0, max: lastByte }),
  lastsMs: fc.constantFrom(0, 50, 700, 4_000, 19_500, 30_000),
});

export interface PrintFaultsReport {
  readonly runs: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

interface Options {
  readonly runs: number;
  readonly seed: number;
  /** A guard to leave out: then there must be violations. */
  readonly breaking?: PrintGuard | null;
  readonly tell?: TellProgress;
}

/** Prints a receipt and then another customer's, with a fault at a random byte of the first, again and again. */
export async function runPrintFaults({
  runs,
  seed,
  breaking = null,
  tell = sayNothing,
}: Options): Promise<PrintFaultsReport> {
  const violations: string[] = [];
  const seen: Record<string, number> = { printed: 0, 'not-printed': 0, unknown: 0 };
  for (const [index, trial] of fc.sample(trials, { numRuns: runs, seed }).entries()) {
    const { outcome, problems } = await runTrial(trial, breaking);
    seen[outcome.kind] = (seen[outcome.kind] ?? 0) + 1;
    violations.push(...problems.map((problem) => `${problem}: ${JSON.stringify(trial)}`));
    tell(index + 1, runs);
  }
  return { runs, seen, violations };
}

async function runTrial(trial: Trial, breaking: PrintGuard | null) {
  const timers = createManualTimers();
  let isSet = false;
  let liftFault = async (): Promise<void> => {};
  const simulator: PrinterSimulator = await startPrinterSimulator({
    beforeByte: (bytesBefore) => {
      if (isSet || bytesBefore !== trial.atByte) return;
      isSet = true;
      liftFault = setFault(simulator, trial, timers);
    },
  });
  const source = trial.way === 'tcp' ? tcpSource(simulator, timers) : simulator.inProcess;
  const printer = createEscposPrinter(breakGuard(source, breaking), { model, timers });

  let outcome = await inTime(timers, printer.print(first, deadline));
  if (breaking === 'repeat-unknown' && outcome.kind === 'unknown') {
    await liftFault();
    outcome = await inTime(timers, printer.print(first, deadline));
  }
  const paperThen = simulator.paper;
  await liftFault();
  const next = await printUntilReady(printer, timers);
  const problems = judge(outcome, paperThen, simulator.paper, next);
  await inTime(timers, printer.close());
  await simulator.close();
  return { outcome, problems };
}

/** Sets a fault off; answers with what ends it, unless its time is over before. */
function setFault(simulator: PrinterSimulator, { fault, lastsMs }: Trial, timers: ManualTimers): () => Promise<void> {
  if (fault === 'connection-lost') {
    simulator.loseConnection();
    return async () => {};
  }
  void simulator.setCondition(fault, true);
  const lift = (): Promise<void> => simulator.setCondition(fault, false);
  timers.after(lastsMs, () => void lift());
  return lift;
}

/** Lets time pass, a little at each turn of the loop, until something is done. */
async function inTime<T>(timers: ManualTimers, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    timers.pass(5);
  }
  return done;
}

/** The next customer's receipt, asked for again as long as the printer says that nothing came out. */
async function printUntilReady(printer: ReceiptPrinter, timers: ManualTimers): Promise<PrintOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await inTime(timers, printer.print(second, deadline));
    if (outcome.kind !== 'not-printed' || attempt === 5) return outcome;
  }
}

function inkOf(paper: Paper): Readonly<Record<string, number>> {
  const text = paper.lines.flatMap((line) => (line.kind === 'text' ? line.runs.map((run) => run.text) : [])).join('');
  return Object.fromEntries(letters.map((letter) => [letter, text.split(letter).length - 1]));
}

const sum = (ink: Readonly<Record<string, number>>): number =>
  Object.values(ink).reduce((total, count) => total + count, 0);

/** What is wrong with an outcome, by what was on the paper when it was told and what is there in the end. */
function judge(outcome: PrintOutcome, paperThen: Paper, paperNow: Paper, next: PrintOutcome): readonly string[] {
  const [then, now] = [inkOf(paperThen), inkOf(paperNow)];
  const isWhole =
    letters.every((letter) => then[letter] === perLetter) && paperThen.lines.some(({ kind }) => kind === 'cut');
  return [
    ...(outcome.kind === 'printed' && !isWhole ? ['told as printed and was not'] : []),
    ...(outcome.kind === 'not-printed' && sum(now) > 0 ? ['told as not printed and was, in part'] : []),
    ...(letters.some((letter) => (now[letter] ?? 0) > perLetter) ? ['printed twice'] : []),
    ...(sum(now) > sum(then) ? ['came out after its outcome was told'] : []),
    ...(next.kind === 'printed' ? [] : [`the next receipt ended as ${next.kind}`]),
  ];
}

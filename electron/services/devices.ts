import type { RawPart } from '../../shared/domain/raw-reading.ts';
import { showRaw } from '../../shared/domain/raw-reading.ts';
import type { ReaderRules } from '../../shared/domain/reader-rules.ts';
import type { ReaderName, Reading, ReadingContent } from '../../shared/domain/reading.ts';
import {
  type LearningProblem,
  type LearntScanner,
  learnScanner,
  type ScanSample,
  samplesWanted,
} from '../../shared/domain/scan-learning.ts';
import { readScan, type ScannedIdentifier } from '../../shared/domain/scan-rules.ts';
import { createWedgeDecoder, type WedgeRules } from '../../shared/domain/wedge.ts';
import { type KeyStroke, signOfStroke } from '../../shared/domain/wedge-capture.ts';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { FoundPrinter, PrinterChoice, PrinterSeat, PrinterState } from '../devices/receipt-printer/port.ts';
import { errorOfOutcome } from './print-receipt.ts';

/** What became of a scan under the rules that hold, or would hold. */
export type Became =
  | { readonly kind: 'identifier'; readonly identifier: ScannedIdentifier }
  | { readonly kind: 'refused'; readonly error: AppError };

export interface ShownReading {
  readonly reader: ReaderName;
  readonly at: number;
  readonly raw: readonly RawPart[];
  /** Shortest and longest pause between two keys, milliseconds; null for what comes whole. */
  readonly gapsMs: { readonly shortest: number; readonly longest: number } | null;
  readonly became: Became;
}

export type LearningState =
  | { readonly kind: 'off' }
  | { readonly kind: 'collecting'; readonly taken: number; readonly wanted: number }
  | { readonly kind: 'refused'; readonly problem: LearningProblem }
  | { readonly kind: 'learnt'; readonly scanner: LearntScanner };

export type DevicesEvent =
  | { readonly kind: 'reading-shown'; readonly reading: ShownReading }
  | { readonly kind: 'learning-changed'; readonly learning: LearningState }
  | { readonly kind: 'listening-ended' };

/** Rules that hold now, and the way to change them while the till runs. */
export interface ScanSetup {
  readonly wedge: WedgeRules;
  rulesOf(reader: ReaderName): ReaderRules;
  /**
   * Keeps what was learnt, in the settings and from now on. `next-start` where a reader takes its rules when it is opened.
   * Errors: `settings.*`.
   */
  keep(scanner: LearntScanner): Result<{ readonly holds: 'now' | 'next-start' }>;
}

export interface DevicesOptions {
  readonly seat: PrinterSeat;
  readonly scans: ScanSetup;
  /** Errors: `settings.*`. */
  readonly savePrinter: (choice: PrinterChoice) => Result<null>;
  /** Frames a test page of a station that does not serve real customers. */
  readonly mark: string | null;
  readonly emit: (event: DevicesEvent) => void;
  /** Tells the keyboard's listener to record what comes instead of deciding about it. */
  readonly recordKeys: (on: boolean) => void;
  readonly clock: () => number;
  readonly schedule: (action: () => void, delayMs: number) => () => void;
}

export interface Devices {
  readonly seat: PrinterSeat;
  find(): Promise<readonly FoundPrinter[]>;
  /** Errors: `settings.invalid`, `printer.not-simulated`. */
  check(choice: PrinterChoice): Promise<Result<PrinterState>>;
  /** Errors: `printer.*`, `print.outcome-unknown`, `settings.invalid`. Null prints on the station's own printer. */
  printTestPage(choice: PrinterChoice | null): Promise<Result<{ readonly printedAt: number }>>;
  /** Saves the choice and prints with it from now on. Errors: `settings.*`, `printer.not-simulated`. */
  takePrinter(choice: PrinterChoice): Promise<Result<{ readonly columns: number }>>;
  /** From now on scans are shown and act on nobody, until `stop`, or a minute after the last one. */
  listen(purpose: 'show' | 'learn', expected: string | null): void;
  stop(): void;
  /** Takes a reading that somebody wants to look at; false when nobody does, and it may act. */
  take(reading: Reading): boolean;
  /** Takes the strokes of a keyboard that is being looked at; false when nobody looks. */
  takeStrokes(strokes: readonly KeyStroke[]): boolean;
  /** Errors: `session.closed` when nothing was learnt, `settings.*`. */
  keepLearnt(): Result<{ readonly holds: 'now' | 'next-start' }>;
}

const checkTimeoutMs = 4_000;
const testPageTimeoutMs = 30_000;
/** Somebody who went away while scans act on nobody must not leave the next customer waiting before a deaf till. */
const listenTimeoutMs = 60_000;

/** The text that a decoder under these rules makes of strokes; null for none. */
function decodeStrokes(strokes: readonly KeyStroke[], rules: WedgeRules): string | null {
  const decoder = createWedgeDecoder(rules);
  let at = 0;
  let text: string | null = null;
  for (const { gapMs, ...pressed } of strokes) {
    at += gapMs;
    const key = signOfStroke({ ...pressed, gapMs }) ?? pressed.code;
    for (const type of ['down', 'up'] as const) {
      text = decoder.feed({ ...pressed, type, key, repeat: false, at }).scan?.text ?? text;
    }
  }
  for (let due = decoder.nextDeadline; due !== null; due = decoder.nextDeadline) {
    text = decoder.tick(due).scan?.text ?? text;
  }
  return text;
}

function gapsOf(strokes: readonly KeyStroke[] | null): ShownReading['gapsMs'] {
  const gaps = (strokes ?? []).slice(1).map(({ gapMs }) => Math.round(gapMs));
  return gaps.length === 0 ? null : { shortest: Math.min(...gaps), longest: Math.max(...gaps) };
}

/** The station's devices as a technician works with them: printers found and tried, scanners looked at and learnt. */
export function createDevices(options: DevicesOptions): Devices {
  const { seat, scans, emit } = options;
  let purpose: 'off' | 'show' | 'learn' = 'off';
  let expected: string | null = null;
  let samples: ScanSample[] = [];
  let learning: LearningState = { kind: 'off' };
  let callOff: () => void = () => {};

  function mayUse(choice: PrinterChoice): Result<null> {
    if (seat.lineOf(choice) === null) {
      return err(appError('settings.invalid', { problems: ['this model does not take that paper'] }));
    }
    return seat.mayUse(choice.place) ? ok(null) : err(appError('printer.not-simulated'));
  }

  function changeLearning(next: LearningState): void {
    learning = next;
    emit({ kind: 'learning-changed', learning });
  }

  function stop(): void {
    if (purpose === 'off') {
      return;
    }
    callOff();
    purpose = 'off';
    samples = [];
    options.recordKeys(false);
    emit({ kind: 'listening-ended' });
  }

  function stayAwake(): void {
    callOff();
    callOff = options.schedule(stop, listenTimeoutMs);
  }

  /** The rules that would hold if what was learnt were kept. */
  function triedRules(reader: ReaderName): { readonly rules: ReaderRules; readonly wedge: WedgeRules } {
    const rules = scans.rulesOf(reader);
    if (learning.kind !== 'learnt' || learning.scanner.reader !== reader) {
      return { rules, wedge: scans.wedge };
    }
    const { scanner } = learning;
    return { rules: withAffixes(rules, scanner), wedge: withRhythm(scans.wedge, scanner) };
  }

  function becameOf(reader: ReaderName, content: ReadingContent, strokes: readonly KeyStroke[] | null): Became {
    const { rules, wedge } = triedRules(reader);
    const text = strokes === null ? null : decodeStrokes(strokes, wedge);
    if (strokes !== null && text === null) {
      return { kind: 'refused', error: appError('scan.unreadable') };
    }
    const scan = readScan(text === null ? content : { kind: 'text', text }, rules);
    return scan.ok ? { kind: 'identifier', identifier: scan.value } : { kind: 'refused', error: scan.error };
  }

  function learnFrom(reader: ReaderName, content: ReadingContent, strokes: readonly KeyStroke[] | null): void {
    const text = strokes === null ? textOf(content) : strokes.map((stroke) => signOfStroke(stroke) ?? '').join('');
    samples.push({ reader, text, strokes });
    if (samples.length < samplesWanted) {
      changeLearning({ kind: 'collecting', taken: samples.length, wanted: samplesWanted });
      return;
    }
    const result = learnScanner(samples, expected);
    samples = [];
    changeLearning(result);
  }

  function show(reading: Reading, strokes: readonly KeyStroke[] | null): void {
    const { reader, at, content } = reading;
    stayAwake();
    if (purpose === 'learn' && learning.kind !== 'learnt') {
      learnFrom(reader, content, strokes);
    }
    const raw = showRaw(content, strokes);
    const became = becameOf(reader, content, strokes);
    emit({ kind: 'reading-shown', reading: { reader, at, raw, gapsMs: gapsOf(strokes), became } });
  }

  return {
    seat,
    find: () => seat.find(),

    async check(choice) {
      const allowed = mayUse(choice);
      return allowed.ok ? ok(await seat.check(choice, { timeoutMs: checkTimeoutMs })) : allowed;
    },

    async printTestPage(choice) {
      const wanted = choice ?? seat.choice;
      if (wanted === null) {
        return err(appError('printer.not-configured'));
      }
      const allowed = mayUse(wanted);
      if (!allowed.ok) {
        return allowed;
      }
      const outcome = await seat.printTestPage(wanted, { mark: options.mark, timeoutMs: testPageTimeoutMs });
      return outcome.kind === 'printed' ? ok({ printedAt: options.clock() }) : err(errorOfOutcome(outcome));
    },

    async takePrinter(choice) {
      const allowed = mayUse(choice);
      const line = seat.lineOf(choice);
      if (!allowed.ok || line === null) {
        return allowed.ok ? err(appError('settings.invalid')) : allowed;
      }
      const saved = options.savePrinter(choice);
      if (!saved.ok) {
        return saved;
      }
      await seat.take(choice);
      return ok({ columns: line.columns });
    },

    listen(wanted, what) {
      purpose = wanted;
      expected = what;
      samples = [];
      options.recordKeys(true);
      stayAwake();
      changeLearning(wanted === 'learn' ? { kind: 'collecting', taken: 0, wanted: samplesWanted } : { kind: 'off' });
    },

    stop,

    take(reading) {
      if (purpose === 'off') {
        return false;
      }
      show(reading, null);
      return true;
    },

    takeStrokes(strokes) {
      if (purpose === 'off') {
        return false;
      }
      const content: ReadingContent = { kind: 'text', text: '' };
      show({ reader: 'keyboard-wedge', at: options.clock(), content }, strokes);
      return true;
    },

    keepLearnt() {
      if (learning.kind !== 'learnt') {
        return err(appError('session.closed'));
      }
      const kept = scans.keep(learning.scanner);
      if (kept.ok) {
        changeLearning({ kind: 'off' });
      }
      return kept;
    },
  };
}

function textOf(content: ReadingContent): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'card':
    case 'stripe':
      return content.number;
    case 'uid':
      return content.uid;
    case 'unreadable':
      return '';
  }
}

/** A reader's rules with the signs that were learnt; a serial line ends its readings by what its own suffix says. */
export function withAffixes(rules: ReaderRules, { reader, prefix, suffix }: LearntScanner): ReaderRules {
  return { ...rules, prefix, suffix: reader === 'serial-scanner' || suffix === null ? rules.suffix : suffix };
}

/** A keyboard's rules with the first key and the rhythm that were learnt. */
export function withRhythm(rules: WedgeRules, { keyboard }: LearntScanner): WedgeRules {
  if (keyboard === null) {
    return rules;
  }
  const { maxGapMs, firstKey } = keyboard;
  return {
    ...rules,
    maxGapMs,
    maxGapOnceCertainMs: Math.max(rules.maxGapOnceCertainMs, maxGapMs),
    prefix: firstKey,
  };
}

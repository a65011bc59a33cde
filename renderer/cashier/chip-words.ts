import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { LinkView, PrinterView, ReaderView } from '../stores/station-slice.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import type { IconName } from '../ui/icons/strokes.ts';

export interface ChipView {
  readonly state: 'ok' | 'working' | 'care';
  readonly icon: IconName;
  readonly name: string;
  /** What is wrong, or the number that matters; null for neither. */
  readonly note: string | null;
  /** How it is, as a sentence. */
  readonly say: string;
  /** What to do; null for nothing. */
  readonly next: string | null;
}

const slowMs = 1_000;
/** Below this the till allows for the difference by itself. */
const mostClockOffsetMs = 30_000;

export function linkChip(link: LinkView, texts: Texts): ChipView {
  const name = texts.t('strip/link');
  switch (link.kind) {
    case 'unchecked':
      return { state: 'working', icon: 'link', name, note: null, say: texts.t('devices/unchecked'), next: null };
    case 'reached':
      return reachedChip(link, texts);
    case 'broken': {
      const { title, what, next } = texts.error(link.code);
      return { state: 'care', icon: 'alert', name, note: title, say: what, next: next[0] ?? null };
    }
  }
}

function reachedChip(link: Extract<LinkView, { kind: 'reached' }>, texts: Texts): ChipView {
  const name = texts.t('strip/link');
  const isSlow = link.latencyMs >= slowMs;
  const value = isSlow ? texts.number(link.latencyMs / 1_000, 1) : texts.number(Math.round(link.latencyMs));
  const note = texts.t(isSlow ? 'strip/s' : 'strip/ms', { value });
  const offsetMs = link.clockOffsetMs ?? 0;
  if (Math.abs(offsetMs) > mostClockOffsetMs) {
    const seconds = texts.number(Math.round(Math.abs(offsetMs) / 1_000));
    const say = texts.t(offsetMs > 0 ? 'station/clockSlow' : 'station/clockFast', { seconds });
    return {
      state: 'care',
      icon: 'clock',
      name,
      note: say,
      say: texts.t('station/clockSay'),
      next: texts.t('station/clockNext'),
    };
  }
  return isSlow
    ? {
        state: 'ok',
        icon: 'slow',
        name,
        note,
        say: texts.t('station/slow', { time: note }),
        next: texts.t('station/slowNext'),
      }
    : { state: 'ok', icon: 'link', name, note, say: texts.t('station/answers', { time: note }), next: null };
}

const codeOfBlock: Readonly<Record<Extract<PrinterView, { kind: 'blocked' }>['reason'], ErrorCode>> = {
  'paper-out': 'printer.paper-out',
  'cover-open': 'printer.cover-open',
  cutter: 'printer.cutter-jammed',
  error: 'printer.failed',
};

export function printerChip(printer: PrinterView, isPrinting: boolean, texts: Texts): ChipView {
  const name = texts.t('strip/printer');
  if (isPrinting || printer.kind === 'unchecked') {
    const say = texts.t(isPrinting ? 'print/printing' : 'devices/unchecked');
    return { state: 'working', icon: 'printer', name, note: null, say, next: null };
  }
  if (printer.kind === 'ready') {
    const say = texts.t(printer.paperLow ? 'strip/paperLow' : 'devices/ready');
    return printer.paperLow
      ? { state: 'care', icon: 'alert', name, note: say, say, next: texts.t('devices/haveRoll') }
      : { state: 'ok', icon: 'printer', name, note: null, say, next: null };
  }
  const cause = printer.kind === 'blocked' ? printer.reason : printer.kind;
  const { what, next } = texts.error(
    printer.kind === 'blocked' ? codeOfBlock[printer.reason] : (`printer.${printer.kind}` as ErrorCode),
  );
  const note = texts.t(`strip/trouble/${cause}`);
  return { state: 'care', icon: 'alert', name, note, say: what, next: next[0] ?? null };
}

const cardReaders: readonly ReaderView['name'][] = ['simulated-card-reader', 'stripe-reader', 'contactless-reader'];

/** Two readers of one sort are one chip: the counter asks only whether a scan will be heard. */
export function readerChips(readers: readonly ReaderView[], texts: Texts): readonly ChipView[] {
  const byName = new Map<string, ChipView>();
  for (const reader of readers) {
    const chip = readerChip(reader, texts);
    if (!byName.has(chip.name) || chip.state === 'ok') {
      byName.set(chip.name, chip);
    }
  }
  return [...byName.values()];
}

function readerChip({ name: reader, state }: ReaderView, texts: Texts): ChipView {
  const name = texts.t(`strip/reader/${reader}`);
  const icon: IconName = cardReaders.includes(reader) ? 'card-waves' : 'scanner';
  if (state === 'listening') {
    return { state: 'ok', icon, name, note: null, say: texts.t('devices/listens'), next: null };
  }
  const note = texts.t(`strip/readerTrouble/${state}`, { reader: name });
  const say = texts.t(`devices/readerTitle/${state}`);
  return { state: 'care', icon: 'alert', name, note, say, next: texts.t(`devices/readerNext/${state}`) };
}

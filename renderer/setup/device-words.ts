import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { CustomerDisplayView, PrinterView, ReaderView } from '../stores/station-slice.ts';
import type { Texts } from '../ui/i18n/i18n.ts';

/** How a device is in words: well or not, and what to do about it. */
export interface DeviceWords {
  readonly state: 'ok' | 'working' | 'care';
  readonly title: string;
  readonly next: string;
}

const blockedCodes: Readonly<Record<Extract<PrinterView, { kind: 'blocked' }>['reason'], ErrorCode>> = {
  'paper-out': 'printer.paper-out',
  'cover-open': 'printer.cover-open',
  cutter: 'printer.cutter-jammed',
  error: 'printer.failed',
};

function codeOf(printer: Exclude<PrinterView, { kind: 'ready' | 'unchecked' }>): ErrorCode {
  switch (printer.kind) {
    case 'blocked':
      return blockedCodes[printer.reason];
    case 'in-use':
      return 'printer.in-use';
    case 'silent':
      return 'printer.silent';
    case 'absent':
      return 'printer.absent';
    case 'not-configured':
      return 'printer.not-configured';
  }
}

export function printerWords(printer: PrinterView, texts: Texts): DeviceWords {
  if (printer.kind === 'unchecked') {
    return { state: 'working', title: texts.t('devices/unchecked'), next: '' };
  }
  if (printer.kind === 'ready') {
    return printer.paperLow
      ? { state: 'care', title: texts.t('strip/paperLow'), next: texts.t('devices/haveRoll') }
      : { state: 'ok', title: texts.t('devices/ready'), next: '' };
  }
  if (printer.kind === 'absent' && printer.reason !== undefined) {
    const title = texts.t(`devices/absentTitle/${printer.reason}`);
    return { state: 'care', title, next: texts.t(`devices/absent/${printer.reason}`) };
  }
  const { title, next } = texts.error(codeOf(printer));
  return { state: 'care', title, next: next[0] ?? '' };
}

export function readerWords(reader: ReaderView, texts: Texts): DeviceWords {
  if (reader.state === 'listening') {
    return { state: 'ok', title: texts.t('devices/ready'), next: texts.t('devices/listens') };
  }
  return {
    state: 'care',
    title: texts.t(`devices/readerTitle/${reader.state}`),
    next: texts.t(`devices/readerNext/${reader.state}`),
  };
}

export function displayWords(display: CustomerDisplayView, texts: Texts): DeviceWords {
  const title = texts.t(`display/station/${display}`);
  return display === 'no-display' || display === 'failing'
    ? { state: 'care', title, next: texts.t(`display/station/${display}-next`) }
    : { state: 'ok', title, next: '' };
}

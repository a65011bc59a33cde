// Reports of barcode scanners that are HID point-of-sale devices (USB-IF "HID Point of Sale Usage Tables" 1.02,
// usage page 0x8C): report id, length, 3 bytes of AIM mark, the data, and a last byte that says whether more comes.

/** The page and usage that such a scanner's collection declares. */
export const scannerUsage = { usagePage: 0x8c, usage: 2 } as const;

const scannedDataReportId = 2;
const lengthAt = 1;
const aimAt = 2;
const aimLength = 3;
const dataAt = aimAt + aimLength;
const mostData = 56;
/** The longest code that any scanner in this till needs: a QR code of 1 KB. */
const mostReports = 20;

const isContinuedBit = 0x01;

export interface ScannerReport {
  /** `]C1`; empty when the scanner sends none. */
  readonly aim: string;
  /** A view of the report, not a copy. */
  readonly data: Uint8Array;
  readonly isContinued: boolean;
}

/**
 * Takes an input report apart; `report` begins with its id. Null for another report of the device or one too short.
 * A length beyond the field is cut to it: some scanners count what they could not send.
 */
export function readScannerReport(report: Uint8Array): ScannerReport | null {
  if (report[0] !== scannedDataReportId || report.length <= dataAt + 1) {
    return null;
  }
  const fieldLength = Math.min(mostData, report.length - dataAt - 1);
  const length = Math.min(report[lengthAt] as number, fieldLength);
  const aim = String.fromCharCode(...report.subarray(aimAt, dataAt));
  return {
    aim: /^\][A-Za-z][0-9A-Za-z]$/.test(aim) ? aim : '',
    data: report.subarray(dataAt, dataAt + length),
    isContinued: ((report.at(-1) as number) & isContinuedBit) !== 0,
  };
}

export type ScanProgress =
  | { readonly kind: 'complete'; readonly text: string }
  /** More is announced: the rest must come within a moment, or what is here is nobody's. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unreadable' }
  /** The report had nothing to do with a scan. */
  | { readonly kind: 'ignored' };

export interface ScanAssembler {
  add(report: Uint8Array): ScanProgress;
  /** Forgets a half; true when there was one. */
  reset(): boolean;
}

/** Puts a code together that came in several reports. Never hands out a part as the whole. */
export function createScanAssembler(): ScanAssembler {
  let aim = '';
  let parts: Uint8Array[] = [];

  function reset(): boolean {
    const hadSome = parts.length > 0;
    for (const part of parts) {
      part.fill(0);
    }
    parts = [];
    return hadSome;
  }

  /** Strict: bytes that are no text are not guessed at. */
  function finish(): ScanProgress {
    const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
    reset();
    // A clamped length counts the empty rest of the field, too.
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) {
      end -= 1;
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end));
      return text === '' ? { kind: 'unreadable' } : { kind: 'complete', text: aim + text };
    } catch {
      return { kind: 'unreadable' };
    } finally {
      bytes.fill(0);
    }
  }

  return {
    reset,
    add(report) {
      const part = readScannerReport(report);
      if (part === null) {
        return { kind: 'ignored' };
      }
      if (parts.length === 0) {
        aim = part.aim;
      }
      parts.push(Uint8Array.from(part.data));
      if (!part.isContinued) {
        return finish();
      }
      if (parts.length < mostReports) {
        return { kind: 'waiting' };
      }
      reset();
      return { kind: 'unreadable' };
    },
  };
}

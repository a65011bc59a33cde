import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { PrinterState } from '../devices/receipt-printer/port.ts';
import type { Found, Patient } from './checks.ts';

const codeOfBlock: Readonly<Record<Extract<PrinterState, { kind: 'blocked' }>['reason'], ErrorCode>> = {
  'paper-out': 'printer.paper-out',
  'cover-open': 'printer.cover-open',
  cutter: 'printer.cutter-jammed',
  error: 'printer.failed',
};

export async function findPrinter({ settings, readPrinter, tillsHere }: Patient): Promise<readonly Found[]> {
  if (!settings.ok) {
    return [{ finding: 'check.needs-settings' }];
  }
  const state = await readPrinter();
  switch (state.kind) {
    case 'ready':
      return [{ finding: state.paperLow ? 'printer.paper-low' : 'printer.ready' }];
    case 'blocked':
      return [{ finding: codeOfBlock[state.reason] }];
    case 'not-configured':
      return [{ finding: 'printer.not-configured' }];
    default:
      // A printer takes one at a time, and the till has it all day.
      return [{ finding: tillsHere === 'another' ? 'check.held-by-till' : `printer.${state.kind}` }];
  }
}

export async function findReaders({ settings, readReaders, tillsHere }: Patient): Promise<readonly Found[]> {
  if (!settings.ok) {
    return [{ finding: 'check.needs-settings' }];
  }
  const readers = await readReaders();
  const found = readers.map(({ name, state }): Found => {
    const isHeld = tillsHere === 'another' && name === 'serial-scanner' && state !== 'listening';
    return { about: name, finding: isHeld ? 'check.held-by-till' : `reader.${state}` };
  });
  return found.length === 0 ? [{ finding: 'readers.keyboard-only' }] : found;
}

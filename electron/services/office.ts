import type { Locale } from '../../shared/domain/locale.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { Journal } from '../journal/journal.ts';
import type { People } from '../people/people.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import type { Operators } from './operators.ts';
import { createOutcomes, type Outcomes } from './outcomes.ts';
import type { ReceiptPrinting } from './print-receipt.ts';
import { createReports, type Reports } from './reports.ts';
import { createRetention, type Retention } from './retention.ts';
import { createStaff, type Staff } from './staff.ts';
import type { StationActor } from './station-actor.ts';

export interface OfficeOptions {
  readonly journal: Journal;
  readonly actor: StationActor;
  readonly people: People;
  readonly operators: Operators;
  /** The station's own: an outcome is looked up whoever is there. */
  readonly api: WalletApi;
  readonly slips: Pick<ReceiptPrinting, 'printSlip'>;
  readonly saveReport: (name: string, text: string) => Result<string>;
  readonly locale: Locale;
  readonly receiptWidth: number | null;
  readonly journalKeepDays: number | null;
  readonly face: 'desk' | 'kiosk';
  readonly clock: () => number;
  readonly monotonic: () => number;
  readonly onCardRead: (card: { readonly masked: string } | null) => void;
}

export interface Office {
  readonly reports: Reports;
  readonly outcomes: Outcomes;
  readonly staff: Staff;
  readonly retention: Retention;
}

/** What is done at a station beside serving: reports, open outcomes, the list of operators, and letting old entries go. */
export function createOffice(options: OfficeOptions): Office {
  const { operators, slips, saveReport: save, receiptWidth: width } = options;
  return {
    reports: createReports({ ...options, slips, save, width, onClosed: operators.beginShift }),
    outcomes: createOutcomes(options),
    staff: createStaff(options),
    retention: createRetention({
      ...options,
      keepDays: options.journalKeepDays,
      // A kiosk has no office to close it in.
      closesDay: options.face === 'kiosk',
      idleMs: operators.idleMs,
    }),
  };
}

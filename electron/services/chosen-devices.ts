import { defaultReaderRules, type ReaderRules } from '../../shared/domain/reader-rules.ts';
import type { ReaderName } from '../../shared/domain/reading.ts';
import type { WedgeRules } from '../../shared/domain/wedge.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { PrinterChoice } from '../devices/receipt-printer/port.ts';
import { type ScanSetup, withAffixes, withRhythm } from './devices.ts';

// What a technician chose and a scanner taught, in the words of the settings.

export const settingsOfPrinter = ({ place, model, paper, font }: PrinterChoice) => ({
  printer: place,
  printerModel: model,
  printerPaper: paper,
  printerFont: font,
});

type RulesByReader = Readonly<Record<string, ReaderRules | undefined>>;

/** What a scanner taught, as settings. */
export interface LearntSettings<Rules> {
  readonly readerRules: Rules;
  readonly wedgeMaxGapMs?: number;
  readonly wedgePrefix?: string | null;
}

export interface ScanSetupOptions<Rules extends RulesByReader> {
  readonly wedge: WedgeRules;
  readonly readerRules: Rules;
  /** Errors: `settings.*`, and then nothing was learnt. */
  readonly save: (learnt: LearntSettings<Rules>) => Result<null>;
  /** Has the keyboard's listener follow the new rules; absent where what is learnt is for another station's start. */
  readonly use?: (wedge: WedgeRules) => void;
}

/** The rules of a station's scanners, changed while it runs. */
export function createScanSetup<Rules extends RulesByReader>(options: ScanSetupOptions<Rules>): ScanSetup {
  let { wedge, readerRules } = options;
  const rulesOf = (reader: ReaderName): ReaderRules => readerRules[reader] ?? defaultReaderRules;
  return {
    get wedge() {
      return wedge;
    },
    rulesOf,
    keep(scanner) {
      const { keyboard, reader } = scanner;
      const rules = { ...readerRules, [reader]: withAffixes(rulesOf(reader), scanner) };
      const rhythm = keyboard === null ? {} : { wedgeMaxGapMs: keyboard.maxGapMs, wedgePrefix: keyboard.firstKey };
      const saved = options.save({ readerRules: rules, ...rhythm });
      if (!saved.ok) {
        return saved;
      }
      readerRules = rules;
      wedge = withRhythm(wedge, scanner);
      options.use?.(wedge);
      // A serial line's assembler took its rules when it was opened.
      return ok({ holds: options.use === undefined || reader === 'serial-scanner' ? 'next-start' : 'now' });
    },
  };
}

import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { plainDone } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import { type SettledReport, settleLeftOpen } from './settle-left-open.ts';
import type { StationActor } from './station-actor.ts';

/** A change or a print of which nobody knows what became. */
export interface OpenOutcome {
  readonly entry: number;
  readonly operation: string;
  readonly atMs: number;
  readonly operator: string | null;
  /** What somebody who looked can say of it. */
  readonly about: 'print' | 'change';
  /** The service was not asked yet, and can be. */
  readonly canBeAsked: boolean;
}

const answersOf = {
  print: ['printed', 'not-printed'],
  change: ['done', 'not-done'],
} as const;
export type SettlingAnswer = (typeof answersOf)['print' | 'change'][number];

export interface Outcomes {
  list(): readonly OpenOutcome[];
  /**
   * Somebody who looked says what became of it; their name stands in the journal.
   * Errors: `journal.entry-not-open`, `journal.not-writable`.
   */
  settle(entry: number, as: SettlingAnswer): Result<null>;
  /** Asks the service about changes that an earlier run left open. */
  lookUp(): Promise<SettledReport>;
}

const isPrint = (operation: string): boolean => operation.endsWith('.print');

export function createOutcomes(options: {
  readonly journal: Journal;
  readonly api: WalletApi;
  readonly actor: StationActor;
}): Outcomes {
  const { journal, api, actor } = options;
  const list = (): readonly OpenOutcome[] =>
    journal.readLeftOpen().map(({ intent, operation, atMs, operator, state, kept }) => ({
      entry: intent,
      ...{ operation, atMs, operator },
      about: isPrint(operation) ? 'print' : 'change',
      canBeAsked: state === 'open' && kept !== null,
    }));
  return {
    list,
    settle(entry, as) {
      const open = list().find((outcome) => outcome.entry === entry);
      if (open === undefined || !(answersOf[open.about] as readonly string[]).includes(as)) {
        return err(appError('journal.entry-not-open', { entry }));
      }
      journal.complete(entry, { ...plainDone, outcome: as, settledBy: 'operator' }, actor.read());
      const { kind, reason } = journal.state;
      return kind === 'failing'
        ? err(appError('journal.not-writable', { reason: reason ?? 'unavailable', sent: false }))
        : ok(null);
    },
    lookUp: () => settleLeftOpen(journal, api),
  };
}

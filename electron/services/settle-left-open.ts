import { type ErrorCode, errorTable } from '../../shared/errors/error-table.ts';
import { plainDone } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import { readKept } from './kept-parameters.ts';
import { settleMutation } from './settle-mutation.ts';

export interface SettledReport {
  readonly done: number;
  readonly notSettled: number;
  /** Somebody must look: a print, or a change of which reading proves nothing, or which may not be read. */
  readonly unknown: number;
  /** The API could not be asked; to be tried again. */
  readonly stillOpen: number;
}

/** A refusal is an answer: asked again, it is refused again. All else says that nothing was answered yet. */
function isAnswer(cause: ErrorCode): boolean {
  const { kind } = errorTable[cause];
  return cause === 'api.outcome-unknown' || kind === 'refused' || kind === 'input';
}

/**
 * Settles what an earlier run left open: changes by asking the API, never by sending them again. A print is nobody's to
 * ask; it waits for a person who saw the paper. May be called as often as the way to the API comes back.
 */
export async function settleLeftOpen(journal: Journal, api: WalletApi): Promise<SettledReport> {
  const counts = { done: 0, notSettled: 0, unknown: 0, stillOpen: 0 };
  for (const left of journal.readLeftOpen()) {
    if (left.state === 'unknown') {
      continue;
    }
    const change = left.kept === null ? null : readKept(left.operation, left.kept);
    if (change === null) {
      journal.complete(left.intent, { ...plainDone, outcome: 'unknown' });
      counts.unknown += 1;
      continue;
    }
    const outcome = await settleMutation(api, change.endpoint, change.parameters as never, { priority: 'background' });
    if (outcome.kind === 'unknown' && !isAnswer(outcome.cause)) {
      counts.stillOpen += 1;
      continue;
    }
    journal.complete(left.intent, { ...plainDone, outcome: outcome.kind, settledBy: 'read' });
    counts[outcome.kind === 'not-settled' ? 'notSettled' : outcome.kind] += 1;
  }
  return counts;
}

import { type AppError, appError, exitStatusOf } from '../../shared/errors/app-error.ts';
import { errorTable } from '../../shared/errors/error-table.ts';
import { err, type Result } from '../../shared/errors/result.ts';

/** What the command line says and how it ends. */
export interface Answer {
  readonly exitStatus: number;
  /** One JSON object, ended by a line feed; plain text where that was asked for. */
  readonly line: string;
}

/** Writes a result as one JSON object: the value with the API's own field names, or the error with a message. */
export function answerOf(result: Result<unknown>): Answer {
  const content = result.ok
    ? { ok: true, value: result.value }
    : {
        ok: false,
        error: {
          code: result.error.code,
          kind: result.error.kind,
          message: messageOf(result.error),
          ...detailsOf(result.error),
        },
      };
  return { exitStatus: result.ok ? 0 : exitStatusOf(result.error), line: `${JSON.stringify(content)}\n` };
}

function detailsOf({ details }: AppError): Pick<AppError, 'details'> {
  return details === undefined ? {} : { details };
}

/** In English, for scripts and support: the outcome of a print first, then the meaning, then what exactly is wrong. */
function messageOf({ code, details }: AppError): string {
  const outcome = details?.outcome === undefined ? '' : `${details.outcome}: `;
  const particulars = details?.problems ?? details?.problem;
  const tail = particulars === undefined ? '' : `: ${[particulars].flat().join('; ')}`;
  const allowed = details?.allowed === undefined ? '' : `; allowed: ${details.allowed}`;
  const rule = details?.rule === undefined ? '' : ` (${details.rule})${allowed}`;
  const next = details?.next === undefined ? '' : `; ${details.next}`;
  return `${outcome}${errorTable[code].meaning}${tail}${rule}${next}`;
}

/** A print that did not succeed always says what is on the paper; what failed before the printer left nothing there. */
export function asPrintAnswer(result: Result<unknown>): Result<{ outcome: 'printed' }> {
  if (result.ok) {
    return { ok: true, value: { outcome: 'printed' } };
  }
  const { code, details } = result.error;
  return err(appError(code, { ...details, outcome: details?.outcome ?? 'not-printed' }));
}

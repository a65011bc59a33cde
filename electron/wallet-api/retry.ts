import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { Endpoint } from './endpoint.ts';

/** Why one more attempt is worth it; each reason counts once in a call. */
export type RepeatReason = 'bad-gateway' | 'lost-before-sending' | 'clock-corrected' | 'token-renewed';

/** What is known after an attempt that failed. */
export interface FailedAttempt {
  readonly effect: Endpoint['effect'];
  readonly code: ErrorCode;
  /** The request was given to a connection. */
  readonly sent: boolean;
  /** Status of the answer; null when none began to arrive. */
  readonly status: number | null;
  /** By how much the API's clock moved against the one that signed this attempt; null when it was not measured. */
  readonly clockMovedSeconds: number | null;
  /** The access token that signed this attempt was refused and another one is there now. */
  readonly tokenRenewed?: boolean;
}

/** A difference of time stamps that an API would hardly refuse; below it, the clock is not what is wrong. */
const clockToleranceSeconds = 5;

/** Whether a difference of clocks, in seconds, is large enough to be the reason of a refusal; null is not measured. */
export function isClockOff(seconds: number | null): boolean {
  return seconds !== null && Math.abs(seconds) > clockToleranceSeconds;
}

/**
 * Decides whether a call is attempted again, and why. Only reads are: no sign proves that a mutation did not happen.
 * A read is repeated when its connection broke before the request was given to it (one that was refused or timed out
 * would be again), once after a 502 (wallet-api.md, "Errors"), and once with a clock that turned out to be wrong, and
 * once with an access token in the place of the one that was refused.
 */
export function reasonToRepeat(
  attempt: FailedAttempt,
  alreadyRepeated: ReadonlySet<RepeatReason>,
): RepeatReason | null {
  const reason = attempt.effect === 'read' ? reasonOf(attempt) : null;
  return reason !== null && !alreadyRepeated.has(reason) ? reason : null;
}

function reasonOf({ code, sent, status, clockMovedSeconds, tokenRenewed }: FailedAttempt): RepeatReason | null {
  if (status === 502) {
    return 'bad-gateway';
  }
  if (!sent && code === 'api.connection-lost') {
    return 'lost-before-sending';
  }
  if (code !== 'api.unauthorized') {
    return null;
  }
  return isClockOff(clockMovedSeconds) ? 'clock-corrected' : tokenRenewed ? 'token-renewed' : null;
}

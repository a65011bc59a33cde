import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, type Result } from '../../shared/errors/result.ts';

/** The end of a call's patience: its time is up, or whoever asked has gone. */
export interface Deadline {
  /** Aborted with an `AppError` as its reason: `api.timed-out`, or `api.connection-lost` with `details.abandoned`. */
  readonly signal: AbortSignal;
  /** Stops the clock; to be called when the call is over. */
  clear(): void;
}

/** Runs once after so many milliseconds; answers with the function that forgets it. */
export type StartTimer = (action: () => void, delayMs: number) => () => void;

const startSystemTimer: StartTimer = (action, delayMs) => {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
};

/** Starts a deadline over a whole call: connecting, waiting, reading and every repetition. */
export function startDeadline(
  timeoutMs: number,
  abandoned: AbortSignal | undefined,
  startTimer: StartTimer = startSystemTimer,
): Deadline {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort(appError('api.connection-lost', { abandoned: true }));
  const stopTimer = startTimer(() => controller.abort(appError('api.timed-out', { timeoutMs })), timeoutMs);
  if (abandoned?.aborted) {
    giveUp();
  }
  abandoned?.addEventListener('abort', giveUp);
  return {
    signal: controller.signal,
    clear() {
      stopTimer();
      abandoned?.removeEventListener('abort', giveUp);
    },
  };
}

/** Waits for work that others may be waiting for, too: the end of this caller's patience does not end the work. */
export function orAborted<T>(work: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(err(signal.reason as AppError));
    if (signal.aborted) {
      giveUp();
    }
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

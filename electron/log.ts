import pino, { type Logger } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/**
 * The log for support, on standard error. What may stand in a line is decided where it is written: codes, channels,
 * trace ids and durations; never a value that came from a customer, the API or a secret.
 */
export function createLog(): Log {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
}

/** What a thrown value may say in the log: its type and the place, not its message, which can hold data. */
export function describeFault(fault: unknown): { readonly name: string; readonly at: readonly string[] } {
  if (!(fault instanceof Error)) {
    return { name: typeof fault, at: [] };
  }
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: fault.name,
    at: frames.slice(0, 5).map((line) => line.trim().replace(/\(?(file:\/\/)?\/[^)]*\//, '(')),
  };
}

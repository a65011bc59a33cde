// Says how far a proof is, for whoever waits for it: at its start, every so often, and with what is left to expect.
import type { TellProgress } from '../test/progress.ts';

interface Options {
  readonly write: (line: string) => void;
  /** Milliseconds, of a clock that only goes on. */
  readonly now: () => number;
  readonly everyMs: number;
}

const inWords = (ms: number): string => {
  const seconds = Math.round(ms / 1_000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
};

/** Answers with what a run tells; a line comes out at most every `everyMs`. */
export function createProgress(name: string, { write, now, everyMs }: Options): TellProgress {
  const began = now();
  let last = began;
  return (done, all) => {
    const at = now();
    if (done === 0 || at - last < everyMs) return;
    last = at;
    const spent = at - began;
    const left = (spent / done) * (all - done);
    write(`        ${name}: ${done} of ${all} in ${inWords(spent)}, about ${inWords(left)} to go`);
  };
}

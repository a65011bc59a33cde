import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** A clock that nobody can set: how long this machine has run since which of its starts. */
export interface Steady {
  readonly boot: string;
  readonly ms: number;
}

export function readSteadyClock(): Steady {
  return { boot: bootId(), ms: Math.round(uptime() * 1_000) };
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return ''; // elsewhere a running time that went back is a new start
  }
}

export interface Wait {
  /** Left when it was written down. */
  readonly leftMs: number;
  readonly since: Steady;
}

/** What is left of a wait. After the machine's own restart it begins again: how long that took nobody can prove. */
export function leftOf({ leftMs, since }: Wait, now: Steady): number {
  const isSameStart = now.boot === since.boot && now.ms >= since.ms;
  return Math.max(0, isSameStart ? leftMs - (now.ms - since.ms) : leftMs);
}

const slowAfter = 5;
const lockAfter = 10;
const firstWaitMs = 5_000;
const lockMs = 30 * 60_000;

/** How long an operator waits after so many wrong PINs: 5, 10, 20 … seconds from the fifth, half an hour from the tenth. */
export function waitAfterWrong(wrong: number): number {
  if (wrong < slowAfter) {
    return 0;
  }
  return wrong >= lockAfter ? lockMs : firstWaitMs * 2 ** (wrong - slowAfter);
}

/** Tries before the first wait, for the screen. */
export function triesLeft(wrong: number): number {
  return Math.max(0, (wrong < slowAfter ? slowAfter : lockAfter) - wrong);
}

/** After so many crashes within so long the page is not brought back: what crashes at every start would go on for ever. */
const crashLimit = { most: 3, withinMs: 60_000 } as const;

export interface CrashCounter {
  /** Counts one crash; answers whether the page may come back. */
  mayComeBack(): boolean;
}

/** Counts crashes over a clock in milliseconds that never goes back. */
export function createCrashCounter(nowMs: () => number): CrashCounter {
  let crashes: readonly number[] = [];
  return {
    mayComeBack() {
      const now = nowMs();
      crashes = [...crashes.filter((at) => now - at < crashLimit.withinMs), now];
      return crashes.length < crashLimit.most;
    },
  };
}

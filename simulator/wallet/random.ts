/** Numbers that look random and come again from the same seed: for repeatable tests, never for real secrets. */
export interface SeededRandom {
  /** From 0 to below 1. */
  next(): number;
  /** `length` characters of an alphabet. */
  text(length: number, alphabet: string): string;
}

const step = 0x9e3779b9;

/**
 * SplitMix32: a counter that is scrambled on the way out. `readCounter` and `writeCounter` keep the counter, so that a
 * state that is written down goes on where it was.
 */
export function createSeededRandom(readCounter: () => number, writeCounter: (counter: number) => void): SeededRandom {
  function next(): number {
    const counter = (readCounter() + step) >>> 0;
    writeCounter(counter);
    let scrambled = counter ^ (counter >>> 16);
    scrambled = Math.imul(scrambled, 0x21f0aaad);
    scrambled ^= scrambled >>> 15;
    scrambled = Math.imul(scrambled, 0x735a2d97);
    scrambled ^= scrambled >>> 15;
    return (scrambled >>> 0) / 2 ** 32;
  }
  return {
    next,
    text: (length, alphabet) =>
      Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)] ?? '').join(''),
  };
}

/** One that keeps its own counter. */
export function createRandom(seed: number): SeededRandom {
  let counter = seed >>> 0;
  return createSeededRandom(
    () => counter,
    (value) => {
      counter = value;
    },
  );
}

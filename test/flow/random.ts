export interface Random {
  /** From 0 to below 1; the same again from the same seed. */
  next(): number;
}

/** A small generator of 32 bits (a Weyl sequence, mixed), good enough to choose where a wire is cut. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
    },
  };
}

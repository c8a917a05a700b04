/** A small seeded generator, so that whatever is drawn at random is the same on every machine and every run. */

/** Uniform numbers in [0, 1) from a 32-bit seed (the "mulberry32" recurrence). */
export const uniform = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Standard normal numbers by the Box–Muller transform. */
export const normal = (seed: number): (() => number) => {
  const next = uniform(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
};

/** Seeded random queries and keys of any width, to show what the width does to scores; computed by the same attention as everything else. */
import { attendHead } from '../attention/index.ts';
import { normal } from '../example/index.ts';
import { fromData, type Matrix } from '../math/index.ts';
import { standardDeviation } from '../store/index.ts';

const seed = 512;
/** Enough queries and keys that the spread is that of the width, not of the draw. */
const samples = 64;
/** Keys whose softmax is shown; they are the first of the samples. */
const shownKeys = 5;

export interface Sampled {
  /** Standard deviation of the scores of all samples. */
  readonly spread: number;
  /** The softmax over the first few keys, row by row. */
  readonly weights: Matrix;
}

/** Scores of standard normal queries and keys of width d_k, without and with the division by √d_k. */
export const sampleScores = (
  dK: number,
): { readonly unscaled: Sampled; readonly scaled: Sampled } => {
  const next = normal(seed);
  const draw = (rows: number): Matrix =>
    fromData(rows, dK, Float64Array.from({ length: rows * dK }, next));
  const q = draw(samples);
  const k = draw(samples);
  const shown = fromData(shownKeys, dK, k.data.slice(0, shownKeys * dK));
  const scale = 1 / Math.sqrt(dK);
  const { scores, scaled } = attendHead(q, k, k, { scale });
  const sampled = (all: Matrix, by: number): Sampled => ({
    spread: standardDeviation(all),
    weights: attendHead(q, shown, shown, { scale: by }).weights,
  });
  return { unscaled: sampled(scores, 1), scaled: sampled(scaled, scale) };
};

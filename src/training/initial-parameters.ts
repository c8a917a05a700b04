/** Where a run starts: parameters drawn at random, the same for the same seed. */
import type { DecoderParameters } from '../decoder/index.ts';
import { exampleShape, normal } from '../example/index.ts';
import { fromData, type Matrix } from '../math/index.ts';
import type { Plan } from './plan.ts';

/** Spread of the vectors of tokens, of positions, and of the weight matrices. */
const spread = { token: 0.5, position: 0.2, weight: 0.35, narrow: 0.25 } as const;

const filled = (rows: number, cols: number, make: () => number): Matrix =>
  fromData(rows, cols, Float64Array.from({ length: rows * cols }, make));

/** Normal numbers for vectors and weight matrices, gains of 1, biases of 0. Without attention W_O is 0. */
export const initialParameters = (
  { seed, attention }: Pick<Plan, 'seed' | 'attention'>,
  vocabSize: number,
): DecoderParameters => {
  const next = normal(seed);
  const { dModel, dFF, contextLength } = exampleShape;
  const draw = (rows: number, cols: number, by: number): Matrix =>
    filled(rows, cols, () => by * next());
  const row = (value: number, cols: number = dModel): Matrix => filled(1, cols, () => value);
  return {
    tokenEmbedding: draw(vocabSize, dModel, spread.token),
    positionEmbedding: draw(contextLength, dModel, spread.position),
    wq: draw(dModel, dModel, spread.weight),
    wk: draw(dModel, dModel, spread.weight),
    wv: draw(dModel, dModel, spread.weight),
    wo: draw(dModel, dModel, attention ? spread.weight : 0),
    norm1Gain: row(1),
    norm1Bias: row(0),
    w1: draw(dModel, dFF, spread.weight),
    b1: row(0, dFF),
    w2: draw(dFF, dModel, spread.narrow),
    b2: row(0),
    norm2Gain: row(1),
    norm2Bias: row(0),
    unembedding: draw(dModel, vocabSize, spread.weight),
    unembeddingBias: row(0, vocabSize),
  };
};

/** The example model's shape and its parameters, which for now come from a seeded generator and have learned nothing. */
import type { DecoderParameters } from '../decoder/index.ts';
import { fromData, type Matrix } from '../math/index.ts';
import { normal } from './random.ts';
import { vocabulary } from './vocabulary.ts';

/** The article's shape: 9 dimensions and 3 heads. The context holds the longest sentence the model is made for. */
export const exampleShape = {
  dModel: 9,
  nHeads: 3,
  dFF: 18,
  contextLength: 12,
  vocabSize: vocabulary.length,
} as const;

/** The sentence of the article, without its last character, which the model is to predict. */
export const exampleTokens: readonly string[] = ['我', '有', '一', '个', '玩'];

/** Whether the parameters were trained. While this is false the page says so wherever it shows a prediction. */
export const parametersAreTrained: boolean = false;

/** All parameters stand on this grid, so that the printed operands are the exact ones. */
const grid = 100;

const seed = 20240707;

/** Normal numbers of the given spread around a centre, rounded to the grid. */
const drawMatrix = (
  next: () => number,
  [rows, cols]: readonly [number, number],
  spread: number,
  centre = 0,
): Matrix =>
  fromData(
    rows,
    cols,
    Float64Array.from(
      { length: rows * cols },
      () => Math.round((centre + spread * next()) * grid) / grid,
    ),
  );

/** The seeded parameters: projections of spread 1/√d_model·1.6, so that scores reach the sizes trained ones have. */
export const seededParameters = (): DecoderParameters => {
  const next = normal(seed);
  const { dModel, dFF, contextLength, vocabSize } = exampleShape;
  const square = [dModel, dModel] as const;
  const row = [1, dModel] as const;
  const draw = (shape: readonly [number, number], spread: number, centre = 0): Matrix =>
    drawMatrix(next, shape, spread, centre);
  return {
    tokenEmbedding: draw([vocabSize, dModel], 0.7),
    positionEmbedding: draw([contextLength, dModel], 0.3),
    wq: draw(square, 0.5),
    wk: draw(square, 0.5),
    wv: draw(square, 0.5),
    wo: draw(square, 0.4),
    norm1Gain: draw(row, 0.05, 1),
    norm1Bias: draw(row, 0.05),
    w1: draw([dModel, dFF], 0.4),
    b1: draw([1, dFF], 0.1),
    w2: draw([dFF, dModel], 0.3),
    b2: draw(row, 0.1),
    norm2Gain: draw(row, 0.05, 1),
    norm2Bias: draw(row, 0.05),
    unembedding: draw([dModel, vocabSize], 0.5),
    unembeddingBias: draw([1, vocabSize], 0.1),
  };
};

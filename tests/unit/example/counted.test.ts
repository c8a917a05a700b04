/** The cost formulas against attention as it really runs: every multiplication of its products is counted one by one. */
import { beforeEach, expect, it, vi } from 'vitest';
import { attend } from '../../../src/attention/index.ts';
import {
  costOf,
  embed,
  exampleShape,
  exampleTokens,
  tokenIds,
  trainedParameters,
  trainedVocabulary,
} from '../../../src/example/index.ts';
import type * as MathModule from '../../../src/math/index.ts';
import type { Matrix } from '../../../src/math/index.ts';

const counted = vi.hoisted(() => ({ multiplications: 0, check: 0 }));

vi.mock('../../../src/math/index.ts', async (importOriginal) => {
  const math = await importOriginal<typeof MathModule>();
  const times = (a: number, b: number): number => {
    counted.multiplications++;
    return a * b;
  };
  /** Σ_i a[row][i]·b[i][col], with b's entries looked up by `entry`. */
  const product = (a: Matrix, cols: number, entry: (i: number, col: number) => number): Matrix => {
    const made = math.zerosLike(a, a.rows, cols);
    for (let row = 0; row < a.rows; row++)
      for (let col = 0; col < cols; col++) {
        let sum = 0;
        for (let i = 0; i < a.cols; i++) sum += times(math.at(a, row, i), entry(i, col));
        made.data[row * cols + col] = sum;
      }
    return made;
  };
  const same = (mine: Matrix, theirs: Matrix): Matrix => {
    expect(mine).toEqual(theirs);
    counted.check++;
    return theirs;
  };
  return {
    ...math,
    matmul: (a: Matrix, b: Matrix) =>
      same(
        product(a, b.cols, (i, col) => math.at(b, i, col)),
        math.matmul(a, b),
      ),
    matmulTransposed: (a: Matrix, b: Matrix) =>
      same(
        product(a, b.rows, (i, col) => math.at(b, col, i)),
        math.matmulTransposed(a, b),
      ),
  };
});

beforeEach(() => {
  counted.multiplications = 0;
  counted.check = 0;
});

const parameters = trainedParameters();

it.each([1, 3, 9])(
  'our sentence with %i heads: as many multiplications as the formulas say',
  (nHeads) => {
    const ids = tokenIds(trainedVocabulary, exampleTokens);
    const x = embed(parameters, ids);
    const trace = attend(x, parameters, { nHeads, causal: true });
    const cost = costOf({
      n: exampleTokens.length,
      dModel: exampleShape.dModel,
      nHeads,
      nLayers: 1,
    });
    expect(counted.multiplications).toBe(cost.projections + cost.attention);
    // Four projections, and two products a head.
    expect(counted.check).toBe(4 + 2 * nHeads);
    const weights = trace.heads.map((head) => head.weights.data.length);
    expect(weights.reduce((sum, cells) => sum + cells, 0)).toBe(cost.weightCells);
    const { wq, wk, wv, wo } = parameters;
    expect([wq, wk, wv, wo].reduce((sum, { data }) => sum + data.length, 0)).toBe(cost.parameters);
  },
);

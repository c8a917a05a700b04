/** The gradients of single stages where no difference can be taken: at the kink of relu, at probabilities of 0. */
import { describe, expect, it } from 'vitest';
import { affineBackward, crossEntropy, reluBackward } from '../../../src/decoder/backward.ts';
import { fromRows, toRows } from '../../../src/math/index.ts';

describe('reluBackward', () => {
  it('hands on the gradient where the entry is positive, and nothing elsewhere, 0 included', () => {
    const m = fromRows([[3, 0, -0, -2]]);
    expect(toRows(reluBackward(m, fromRows([[5, 6, 7, 8]])))).toEqual([[5, 0, 0, 0]]);
  });
});

describe('affineBackward', () => {
  it('is g·wᵀ, mᵀ·g and the sum of the rows of g', () => {
    const m = fromRows([
      [1, 2],
      [3, 4],
    ]);
    const w = fromRows([
      [5, 6],
      [7, 8],
    ]);
    const made = affineBackward(
      m,
      w,
      fromRows([
        [1, 0],
        [2, 1],
      ]),
    );
    expect([toRows(made.m), toRows(made.w), toRows(made.b)]).toEqual([
      [
        [5, 7],
        [16, 22],
      ],
      [
        [7, 3],
        [10, 4],
      ],
      [[3, 1]],
    ]);
  });
});

describe('crossEntropy', () => {
  it('is the mean of −ln p, its gradient p less 1 at the target, over the rows', () => {
    const probabilities = fromRows([
      [0.5, 0.5],
      [0.75, 0.25],
    ]);
    const { loss, gradient } = crossEntropy(probabilities, [0, 1]);
    expect(loss).toBeCloseTo((Math.LN2 + Math.log(4)) / 2, 15);
    expect(toRows(gradient)).toEqual([
      [-0.25, 0.25],
      [0.375, -0.375],
    ]);
  });

  it('of a certain target is 0', () => {
    const { loss, gradient } = crossEntropy(fromRows([[0, 1]]), [1]);
    expect([loss === 0, toRows(gradient)]).toEqual([true, [[0, 0]]]);
  });

  it('of an impossible target is infinite', () => {
    expect(crossEntropy(fromRows([[0, 1]]), [0]).loss).toBe(Infinity);
  });
});

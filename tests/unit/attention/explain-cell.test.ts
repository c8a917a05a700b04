/** The explanation of a cell: by hand for one of each operation, then for every cell of random traces. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attend,
  explainCell,
  matrixOf,
  type CellRef,
  type MatrixName,
} from '../../../src/attention/index.ts';
import { fromRows, mapEntries, scale } from '../../../src/math/index.ts';
import { attentionCases } from '../../support/arbitraries.ts';
import { expectEveryCellExplained } from '../../support/explanations.ts';
import { matrixFrom } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';
import { explainedAttention } from '../../support/traces.ts';

const x = fromRows([
  [1, 2],
  [3, 5],
]);
const identity = fromRows([
  [1, 0],
  [0, 1],
]);
const turned = fromRows([
  [0, 10],
  [100, 0],
]);

/** Two heads of one column each, so that a cell of head 1 shows whether columns are the head's own. */
const twoHeads = attend(
  x,
  { wq: identity, wk: turned, wv: identity, wo: turned },
  { nHeads: 2, causal: true, scale: 0.01 },
);
const oneHead = attend(
  x,
  { wq: identity, wk: identity, wv: identity },
  { nHeads: 1, causal: true },
);

const cell = (matrix: MatrixName, row: number, col: number, head?: number): CellRef => ({
  matrix,
  ...(head === undefined ? {} : { head }),
  row,
  col,
});

describe('one cell of each operation', () => {
  it('input: a leaf without terms', () => {
    expect(explainCell(twoHeads, cell('wk', 1, 0))).toEqual({
      cell: { matrix: 'wk', row: 1, col: 0 },
      operation: 'input',
      terms: [],
      value: 100,
    });
  });

  it('dot: q of head 1 reads column 1 of the full wq', () => {
    expect(explainCell(twoHeads, cell('q', 1, 0, 1))).toEqual({
      cell: { matrix: 'q', head: 1, row: 1, col: 0 },
      operation: 'dot',
      terms: [
        {
          value: 0,
          factors: [
            { value: 3, cell: { matrix: 'x', row: 1, col: 0 } },
            { value: 0, cell: { matrix: 'wq', row: 0, col: 1 } },
          ],
        },
        {
          value: 5,
          factors: [
            { value: 5, cell: { matrix: 'x', row: 1, col: 1 } },
            { value: 1, cell: { matrix: 'wq', row: 1, col: 1 } },
          ],
        },
      ],
      value: 5,
    });
  });

  it('dot: a score reads a row of q and a row of k of the same head', () => {
    const { terms, value } = explainCell(twoHeads, cell('scores', 1, 0, 0));
    expect([terms, value]).toEqual([
      [
        {
          value: 600,
          factors: [
            { value: 3, cell: { matrix: 'q', head: 0, row: 1, col: 0 } },
            { value: 200, cell: { matrix: 'k', head: 0, row: 0, col: 0 } },
          ],
        },
      ],
      600,
    ]);
  });

  it('scale: the score and a factor that is nobody’s cell', () => {
    expect(explainCell(twoHeads, cell('scaled', 1, 0, 0))).toMatchObject({
      operation: 'scale',
      terms: [
        {
          value: 6,
          factors: [{ value: 600, cell: { matrix: 'scores', head: 0 } }, { value: 0.01 }],
        },
      ],
      value: 6,
    });
  });

  it('scale: the factor is 1/√dK unless given', () => {
    const [, factor] = explainCell(oneHead, cell('scaled', 0, 0)).terms[0]!.factors;
    expect(factor).toEqual({ value: 1 / Math.sqrt(2) });
  });

  it('mask: the scaled score where it may be seen', () => {
    expect(explainCell(twoHeads, cell('masked', 1, 0, 0))).toMatchObject({
      operation: 'mask',
      blocked: false,
      terms: [{ value: 6, factors: [{ value: 6, cell: { matrix: 'scaled', row: 1, col: 0 } }] }],
      value: 6,
    });
  });

  it('mask: −∞ where it is blocked, with the score that was there', () => {
    const e = explainCell(twoHeads, cell('masked', 0, 1, 0));
    expect([e.blocked, e.value, e.terms[0]!.value]).toEqual([true, -Infinity, -Infinity]);
    expect(e.terms[0]!.factors[0]!.value).toBe(5);
  });

  it('softmax: e^s of the whole row and their sum', () => {
    const e = explainCell(twoHeads, cell('weights', 1, 0, 0));
    expect(e.operation).toBe('softmax');
    expect(e.shift).toBeUndefined();
    expect(e.terms.map(({ value }) => value)).toEqual([Math.exp(6), Math.exp(15)]);
    expect(e.divisor).toBe(Math.exp(6) + Math.exp(15));
  });

  it('softmax: a blocked score is −∞ and its term 0', () => {
    const e = explainCell(twoHeads, cell('weights', 0, 1, 0));
    expect(e.terms[1]).toEqual({
      value: 0,
      factors: [{ value: -Infinity, cell: { matrix: 'masked', head: 0, row: 0, col: 1 } }],
    });
    expect(e.value).toBe(0);
  });

  it('copy: concat reads the head that the column belongs to', () => {
    expect(explainCell(twoHeads, cell('concat', 1, 1))).toMatchObject({
      operation: 'copy',
      terms: [{ factors: [{ cell: { matrix: 'context', head: 1, row: 1, col: 0 } }] }],
    });
  });

  it('dot: output with wo', () => {
    const e = explainCell(twoHeads, cell('output', 0, 0));
    expect(e.operation).toBe('dot');
    expect(e.terms.map(({ factors }) => factors[1]!.cell)).toEqual([
      { matrix: 'wo', row: 0, col: 0 },
      { matrix: 'wo', row: 1, col: 0 },
    ]);
  });

  it('copy: output without wo', () => {
    expect(explainCell(oneHead, cell('output', 1, 1))).toMatchObject({
      operation: 'copy',
      terms: [{ factors: [{ cell: { matrix: 'concat', row: 1, col: 1 } }] }],
    });
  });
});

describe('softmax explained with a shift', () => {
  const rowOfScores = (scores: readonly number[]) => {
    // q = (1), k = scores: the scores come out as given.
    const one = fromRows([[1]]);
    const memory = matrixFrom(scores.length, 1, scores);
    const trace = attend(
      one,
      { wq: one, wk: one, wv: one },
      { nHeads: 1, causal: false, scale: 1 },
      memory,
    );
    return explainCell(trace, cell('weights', 0, 0));
  };

  it('is not used up to 50', () => {
    expect(rowOfScores([50, -50])).not.toHaveProperty('shift');
  });

  it('is the largest score above 50', () => {
    expect(rowOfScores([50.5, 3]).shift).toBe(50.5);
  });

  it('is the largest score below −50 too, where every e^s would be 0', () => {
    expect(rowOfScores([-900, -901])).toMatchObject({ shift: -900, divisor: 1 + Math.exp(-1) });
  });

  it('a row of nothing but −∞ has divisor 0 and value 0', () => {
    expect(rowOfScores([-Infinity, -Infinity])).toMatchObject({ divisor: 0, value: 0 });
  });

  it('NaN shows in the terms, the divisor and the value', () => {
    const e = rowOfScores([Number.NaN, 1]);
    expect([e.terms[0]!.value, e.divisor, e.value]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('names and heads', () => {
  it('the only head need not be named, and the answer names it', () => {
    expect(explainCell(oneHead, cell('q', 0, 1)).cell).toEqual({
      matrix: 'q',
      head: 0,
      row: 0,
      col: 1,
    });
  });

  it('one of several must be named', () => {
    expect(() => explainCell(twoHeads, cell('q', 0, 0))).toThrow(
      new RangeError('matrixOf: q needs a head, one of 0 … 1, got none'),
    );
  });

  it('a head on a matrix that has none is ignored and left out of the answer', () => {
    expect(explainCell(twoHeads, cell('x', 0, 1, 7)).cell).toEqual({
      matrix: 'x',
      row: 0,
      col: 1,
    });
  });

  it.each([2, -1, 0.5])('head %d of two is refused', (head) => {
    expect(() => explainCell(twoHeads, cell('v', 0, 0, head))).toThrow(RangeError);
  });

  it.each(['memory', 'wo', 'y', 'constructor'])('a trace without %s says so', (name) => {
    expect(() => matrixOf(oneHead, { matrix: name as MatrixName })).toThrow(
      new RangeError(`matrixOf: the trace has no ${name}`),
    );
  });

  it.each([
    [2, 0],
    [0, 1],
    [-1, 0],
    [0.5, 0],
  ])('cell [%d][%d] of a 2×1 is refused', (row, col) => {
    expect(() => explainCell(twoHeads, cell('q', row, col, 0))).toThrow(
      new RangeError(`explainCell: q[${row}][${col}] is outside, q is 2×1`),
    );
  });

  it('matrixOf gives the trace’s own matrices', () => {
    expect(matrixOf(twoHeads, { matrix: 'context', head: 1 })).toBe(twoHeads.heads[1]!.context);
    expect(matrixOf(twoHeads, { matrix: 'wq' })).toBe(identity);
    expect(matrixOf(twoHeads, { matrix: 'output' })).toBe(twoHeads.output);
  });
});

describe('every cell of every stage is explained, terms make its value, chains end in inputs', () => {
  it('of random traces', () => {
    holds(
      fc.property(attentionCases(), ({ x: input, parameters, options, memory }) => {
        expectEveryCellExplained(explainedAttention(attend(input, parameters, options, memory)));
      }),
      100,
    );
  });

  it('of traces whose scores overflow a naive exp', () => {
    holds(
      fc.property(attentionCases({ limit: 40 }), ({ x: input, parameters, options, memory }) => {
        expectEveryCellExplained(explainedAttention(attend(input, parameters, options, memory)));
      }),
      50,
    );
  });

  it('of a Float32 trace, to 1e-5', () => {
    const narrow = (m: typeof x) =>
      matrixFrom(m.rows, m.cols, [...mapEntries(m, Math.sin).data], 'Float32');
    const trace = attend(
      narrow(x),
      {
        wq: narrow(identity),
        wk: narrow(scale(turned, 0.3)),
        wv: narrow(identity),
        wo: narrow(turned),
      },
      { nHeads: 2, causal: true },
    );
    expect(expectEveryCellExplained(explainedAttention(trace), 1e-5)).toBeGreaterThan(50);
  });
});

/** Multi-head attention: what is kept, how heads share the columns, and its laws on random inputs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attend, attendHead, type AttentionTrace } from '../../../src/attention/index.ts';
import { at, fromRows, matmul, sliceCols, toRows, type Matrix } from '../../../src/math/index.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { attentionCases, matrices, type AttentionCase } from '../../support/arbitraries.ts';
import { matrixFrom } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';

const run = ({ x, parameters, options, memory }: AttentionCase): AttentionTrace =>
  attend(x, parameters, options, memory);

const rowOf = (m: Matrix, row: number): number[] => toRows(m)[row]!;

describe('what is kept', () => {
  it('the inputs are the very objects that were passed', () => {
    const x = fromRows([[1, 2]]);
    const memory = fromRows([[3], [4]]);
    const parameters = {
      wq: fromRows([[1], [1]]),
      wk: fromRows([[1]]),
      wv: fromRows([[1]]),
    };
    const options = { nHeads: 1, causal: false };
    const { inputs } = attend(x, parameters, options, memory);
    expect([
      inputs.x === x,
      inputs.memory === memory,
      inputs.parameters === parameters,
      inputs.options === options,
    ]).toEqual([true, true, true, true]);
  });

  it('self-attention has no memory', () => {
    const w = fromRows([[1]]);
    const { inputs } = attend(w, { wq: w, wk: w, wv: w }, { nHeads: 1, causal: false });
    expect('memory' in inputs).toBe(false);
  });

  it('without wo the output is the concatenation', () => {
    const w = fromRows([[2]]);
    const { concat, output } = attend(w, { wq: w, wk: w, wv: w }, { nHeads: 1, causal: false });
    expect(output).toBe(concat);
  });
});

describe('heads', () => {
  it('own neighbouring columns of the full-width projection', () => {
    holds(
      fc.property(attentionCases(), (c) => {
        const { heads } = run(c);
        const full = matmul(c.x, c.parameters.wq);
        const dK = full.cols / heads.length;
        for (const [h, { q }] of heads.entries()) {
          expect(q).toEqual(sliceCols(full, h * dK, (h + 1) * dK));
        }
      }),
    );
  });

  it('are attendHead on their own q, k and v', () => {
    holds(
      fc.property(attentionCases(), (c) => {
        for (const head of run(c).heads) {
          const { causal, scale } = c.options;
          expect(attendHead(head.q, head.k, head.v, { causal, scale })).toEqual(head);
        }
      }),
    );
  });
});

describe('weights', () => {
  it('of every row sum to 1 within 1e-12', () => {
    holds(
      fc.property(attentionCases({ limit: 40 }), (c) => {
        for (const { weights } of run(c).heads) {
          for (const row of toRows(weights)) {
            expect(Math.abs(row.reduce((a, b) => a + b, 0) - 1)).toBeLessThanOrEqual(1e-12);
          }
        }
      }),
      100,
    );
  });

  it('keep the context within the range of the values', () => {
    holds(
      fc.property(attentionCases(), (c) => {
        for (const { v, context } of run(c).heads) {
          for (let col = 0; col < v.cols; col++) {
            const values = toRows(v).map((row) => row[col]!);
            const [low, high] = [Math.min(...values), Math.max(...values)];
            const slack = 1e-12 * Math.max(1, Math.abs(low), Math.abs(high));
            for (const row of toRows(context)) {
              expect(row[col]).toBeGreaterThanOrEqual(low - slack);
              expect(row[col]).toBeLessThanOrEqual(high + slack);
            }
          }
        }
      }),
      100,
    );
  });
});

/** x with rows from `first` on taken from another matrix. */
const withOtherFuture = (x: Matrix, other: Matrix, first: number): Matrix =>
  matrixFrom(
    x.rows,
    x.cols,
    [...x.data].map((value, i) => (Math.floor(i / x.cols) < first ? value : other.data[i]!)),
  );

const stagesByRow = ['q', 'k', 'v', 'masked', 'weights', 'context'] as const;

describe('the causal mask', () => {
  it('lets nothing from the future change an earlier row of any stage, to the bit', () => {
    const cases = attentionCases({ causal: true, cross: false }).chain((c) =>
      fc.record({
        c: fc.constant(c),
        other: matrices(c.x.rows, c.x.cols, 30),
        first: fc.integer({ min: 0, max: c.x.rows }),
      }),
    );
    holds(
      fc.property(cases, ({ c, other, first }) => {
        const now = run(c);
        const then = run({ ...c, x: withOtherFuture(c.x, other, first) });
        for (let row = 0; row < first; row++) {
          expect(rowOf(then.output, row)).toEqual(rowOf(now.output, row));
          expect(rowOf(then.concat, row)).toEqual(rowOf(now.concat, row));
          for (const [h, head] of now.heads.entries()) {
            for (const stage of stagesByRow) {
              expect(rowOf(then.heads[h]![stage], row)).toEqual(rowOf(head[stage], row));
            }
          }
        }
      }),
      100,
    );
  });

  it('blocks exactly the columns after the row', () => {
    holds(
      fc.property(attentionCases({ causal: true }), (c) => {
        for (const { masked } of run(c).heads) {
          for (let row = 0; row < masked.rows; row++) {
            for (let col = 0; col < masked.cols; col++) {
              expect(at(masked, row, col) === -Infinity).toBe(col > row);
            }
          }
        }
      }),
    );
  });
});

describe('without the mask', () => {
  it('permuting the tokens permutes the output and nothing else', () => {
    const cases = attentionCases({ causal: false, cross: false }).chain((c) =>
      fc.record({
        c: fc.constant(c),
        order: fc.shuffledSubarray(
          Array.from({ length: c.x.rows }, (_, i) => i),
          { minLength: c.x.rows },
        ),
      }),
    );
    holds(
      fc.property(cases, ({ c, order }) => {
        const permuted = (m: Matrix): Matrix => fromRows(order.map((row) => rowOf(m, row)));
        const got = run({ ...c, x: permuted(c.x) }).output;
        const place = { case: `order ${order.join(' ')}`, stage: 'output' };
        expectAgreement(place, got, permuted(run(c).output), 1e-11);
      }),
      100,
    );
  });

  it('permuting the memory changes nothing', () => {
    holds(
      fc.property(attentionCases({ causal: false, cross: true }), (c) => {
        const reversed = fromRows(toRows(c.memory!).toReversed());
        const got = run({ ...c, memory: reversed }).output;
        expectAgreement({ case: 'reversed memory', stage: 'output' }, got, run(c).output, 1e-11);
      }),
    );
  });
});

it('writes to none of its inputs', () => {
  holds(
    fc.property(attentionCases(), (c) => {
      const before = structuredClone(c);
      run(c);
      expect(c).toEqual(before);
    }),
  );
});

/** The explanation of the decoder's own cells by hand, then of every cell of random traces. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decode,
  decoderMatrixOf,
  explainDecoderCell,
  type DecoderMatrixName,
} from '../../../src/decoder/index.ts';
import { at } from '../../../src/math/index.ts';
import { decoderCases } from '../../support/arbitraries.ts';
import { decoderReference, referenceParameters } from '../../support/decoder.ts';
import { expectEveryCellExplained } from '../../support/explanations.ts';
import { holds } from '../../support/property.ts';
import { explainedDecoder } from '../../support/traces.ts';

const { nHeads } = decoderReference;
const tokens = [7, 2, 7];
const trace = decode(referenceParameters(), { nHeads }, tokens);
const explain = (matrix: DecoderMatrixName, row: number, col: number, head?: number) =>
  explainDecoderCell(trace, { matrix, row, col, head });
const entry = (matrix: DecoderMatrixName, row: number, col: number) =>
  at(decoderMatrixOf(trace, { matrix }), row, col);
const factor = (matrix: DecoderMatrixName, row: number, col: number) => ({
  value: entry(matrix, row, col),
  cell: { matrix, row, col },
});
const single = (matrix: DecoderMatrixName, row: number, col: number) => ({
  value: entry(matrix, row, col),
  factors: [factor(matrix, row, col)],
});

describe('one cell of each operation', () => {
  it('lookup: the token’s row plus the position’s row', () => {
    expect(explain('x', 2, 4)).toEqual({
      cell: { matrix: 'x', row: 2, col: 4 },
      operation: 'lookup',
      terms: [single('tokenEmbedding', 7, 4), single('positionEmbedding', 2, 4)],
      value: entry('x', 2, 4),
    });
  });

  it.each([
    ['residual1', 'x', 'output'],
    ['residual2', 'y', 'feedForward'],
  ] as const)('add: %s = %s + %s', (matrix, left, right) => {
    expect(explain(matrix, 1, 3)).toEqual({
      cell: { matrix, row: 1, col: 3 },
      operation: 'add',
      terms: [single(left, 1, 3), single(right, 1, 3)],
      value: entry(matrix, 1, 3),
    });
  });

  it.each([
    ['y', 'residual1', 'norm1Gain', 'norm1Bias'],
    ['z', 'residual2', 'norm2Gain', 'norm2Bias'],
  ] as const)('norm: %s of %s', (matrix, source, gain, bias) => {
    const e = explain(matrix, 1, 3);
    const row = Array.from({ length: 9 }, (_, col) => entry(source, 1, col));
    const mean = row.reduce((a, b) => a + b, 0) / 9;
    const variance = row.reduce((a, b) => a + (b - mean) ** 2, 0) / 9;
    expect(e.operation).toBe('norm');
    expect(e.shift).toBeCloseTo(mean, 14);
    expect(e.divisor).toBeCloseTo(Math.sqrt(variance + 1e-5), 14);
    expect(e.terms[0]!.factors).toEqual([factor(source, 1, 3), factor(gain, 0, 3)]);
    expect(e.terms[1]).toEqual(single(bias, 0, 3));
  });

  it.each([
    ['hidden', 'y', 'w1', 'b1', 9],
    ['feedForward', 'activated', 'w2', 'b2', 18],
    ['logits', 'z', 'unembedding', 'unembeddingBias', 9],
  ] as const)('dot: %s = %s·%s + %s, the bias last', (matrix, source, weights, bias, length) => {
    const e = explain(matrix, 2, 1);
    expect(e.operation).toBe('dot');
    expect(e.terms).toHaveLength(length + 1);
    expect(e.terms[3]!.factors).toEqual([factor(source, 2, 3), factor(weights, 3, 1)]);
    expect(e.terms.at(-1)).toEqual(single(bias, 0, 1));
  });

  it('relu: the hidden cell where it is positive, else 0', () => {
    for (let col = 0; col < 18; col++) {
      const hidden = factor('hidden', 0, col);
      expect(explain('activated', 0, col)).toMatchObject({
        operation: 'relu',
        terms: [{ value: Math.max(0, hidden.value), factors: [hidden] }],
      });
    }
  });

  it('softmax: e^logit of the whole row', () => {
    const e = explain('probabilities', 1, 5);
    expect(e.operation).toBe('softmax');
    expect(e.terms[5]).toEqual({
      value: Math.exp(entry('logits', 1, 5)),
      factors: [factor('logits', 1, 5)],
    });
    expect(e.terms).toHaveLength(12);
  });

  it('input: a parameter, attention’s too', () => {
    expect(explain('wq', 8, 8)).toMatchObject({ operation: 'input', terms: [] });
    expect(explain('b1', 0, 17)).toMatchObject({ operation: 'input', terms: [] });
  });

  it('attention’s own cells are explained by attention', () => {
    expect(explain('weights', 1, 0, 2)).toMatchObject({
      operation: 'softmax',
      cell: { matrix: 'weights', head: 2, row: 1, col: 0 },
    });
    expect(explain('output', 0, 0)).toMatchObject({ operation: 'dot' });
  });
});

describe('what is refused', () => {
  it.each(['memory', 'inputs', 'attention', 'toString'])('no matrix called %s', (name) => {
    expect(() => explain(name as DecoderMatrixName, 0, 0)).toThrow(
      new RangeError(`matrixOf: the trace has no ${name}`),
    );
  });

  it('a cell outside', () => {
    expect(() => explain('logits', 3, 0)).toThrow(
      new RangeError('explainDecoderCell: logits[3][0] is outside, logits is 3×12'),
    );
  });

  it('several heads and none named', () => {
    expect(() => explain('context', 0, 0)).toThrow(RangeError);
  });
});

describe('every cell of every stage is explained, terms make its value, chains end in parameters', () => {
  it('of the reference case', () => {
    expect(expectEveryCellExplained(explainedDecoder(trace))).toBeGreaterThan(1000);
  });

  it('of random traces', () => {
    holds(
      fc.property(decoderCases(), ({ parameters, config, tokens: ids }) => {
        expectEveryCellExplained(explainedDecoder(decode(parameters, config, ids)));
      }),
    );
  });

  it('of a Float32 trace, to 1e-5', () => {
    const narrow = decode(referenceParameters('Float32'), { nHeads }, tokens);
    expectEveryCellExplained(explainedDecoder(narrow), 1e-5);
  });
});

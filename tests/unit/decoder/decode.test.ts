/** The decoder's stages: what is kept, what the configuration changes, its laws on random parameters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type DecoderStageName, type DecoderTrace } from '../../../src/decoder/index.ts';
import { layerNorm } from '../../../src/decoder/layer-norm.ts';
import { relu } from '../../../src/decoder/stages.ts';
import { add, fromRows, toRows } from '../../../src/math/index.ts';
import { decoderCases } from '../../support/arbitraries.ts';
import { decoderReference, referenceParameters } from '../../support/decoder.ts';
import { readFixture } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';

const parameters = referenceParameters();
const { nHeads } = decoderReference;
const tokens = [1, 2, 3, 4, 5];

const stages: readonly DecoderStageName[] = [
  'x',
  'residual1',
  'y',
  'hidden',
  'activated',
  'feedForward',
  'residual2',
  'z',
  'logits',
  'probabilities',
];

describe('what is kept', () => {
  const config = { nHeads };
  const trace = decode(parameters, config, tokens);

  it('the inputs are the very objects that were passed', () => {
    expect([
      trace.inputs.parameters === parameters,
      trace.inputs.config === config,
      trace.inputs.tokens === tokens,
    ]).toEqual([true, true, true]);
  });

  it('attention reads the decoder’s x', () => {
    expect(trace.attention.inputs.x).toBe(trace.x);
  });

  it('residuals are sums of what goes round and what goes through', () => {
    expect(trace.residual1).toEqual(add(trace.x, trace.attention.output));
    expect(trace.residual2).toEqual(add(trace.y, trace.feedForward));
  });
});

describe('configuration', () => {
  it('is causal by default', () => {
    expect(decode(parameters, { nHeads }, tokens)).toMatchObject({
      attention: { inputs: { options: { causal: true } } },
    });
  });

  it('causal: false lets the first row see the last', () => {
    const { attention } = decode(parameters, { nHeads, causal: false }, tokens);
    expect(toRows(attention.heads[0]!.weights)[0]!.every((weight) => weight > 0)).toBe(true);
  });

  it('scale is 1/√dK by default', () => {
    const plain = decode(parameters, { nHeads }, tokens);
    const given = decode(parameters, { nHeads, scale: 1 / Math.sqrt(3) }, tokens);
    expect(given.probabilities).toEqual(plain.probabilities);
  });

  it('scale: 1 leaves the scores as they are', () => {
    const [head] = decode(parameters, { nHeads, scale: 1 }, tokens).attention.heads;
    expect(head!.scaled).toEqual(head!.scores);
  });
});

describe('laws', () => {
  it('probabilities of every row sum to 1 within 1e-12', () => {
    holds(
      fc.property(decoderCases(), (c) => {
        for (const row of toRows(decode(c.parameters, c.config, c.tokens).probabilities)) {
          expect(Math.abs(row.reduce((a, b) => a + b, 0) - 1)).toBeLessThanOrEqual(1e-12);
        }
      }),
    );
  });

  it('what comes later changes no earlier row of any stage, to the bit', () => {
    const rowsOf = (trace: DecoderTrace, count: number) =>
      stages.map((stage) => toRows(trace[stage]).slice(0, count));
    holds(
      fc.property(decoderCases({ causal: true }), fc.nat(), fc.nat(), (c, from, other) => {
        const first = from % c.tokens.length;
        const vocabulary = c.parameters.tokenEmbedding.rows;
        const changed = c.tokens.map((token, i) =>
          i < first ? token : (token + other) % vocabulary,
        );
        const now = decode(c.parameters, c.config, c.tokens);
        const then = decode(c.parameters, c.config, changed);
        expect(rowsOf(then, first)).toEqual(rowsOf(now, first));
      }),
      100,
    );
  });

  it('a shorter sequence computes the same rows, to the bit', () => {
    const short = decode(parameters, { nHeads }, tokens.slice(0, 3));
    const long = decode(parameters, { nHeads }, tokens);
    expect(toRows(short.probabilities)).toEqual(toRows(long.probabilities).slice(0, 3));
  });

  it('computes what comes after attention once', () => {
    const trace = decode(parameters, { nHeads }, tokens);
    expect(trace.z).toBe(trace.z);
  });

  it('writes to none of its inputs', () => {
    holds(
      fc.property(decoderCases(), (c) => {
        const before = structuredClone(c);
        // What comes after attention is computed only now.
        expect(decode(c.parameters, c.config, c.tokens).probabilities.rows).toBe(c.tokens.length);
        expect(c).toEqual(before);
      }),
      20,
    );
  });
});

describe('layerNorm', () => {
  it('of a constant row is the bias, because of ε', () => {
    const normed = layerNorm(fromRows([[3, 3]]), fromRows([[2, 2]]), fromRows([[0.5, -1]]));
    expect(toRows(normed)).toEqual([[0.5, -1]]);
  });

  it('divides by √(biased variance + 1e-5)', () => {
    const normed = layerNorm(fromRows([[1, 3]]), fromRows([[1, 1]]), fromRows([[0, 0]]));
    expect(toRows(normed)).toEqual([[-1 / Math.sqrt(1 + 1e-5), 1 / Math.sqrt(1 + 1e-5)]]);
  });

  it('keeps NaN to its row', () => {
    const m = fromRows([
      [Number.NaN, 1],
      [2, 2],
    ]);
    expect(toRows(layerNorm(m, fromRows([[1, 1]]), fromRows([[0, 0]])))).toEqual([
      [Number.NaN, Number.NaN],
      [0, 0],
    ]);
  });
});

describe('relu', () => {
  it('keeps what is positive and NaN, and makes the rest 0', () => {
    expect(toRows(relu(fromRows([[-2, 0, 3, Number.NaN]])))).toEqual([[0, 0, 3, Number.NaN]]);
  });
});

it('the fixture’s epsilon is ours', () => {
  expect(readFixture<{ layerNormEpsilon: number }>('decoder-case.json').layerNormEpsilon).toBe(
    1e-5,
  );
});

/** The loss and its gradients against PyTorch's autograd, five steps of AdamW against PyTorch's, then against differences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adamWStep,
  initialAdamW,
  lossAndGradients,
  parameterNames,
} from '../../../src/decoder/index.ts';
import { add, scale, toRows, type Matrix } from '../../../src/math/index.ts';
import { expectAgreement, isClose } from '../../support/agreement.ts';
import { lossCases, type LossCase } from '../../support/arbitraries.ts';
import { decoderReference, referenceParameters } from '../../support/decoder.ts';
import { centralDifferences, isSmooth } from '../../support/differences.ts';
import { kinds, matrixFromRows } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';

const { nHeads, sequences } = decoderReference;

const gradientsOf = ({ parameters, config, sequences: all }: LossCase) =>
  lossAndGradients(parameters, config, all).gradients;

describe.each(kinds)('PyTorch, one pass, %s', (kind) => {
  const { loss, gradients } = lossAndGradients(referenceParameters(kind), { nHeads }, sequences);
  const tolerance = { Float64: 1e-10, Float32: 1e-5 }[kind];

  it('the loss', () => {
    expect(Math.abs(loss - decoderReference.loss)).toBeLessThanOrEqual(tolerance);
  });

  it.each(parameterNames)('the gradient of %s', (name) => {
    const place = { case: `decoder, ${kind}`, stage: `gradient of ${name}` };
    const want = matrixFromRows(decoderReference.gradients[name]);
    expectAgreement(place, gradients[name], want, tolerance);
  });

  it('gradients have the kind of array that the parameters have', () => {
    const array = { Float64: Float64Array, Float32: Float32Array }[kind];
    expect(parameterNames.filter((name) => !(gradients[name].data instanceof array))).toEqual([]);
  });
});

describe('PyTorch, five steps of AdamW', () => {
  const { adamW } = decoderReference;
  const losses: number[] = [];
  let parameters = referenceParameters();
  let state = initialAdamW(parameters);
  for (const _ of adamW.losses) {
    const { loss, gradients } = lossAndGradients(parameters, { nHeads }, sequences);
    losses.push(loss);
    ({ parameters, state } = adamWStep(parameters, gradients, state, adamW));
  }

  it('there are five', () => {
    expect(adamW.losses).toHaveLength(5);
  });

  it.each(adamW.losses.map((want, step) => ({ step, want })))(
    'the loss before step $step',
    ({ step, want }) => {
      expect(Math.abs(losses[step]! - want)).toBeLessThanOrEqual(1e-9);
    },
  );

  it.each(parameterNames)('%s after the last', (name) => {
    const place = { case: 'decoder', stage: `${name} after five steps` };
    expectAgreement(place, parameters[name], matrixFromRows(adamW.parametersAfter[name]), 1e-9);
  });
});

describe('central differences', () => {
  const h = 1e-5;
  /**
   * The differences are off by h²/6 of the third derivative, which stays below 100 or so where isSmooth holds, and by the
   * rounding of the loss, some 1e-16/h: below 2e-9 both together in hundreds of cases. A wrong term is off by 1e-4 and more.
   */
  const tolerance = 1e-7;
  const smooth = lossCases().filter(isSmooth);

  it.each(parameterNames)('agree with the gradient of %s', (name) => {
    holds(
      fc.property(smooth, (c) => {
        const place = { case: JSON.stringify(c.config), stage: `gradient of ${name}` };
        expectAgreement(place, gradientsOf(c)[name], centralDifferences(c, name, h), tolerance);
      }),
      40,
    );
  });
});

describe('laws', () => {
  const sumOf = (row: readonly number[]): number => row.reduce((sum, value) => sum + value, 0);

  it('a gradient has the shape of its parameter', () => {
    holds(
      fc.property(lossCases(), (c) => {
        const gradients = gradientsOf(c);
        for (const name of parameterNames) {
          const { rows, cols } = c.parameters[name];
          expect(gradients[name]).toMatchObject({ rows, cols });
        }
      }),
    );
  });

  it('a token that is never read has an embedding with no gradient', () => {
    holds(
      fc.property(lossCases(), (c) => {
        const { tokenEmbedding } = gradientsOf(c);
        const read = new Set(c.sequences.flatMap((sequence) => sequence.slice(0, -1)));
        for (const [token, row] of toRows(tokenEmbedding).entries()) {
          if (!read.has(token)) expect(row.every((value) => value === 0)).toBe(true);
        }
      }),
    );
  });

  it('the same bias on every logit changes nothing: its gradient sums to 0', () => {
    holds(
      fc.property(lossCases(), (c) => {
        expect(Math.abs(sumOf([...gradientsOf(c).unembeddingBias.data]))).toBeLessThan(1e-12);
      }),
    );
  });

  it('every token of a position moved together is the position moved: sums agree', () => {
    const total = (m: Matrix): number[] =>
      Array.from({ length: m.cols }, (_, col) => sumOf(toRows(m).map((row) => row[col]!)));
    holds(
      fc.property(lossCases(), (c) => {
        const { tokenEmbedding, positionEmbedding } = gradientsOf(c);
        for (const [col, value] of total(tokenEmbedding).entries()) {
          expect(isClose(value, total(positionEmbedding)[col]!, 1e-12)).toBe(true);
        }
      }),
    );
  });

  it('a small step against the gradient lowers the loss', () => {
    const { loss, gradients } = lossAndGradients(referenceParameters(), { nHeads }, sequences);
    const parameters = referenceParameters();
    for (const name of parameterNames) {
      const moved = { ...parameters, [name]: add(parameters[name], scale(gradients[name], -1e-3)) };
      expect(lossAndGradients(moved, { nHeads }, sequences).loss, name).toBeLessThan(loss);
    }
  });
});

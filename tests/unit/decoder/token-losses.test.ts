/** The loss of a batch against the decoder that computes one sequence at a time, and what it must not depend on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendBatch } from '../../../src/decoder/batch-attention.ts';
import {
  decode,
  lossAndGradients,
  parameterNames,
  tokenLosses,
} from '../../../src/decoder/index.ts';
import { at, matmul, toRows } from '../../../src/math/index.ts';
import { expectAgreement, isClose } from '../../support/agreement.ts';
import { lossCases, type LossCase } from '../../support/arbitraries.ts';
import { decoderReference, referenceParameters } from '../../support/decoder.ts';
import { matrixFrom } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';

const { nHeads, sequences } = decoderReference;
const parameters = referenceParameters();

const lossOf = ({ parameters: p, config, sequences: all }: LossCase): number =>
  lossAndGradients(p, config, all).loss;

const lossesOf = ({ parameters: p, config, sequences: all }: LossCase) =>
  tokenLosses(p, config, all);

/** −ln of what decode gives each token of a sequence but the first. */
const surpriseOf = (c: LossCase, sequence: readonly number[]): number[] => {
  const { probabilities } = decode(c.parameters, c.config, sequence.slice(0, -1));
  return sequence.slice(1).map((next, row) => -Math.log(at(probabilities, row, next)));
};

const withMask = (causal: boolean, limit = 1) =>
  lossCases(limit).map((c) => ({ ...c, config: { ...c.config, causal } }));

describe.each([true, false])('causal: %s, against decode', (causal) => {
  it.each([
    ['moderate scores', 1],
    ['scores that overflow a naive e^s', 40],
  ] as const)('losses are −ln of its probabilities within 1e-12, %s', (_, limit) => {
    holds(
      fc.property(withMask(causal, limit), (c) => {
        const losses = lossesOf(c);
        expect(losses).toHaveLength(c.sequences.length);
        for (const [i, sequence] of c.sequences.entries()) {
          const want = surpriseOf(c, sequence);
          expect(losses[i]).toHaveLength(want.length);
          expect(want.filter((value, j) => !isClose(losses[i]![j]!, value, 1e-12))).toEqual([]);
        }
      }),
      100,
    );
  });

  it('contexts are its contexts', () => {
    holds(
      fc.property(withMask(causal), (c) => {
        const [sequence = []] = c.sequences;
        const { x, attention } = decode(c.parameters, c.config, sequence.slice(0, -1));
        const { wq, wk, wv } = c.parameters;
        const projections = { q: matmul(x, wq), k: matmul(x, wk), v: matmul(x, wv) };
        const dK = wq.cols / c.config.nHeads;
        const scale = c.config.scale ?? 1 / Math.sqrt(dK);
        const options = { nHeads: c.config.nHeads, starts: [0, x.rows], causal, scale };
        const { context } = attendBatch(projections, options);
        const place = { case: JSON.stringify(c.config), stage: 'context' };
        expectAgreement(place, context, attention.concat, 1e-12);
      }),
    );
  });
});

describe('configuration', () => {
  const lossWith = (config: object): number =>
    lossAndGradients(parameters, { nHeads, ...config }, sequences).loss;

  it('is causal by default', () => {
    expect(lossWith({ causal: true })).toBe(lossWith({}));
  });

  it('causal: false is another loss', () => {
    expect(lossWith({ causal: false })).not.toBe(lossWith({}));
  });

  it('scale is 1/√dK by default', () => {
    expect(lossWith({ scale: 1 / Math.sqrt(3) })).toBe(lossWith({}));
  });
});

describe('the mean', () => {
  it('of all tokens’ losses is the loss', () => {
    holds(
      fc.property(lossCases(), (c) => {
        const all = lossesOf(c).flat();
        const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
        expect(isClose(lossOf(c), mean, 1e-12)).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the sequences', () => {
    holds(
      fc.property(lossCases(), (c) => {
        const turned = { ...c, sequences: c.sequences.toReversed() };
        expect(isClose(lossOf(turned), lossOf(c), 1e-12)).toBe(true);
      }),
    );
  });

  it('of every sequence twice is the same', () => {
    holds(
      fc.property(lossCases(), (c) => {
        const twice = { ...c, sequences: [...c.sequences, ...c.sequences] };
        expect(isClose(lossOf(twice), lossOf(c), 1e-12)).toBe(true);
      }),
    );
  });

  it('has gradients that do not depend on the order of the sequences', () => {
    const forwards = lossAndGradients(parameters, { nHeads }, sequences).gradients;
    const backwards = lossAndGradients(parameters, { nHeads }, sequences.toReversed()).gradients;
    for (const name of parameterNames) {
      const place = { case: 'decoder', stage: `gradient of ${name}` };
      expectAgreement(place, backwards[name], forwards[name], 1e-13);
    }
  });
});

describe('sequences', () => {
  it('do not see each other, to the bit', () => {
    holds(
      fc.property(lossCases(), (c) => {
        const alone = c.sequences.flatMap((one) => lossesOf({ ...c, sequences: [one] }));
        expect(lossesOf(c)).toEqual(alone);
      }),
    );
  });

  it('under the mask, a longer one has the losses of its beginning, to the bit', () => {
    holds(
      fc.property(withMask(true), (c) => {
        const shorter = c.sequences.map((sequence) => sequence.slice(0, 2));
        const beginnings = lossesOf(c).map((losses) => losses.slice(0, 1));
        expect(lossesOf({ ...c, sequences: shorter })).toEqual(beginnings);
      }),
    );
  });

  it('an impossible token costs infinitely much', () => {
    const { cols, data } = parameters.unembeddingBias;
    const bias = matrixFrom(1, cols, [...data].with(3, -Infinity));
    const [losses] = tokenLosses({ ...parameters, unembeddingBias: bias }, { nHeads }, [[1, 3]]);
    expect(losses).toEqual([Infinity]);
  });
});

describe('what goes in', () => {
  it.each([
    ['lossAndGradients', lossAndGradients],
    ['tokenLosses', tokenLosses],
  ] as const)('%s writes to none of its inputs', (_, run) => {
    holds(
      fc.property(lossCases(), (c) => {
        const before = structuredClone(c);
        run(c.parameters, c.config, c.sequences);
        expect(c).toEqual(before);
      }),
      20,
    );
  });

  it('gradients share no array with the parameters or each other', () => {
    const { gradients } = lossAndGradients(parameters, { nHeads }, sequences);
    const arrays = parameterNames.flatMap((name) => [parameters[name].data, gradients[name].data]);
    expect(new Set(arrays.map(({ buffer }) => buffer)).size).toBe(2 * parameterNames.length);
  });

  it('the same call gives the same bits', () => {
    const again = () => lossAndGradients(parameters, { nHeads }, sequences);
    expect(parameterNames.map((name) => toRows(again().gradients[name]))).toEqual(
      parameterNames.map((name) => toRows(again().gradients[name])),
    );
  });
});

/** The colour scales' domains: readable, one per quantity, shared by heads and by both sides of a comparison. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterNames, type DecoderMatrixName } from '../../../src/decoder/index.ts';
import { fromRows } from '../../../src/math/index.ts';
import {
  quantityOf,
  readableCeiling,
  selectDomain,
  standardDeviation,
  traceOf,
} from '../../../src/store/index.ts';
import { magnitudeQuantile } from '../../../src/store/statistics.ts';
import { holds } from '../../support/property.ts';
import { stateWith } from './samples.ts';

const magnitudes = fc.double({ min: 1e-9, max: 1e9, noNaN: true });

describe('readableCeiling', () => {
  it('is not below the value', () => {
    holds(
      fc.property(magnitudes, (value) => readableCeiling(value) >= value * (1 - 1e-9)),
      500,
    );
  });

  it('is not far above it', () => {
    holds(
      fc.property(magnitudes, (value) => readableCeiling(value) <= value * 1.26),
      500,
    );
  });

  it('has at most two digits', () => {
    holds(
      fc.property(magnitudes, (value) => {
        const ceiling = readableCeiling(value);
        return Number(ceiling.toPrecision(2)) === ceiling;
      }),
      500,
    );
  });

  it('keeps a value that is readable already', () => {
    holds(fc.property(magnitudes.map(readableCeiling), (c) => readableCeiling(c) === c));
  });

  it('grows with the value', () => {
    holds(
      fc.property(magnitudes, magnitudes, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        return readableCeiling(low) <= readableCeiling(high);
      }),
    );
  });

  it.each([
    [1.55, 1.6],
    [2.01, 2.5],
    [0.013, 0.014],
    [9.1, 10],
    [10, 10],
    [97, 100],
  ])('of %d is %d', (value, ceiling) => {
    expect(readableCeiling(value)).toBe(ceiling);
  });

  it.each([0, -1, Number.NaN, Infinity, -Infinity])(
    'of %d is 1, so that no colour is NaN',
    (value) => {
      expect(readableCeiling(value)).toBe(1);
    },
  );
});

describe('magnitudeQuantile', () => {
  it('is the smallest magnitude that the share stays within', () => {
    expect(magnitudeQuantile([fromRows([[-4, 1, 2, -3]])], 0.75)).toBe(3);
  });

  it('leaves infinities out', () => {
    expect(magnitudeQuantile([fromRows([[-Infinity, 1, 2]])], 1)).toBe(2);
  });

  it('is 0 where nothing is finite', () => {
    expect(magnitudeQuantile([fromRows([[-Infinity]])], 1)).toBe(0);
  });
});

describe('standardDeviation', () => {
  it('of 2, 4, 4, 4, 5, 5, 7, 9 is 2', () => {
    expect(standardDeviation(fromRows([[2, 4, 4, 4, 5, 5, 7, 9]]))).toBe(2);
  });

  it('does not change when all entries move', () => {
    const rows = (by: number) => fromRows([[1 + by, 2 + by, 4 + by]]);
    expect(standardDeviation(rows(10))).toBeCloseTo(standardDeviation(rows(0)), 12);
  });
});

describe('quantityOf', () => {
  it.each(['weights', 'probabilities'] as const)('%s is a share', (matrix) => {
    expect(quantityOf(matrix)).toBe('share');
  });

  it('is one for scores before and after scaling and mask', () => {
    expect(new Set((['scores', 'scaled', 'masked'] as const).map(quantityOf)).size).toBe(1);
  });

  it('counts all projections as weights', () => {
    expect((['wq', 'wk', 'wv', 'wo'] as const).map(quantityOf)).toEqual(['w', 'w', 'w', 'w']);
  });
});

describe('selectDomain', () => {
  const names = [
    ...parameterNames,
    'x',
    'q',
    'k',
    'v',
    'scores',
    'scaled',
    'masked',
    'context',
    'concat',
    'output',
    'y',
    'z',
    'hidden',
    'logits',
  ] as const satisfies readonly DecoderMatrixName[];

  it.each(['weights', 'probabilities'] as const)('of %s is 1', (matrix) => {
    expect(selectDomain(stateWith(), matrix)).toBe(1);
  });

  it.each(names)('of %s is finite and above 0', (matrix) => {
    const domain = selectDomain(stateWith(), matrix);
    expect(domain > 0 && Number.isFinite(domain)).toBe(true);
  });

  it.each(names)('of %s is the same for every head', (matrix) => {
    const domains = [0, 1, 2].map((head) => selectDomain(stateWith({ head }), matrix));
    expect(new Set(domains).size).toBe(1);
  });

  it.each(names)('of %s is the same with and without the mask', (matrix) => {
    const domains = [true, false].map((causalChoice) =>
      selectDomain(stateWith({ step: 'context', causalChoice }), matrix),
    );
    expect(new Set(domains).size).toBe(1);
  });

  it('of context and output holds nearly all that they are with the mask and without, on any scale', () => {
    const options = fc.record({
      temperature: fc.double({ min: 0.05, max: 5, noNaN: true }),
      causalChoice: fc.boolean(),
      headsOff: fc.subarray([0, 1, 2]),
    });
    holds(
      fc.property(options, (option) => {
        const state = stateWith({ step: 'context', ...option });
        const [open, masked] = [false, true].map((causal) => traceOf(state, causal).attention);
        const of = (trace: typeof open) => trace?.heads.map(({ context }) => context) ?? [];
        const expected = magnitudeQuantile([...of(open), ...of(masked)], 0.97);
        expect(selectDomain(state, 'context')).toBe(readableCeiling(expected));
        const outputs = [open, masked].flatMap((trace) => trace?.output ?? []);
        const largest = magnitudeQuantile(outputs, 0.97);
        expect(selectDomain(state, 'output')).toBe(readableCeiling(largest));
      }),
    );
  });

  it.each(['q', 'k', 'v'] as const)('of %s is one for all three', (matrix) => {
    expect(selectDomain(stateWith(), matrix)).toBe(selectDomain(stateWith(), 'q'));
  });

  it('is exceeded by few scores only', () => {
    const state = stateWith({ step: 'scores' });
    const domain = selectDomain(state, 'scores');
    const scores = traceOf(state, false).attention.heads.flatMap((head) => [...head.scores.data]);
    const over = scores.filter((score) => Math.abs(score) > domain);
    expect(over.length / scores.length).toBeLessThanOrEqual(0.05);
  });

  it('of cross-attention follows the second input', () => {
    const memories = ['小', '玩球', '小狗在公园玩球'];
    const { parameters } = stateWith();
    /** The same parameters give the same trace of the sentence; copies a new one. */
    const domainOf = (given: typeof parameters, memory: string): number => {
      const state = { parameters: given, step: 'cross-attention', memory: [...memory] } as const;
      return selectDomain(stateWith(state), 'scores');
    };
    const shared = { ...parameters };
    const domains = memories.map((memory) => domainOf(shared, memory));
    const alone = memories.map((memory) => domainOf({ ...parameters }, memory));
    expect(domains).toEqual(alone);
    expect(new Set(domains).size).toBeGreaterThan(1);
  });

  it('does not depend on which side of cross-attention was seen first', () => {
    const fresh = () => {
      const { parameters } = stateWith();
      return { parameters: { ...parameters }, step: 'cross-attention' } as const;
    };
    const domainsOf = (beats: readonly number[]): number[] => {
      const shared = fresh();
      const seen = beats.map((beat): [number, number[]] => [
        beat,
        (['q', 'scores', 'context'] as const).map((matrix) =>
          selectDomain(stateWith({ ...shared, beat }), matrix),
        ),
      ]);
      return seen.toSorted(([a], [b]) => a - b).flatMap(([, domains]) => domains);
    };
    expect(domainsOf([1, 0])).toEqual(domainsOf([0, 1]));
  });
});

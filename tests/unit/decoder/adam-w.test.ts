/** AdamW by hand: the first step, the decay, and what is remembered. PyTorch's five steps are in gradients.test.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adamWStep,
  initialAdamW,
  mapParameters,
  parameterNames,
  type DecoderParameters,
} from '../../../src/decoder/index.ts';
import { mapEntries, toRows } from '../../../src/math/index.ts';
import { isClose } from '../../support/agreement.ts';
import { evenEntries } from '../../support/arbitraries.ts';
import { referenceParameters } from '../../support/decoder.ts';
import { kinds, matrixFrom } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';

/** Every parameter of one entry, all alike: what happens to one happens to all. */
const all = (value: number): DecoderParameters => mapParameters(() => matrixFrom(1, 1, [value]));

const valueOf = (parameters: DecoderParameters): number => parameters.wq.data[0]!;

const filled = (parameters: DecoderParameters, value: number): DecoderParameters =>
  mapParameters((name) => mapEntries(parameters[name], () => value));

describe('initialAdamW', () => {
  const parameters = referenceParameters();
  const state = initialAdamW(parameters);

  it('has taken no step', () => {
    expect(state.steps).toBe(0);
  });

  it.each(parameterNames)('remembers nothing of %s, in its shape', (name) => {
    const zeros = mapEntries(parameters[name], () => 0);
    expect([state.mean[name], state.square[name]]).toEqual([zeros, zeros]);
  });
});

describe('the first step', () => {
  const firstStep = (p: number, g: number, weightDecay: number): number => {
    const step = adamWStep(all(p), all(g), initialAdamW(all(p)), {
      learningRate: 0.1,
      weightDecay,
    });
    return valueOf(step.parameters);
  };

  it.each([3, 0.02, -0.02, -500])(
    'without decay is lr against the sign of a gradient of %d',
    (g) => {
      // √v̂ is |g|, so that the step is lr·|g|/(|g| + ε): short of lr by the part ε/|g| of it.
      const short = (0.1 * 1e-8) / Math.abs(g);
      expect(Math.abs(firstStep(1, g, 0) - (1 - 0.1 * Math.sign(g)))).toBeLessThan(
        short * 1.01 + 1e-15,
      );
    },
  );

  it('subtracts ε where it is given: lr·g/(|g| + ε)', () => {
    const options = { learningRate: 0.1, weightDecay: 0, epsilon: 1 };
    const { parameters } = adamWStep(all(2), all(3), initialAdamW(all(2)), options);
    expect(valueOf(parameters)).toBeCloseTo(2 - 0.1 * (3 / 4), 14);
  });

  it('adds the decay of the parameter to it, untouched by the gradient’s size', () => {
    expect(firstStep(5, 40, 0.02)).toBeCloseTo(5 * (1 - 0.1 * 0.02) - 0.1, 9);
  });
});

describe('without a gradient', () => {
  it('decay shrinks every parameter by exactly 1 − lr·wd', () => {
    const parameters = referenceParameters();
    const options = { learningRate: 0.04, weightDecay: 0.02 };
    const still = filled(parameters, 0);
    const moved = adamWStep(parameters, still, initialAdamW(parameters), options).parameters;
    for (const name of parameterNames) {
      const shrunk = mapEntries(parameters[name], (value) => value * (1 - 0.04 * 0.02));
      expect(toRows(moved[name]), name).toEqual(toRows(shrunk));
    }
  });

  it('and without decay nothing moves', () => {
    const parameters = referenceParameters();
    const options = { learningRate: 0.04, weightDecay: 0 };
    const still = filled(parameters, 0);
    expect(adamWStep(parameters, still, initialAdamW(parameters), options).parameters).toEqual(
      parameters,
    );
  });
});

describe('several steps', () => {
  const options = { learningRate: 0.01, weightDecay: 0 };
  const after = (gradients: readonly number[]) => {
    let parameters = all(0);
    let state = initialAdamW(parameters);
    for (const g of gradients) {
      ({ parameters, state } = adamWStep(parameters, all(g), state, options));
    }
    return { parameters, state };
  };

  it('are counted', () => {
    expect(after([1, 2, 3]).state.steps).toBe(3);
  });

  it('under the same gradient are lr long each, because both means are freed of their start', () => {
    expect(valueOf(after([2, 2, 2, 2, 2]).parameters)).toBeCloseTo(-0.05, 9);
  });

  it('remember 0.9 and 0.999 of what was, by default', () => {
    const { mean, square } = after([1, 2]).state;
    expect(valueOf(mean)).toBeCloseTo(0.9 * 0.1 + 0.1 * 2, 15);
    expect(valueOf(square)).toBeCloseTo(0.999 * 0.001 + 0.001 * 4, 15);
  });

  it('are never longer than 3.17·lr, whatever the gradients', () => {
    // |m̂|/√v̂ is largest where only the last gradient is not 0: (1 − β1)/√(1 − β2). Kingma & Ba 2015, 2.1.
    const gradients = fc.array(evenEntries(10), { minLength: 1, maxLength: 12 });
    holds(
      fc.property(gradients, (path) => {
        const way = valueOf(after(path).parameters) - valueOf(after(path.slice(0, -1)).parameters);
        expect(Math.abs(way)).toBeLessThanOrEqual(3.17 * options.learningRate);
      }),
    );
  });

  it('take the opposite way for the opposite gradients', () => {
    holds(
      fc.property(fc.array(evenEntries(10), { maxLength: 8 }), (gradients) => {
        const there = valueOf(after(gradients).parameters);
        const back = valueOf(after(gradients.map((g) => -g)).parameters);
        expect(isClose(back, -there, 1e-15)).toBe(true);
      }),
    );
  });
});

describe('what goes in', () => {
  it('is never written to', () => {
    const parameters = referenceParameters();
    const gradients = filled(parameters, 0.5);
    const first = adamWStep(parameters, gradients, initialAdamW(parameters), {
      learningRate: 0.1,
      weightDecay: 0.1,
    });
    const before = structuredClone([parameters, gradients, first.state]);
    adamWStep(parameters, gradients, first.state, { learningRate: 0.1, weightDecay: 0.1 });
    expect([parameters, gradients, first.state]).toEqual(before);
  });

  it.each(kinds)('keeps its kind, %s', (kind) => {
    const parameters = referenceParameters(kind);
    const options = { learningRate: 0.1, weightDecay: 0 };
    const moved = adamWStep(parameters, parameters, initialAdamW(parameters), options);
    const kept = [moved.parameters.w1, moved.state.mean.w1, moved.state.square.w1];
    const array = { Float64: Float64Array, Float32: Float32Array }[kind];
    expect(kept.every(({ data }) => data instanceof array)).toBe(true);
  });
});

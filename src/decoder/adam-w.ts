/** AdamW: the optimiser that turns gradients into steps. */
import { zerosLike, type Matrix } from '../math/index.ts';
import { parameterNames, type DecoderParameters } from './types.ts';

/** What AdamW remembers between steps; `mean` and `square` have the parameters' shapes. */
export interface AdamWState {
  /** Steps taken so far. */
  readonly steps: number;
  /** Running mean of the gradients. */
  readonly mean: DecoderParameters;
  /** Running mean of their squares. */
  readonly square: DecoderParameters;
}

export interface AdamWOptions {
  readonly learningRate: number;
  /** Pulls every parameter towards 0 by learningRate·weightDecay of itself, apart from the gradient. */
  readonly weightDecay: number;
  /** 0.9 by default. */
  readonly beta1?: number;
  /** 0.999 by default. */
  readonly beta2?: number;
  /** 1e-8 by default. */
  readonly epsilon?: number;
}

/** f of every parameter's matrix, as parameters again. */
export const mapParameters = (f: (name: keyof DecoderParameters) => Matrix): DecoderParameters =>
  Object.fromEntries(parameterNames.map((name) => [name, f(name)])) as unknown as DecoderParameters;

/** The state before the first step: nothing seen. */
export const initialAdamW = (parameters: DecoderParameters): AdamWState => {
  const zeros = (): DecoderParameters =>
    mapParameters((name) =>
      zerosLike(parameters[name], parameters[name].rows, parameters[name].cols),
    );
  return { steps: 0, mean: zeros(), square: zeros() };
};

/**
 * One step: p − lr·wd·p − lr·m̂/(√v̂ + ε), with m̂ and v̂ the running means of gradient and squared gradient, freed of
 * their start at 0. Nothing passed in is changed. Shapes at DecoderParameters. Loshchilov & Hutter 2019, algorithm 2,
 * in PyTorch's order.
 */
export const adamWStep = (
  parameters: DecoderParameters,
  gradients: DecoderParameters,
  state: AdamWState,
  options: AdamWOptions,
): { parameters: DecoderParameters; state: AdamWState } => {
  const { learningRate, weightDecay, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  const steps = state.steps + 1;
  const stepSize = learningRate / (1 - beta1 ** steps);
  const root = Math.sqrt(1 - beta2 ** steps);
  const next = initialAdamW(parameters);
  const moved = mapParameters((name) => {
    const [p, g] = [parameters[name].data, gradients[name].data];
    const [m, v] = [state.mean[name].data, state.square[name].data];
    const [mNext, vNext] = [next.mean[name].data, next.square[name].data];
    const result = zerosLike(parameters[name], parameters[name].rows, parameters[name].cols);
    for (let i = 0; i < p.length; i++) {
      mNext[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
      vNext[i] = beta2 * v[i]! + (1 - beta2) * g[i]! ** 2;
      const decayed = p[i]! * (1 - learningRate * weightDecay);
      result.data[i] = decayed - (stepSize * mNext[i]!) / (Math.sqrt(vNext[i]!) / root + epsilon);
    }
    return result;
  });
  return { parameters: moved, state: { ...next, steps } };
};

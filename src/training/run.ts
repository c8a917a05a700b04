/** A run of training as a value: where it stands, and pure functions that start it and take it further. */
import {
  adamWStep,
  initialAdamW,
  lossAndGradients,
  type AdamWState,
  type DecoderParameters,
} from '../decoder/index.ts';
import { zerosLike } from '../math/index.ts';
import { initialParameters } from './initial-parameters.ts';
import { learningRateAt, trainedHeads, type Plan } from './plan.ts';

export type Sequences = readonly (readonly number[])[];

/** Everything that the next step depends on, beside the plan and the sentences. */
export interface Run {
  readonly parameters: DecoderParameters;
  readonly optimiser: AdamWState;
  /** The mean loss before each step taken so far. */
  readonly losses: readonly number[];
}

export const startRun = (plan: Plan, vocabSize: number): Run => {
  const parameters = initialParameters(plan, vocabSize);
  return { parameters, optimiser: initialAdamW(parameters), losses: [] };
};

/** The learning rate goes to nothing at the end of the plan, so there is nothing beyond it. */
export const isFinished = (run: Run, plan: Plan): boolean => run.losses.length >= plan.steps;

/** One step over all sentences: the same run, plan and sentences give the same next run to the bit. */
export const stepRun = (run: Run, plan: Plan, sequences: Sequences): Run => {
  const { loss, gradients } = lossAndGradients(run.parameters, trainedHeads, sequences);
  const { wo } = gradients;
  const { parameters, state } = adamWStep(
    run.parameters,
    // Without attention W_O starts at 0 and stays there, so that nothing of attention is ever added.
    plan.attention ? gradients : { ...gradients, wo: zerosLike(wo, wo.rows, wo.cols) },
    run.optimiser,
    {
      learningRate: learningRateAt(plan, run.losses.length),
      weightDecay: plan.weightDecay,
    },
  );
  return { parameters, optimiser: state, losses: [...run.losses, loss] };
};

/** Steps until `until` says to stop, or the plan ends. It is asked before every step, with the number taken so far. */
export const advanceRun = (
  run: Run,
  plan: Plan,
  sequences: Sequences,
  until: (steps: number) => boolean,
): Run => {
  let now = run;
  for (let steps = 0; !isFinished(now, plan) && !until(steps); steps++) {
    now = stepRun(now, plan, sequences);
  }
  return now;
};

/** How a run goes: where it starts, how far it steps and when it ends. */
import { exampleShape } from '../example/index.ts';

export interface Plan {
  readonly seed: number;
  /** Steps of the whole run; each looks at every sentence once. */
  readonly steps: number;
  /** The largest learning rate of the schedule. */
  readonly learningRate: number;
  readonly weightDecay: number;
  /** Steps over which the learning rate grows to its largest. */
  readonly warmUp: number;
  /** False trains the same model with attention's output held at zero, to see what attention is worth. */
  readonly attention: boolean;
}

/** The plan of the parameters that the page shows; the seed was chosen for attention that can be read. */
export const ourPlan: Plan = {
  seed: 22,
  steps: 600,
  learningRate: 0.04,
  weightDecay: 0.08,
  warmUp: 30,
  attention: true,
};

/** Up in a line over the warm-up, then down along half a cosine to nothing at the end. step counts from 0. Loshchilov & Hutter 2017. */
export const learningRateAt = (
  { learningRate, warmUp, steps }: Pick<Plan, 'learningRate' | 'warmUp' | 'steps'>,
  step: number,
): number => {
  if (step < warmUp) return (learningRate * (step + 1)) / warmUp;
  const part = Math.min(1, (step - warmUp) / Math.max(1, steps - warmUp));
  return (learningRate * (1 + Math.cos(Math.PI * part))) / 2;
};

/** The heads that the model is trained with. */
export const trainedHeads = { nHeads: exampleShape.nHeads } as const;

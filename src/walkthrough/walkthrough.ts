/** Looking things up in the walkthrough: steps by id, by figure, by map node; beats with their step's defaults. */
import { steps } from './steps.ts';
import type { DecoderMatrixName } from '../decoder/index.ts';
import type { Beat, ChapterId, MotionKind, NodeId, Step, StepId } from './types.ts';

export const chapters: readonly ChapterId[] = ['input', 'qkv', 'one-head', 'many-heads', 'beyond'];

/** The stations of the map, and the step that a click on each opens. */
export const nodes: readonly { readonly id: NodeId; readonly opens: StepId }[] = [
  { id: 'x', opens: 'tokens' },
  { id: 'qkv', opens: 'projection' },
  { id: 'scores', opens: 'scores' },
  { id: 'scaled', opens: 'scale' },
  { id: 'mask', opens: 'mask' },
  { id: 'softmax', opens: 'softmax' },
  { id: 'context', opens: 'context' },
  { id: 'concat', opens: 'heads' },
  { id: 'prediction', opens: 'prediction' },
];

const indices: ReadonlyMap<string, number> = new Map(steps.map((step, index) => [step.id, index]));

export const isStepId = (id: string): id is StepId => indices.has(id);

/** The place of a step, from 0. */
export const stepIndex = (id: StepId): number => indices.get(id) ?? 0;

export const stepAt = (index: number): Step => {
  const step = steps[Math.min(Math.max(index, 0), steps.length - 1)];
  if (!step) throw new RangeError('stepAt: the walkthrough has no steps');
  return step;
};

export const stepOf = (id: StepId): Step => stepAt(stepIndex(id));

/** The step that answers a figure of the article; undefined where no step does. */
export const stepOfFigure = (figure: number): StepId | undefined =>
  steps.find((step) => step.figure === figure)?.id;

export interface Stop {
  readonly step: StepId;
  readonly beat: number;
}

/** Whether a stop has a matrix on its stage. */
export const shows = ({ step, beat }: Stop, matrix: DecoderMatrixName): boolean => {
  const { reads, makes, stations } = beatOf(stepOf(step), beat);
  return makes === matrix || reads.includes(matrix) || stations.includes(matrix);
};

/** The first stop that shows how a matrix is made, else that makes it, else that has it; null where none does. */
export const stopMaking = (matrix: DecoderMatrixName): Stop | null => {
  const stops = steps.flatMap((step) => step.beats.map((_, beat) => ({ step: step.id, beat })));
  const making = stops.filter(({ step, beat }) => beatOf(stepOf(step), beat).makes === matrix);
  const moving = making.find(({ step, beat }) => beatOf(stepOf(step), beat).motion !== null);
  return moving ?? making[0] ?? stops.find((stop) => shows(stop, matrix)) ?? null;
};

/** How a stop moves with so many heads; null where it is a still. A single head has nothing to cut. */
export const motionAt = (
  { motion }: { readonly motion: MotionKind | null },
  nHeads: number,
): MotionKind | null => (motion === 'cut' && nHeads === 1 ? null : motion);

/** The place of a stop within its step; the first where the step has none of that name, or none is named. */
export const beatIndex = (step: StepId, id: string | undefined): number =>
  Math.max(
    0,
    stepOf(step).beats.findIndex((beat) => beat.id === id),
  );

/** A beat with everything it leaves out filled in from its step. */
export const beatOf = (
  step: Step,
  index: number,
): Required<Omit<Beat, 'makes' | 'cell' | 'motion'>> &
  Pick<Step, 'makes' | 'cell'> & { readonly motion: MotionKind | null } => {
  const beat = step.beats[Math.min(Math.max(index, 0), step.beats.length - 1)] ?? { id: 'still' };
  return {
    id: beat.id,
    reads: beat.reads ?? step.reads,
    makes: beat.makes ?? step.makes,
    formula: beat.formula ?? step.formula,
    cell: beat.cell ?? step.cell,
    motion: beat.motion ?? step.motion ?? null,
    stations: beat.stations ?? [],
  };
};

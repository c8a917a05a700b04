/** The walkthrough as data: eighteen steps in five chapters. */
export {
  attentionBlocks,
  blockOf,
  decoderBlocks,
  droppedBlocks,
  encoderBlocks,
  headBlocks,
  insideOf,
  openedAt,
  type Block,
  type BlockKind,
} from './blocks.ts';
export { formulas } from './formulas.ts';
export { steps } from './steps.ts';
export { matrixSymbols } from './symbols.ts';
export { chainStations, everyRowBeat } from './types.ts';
export type { Stop } from './walkthrough.ts';
export {
  variants,
  type CellSeat,
  type Control,
  type MotionKind,
  type NodeId,
  type Step,
  type StepId,
  type Variant,
} from './types.ts';
export {
  beatIndex,
  beatOf,
  chapters,
  isStepId,
  motionAt,
  nodes,
  shows,
  stepAt,
  stepIndex,
  stepOf,
  stepOfFigure,
  stopMaking,
} from './walkthrough.ts';

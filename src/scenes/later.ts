/** Every scene but the first, in a bundle of their own: readers at the first step do not wait for them. */
export { BlackBox } from './black-box/BlackBox.tsx';
export { Context } from './Context.tsx';
export { CrossAttention } from './CrossAttention.tsx';
export { Formula } from './Formula.tsx';
export { Heads } from './Heads.tsx';
export { Mask } from './Mask.tsx';
export { OneRow } from './one-row/OneRow.tsx';
export { Parallel } from './parallel/Parallel.tsx';
export { Prediction } from './prediction/Prediction.tsx';
export { Projection } from './Projection.tsx';
export { Roles } from './roles/Roles.tsx';
export { Scale } from './Scale.tsx';
export { ScaleUp } from './scale-up/ScaleUp.tsx';
export { Scores } from './Scores.tsx';
export { Softmax } from './Softmax.tsx';
export { Tokens } from './Tokens.tsx';
export { Weights } from './Weights.tsx';

/** The scenes of the last chapter, in a bundle of their own: readers at the first step do not wait for them. */
export { CrossAttention } from './CrossAttention.tsx';
export { Parallel } from './Parallel.tsx';
export { Roles } from './Roles.tsx';
export { ScaleUp } from './ScaleUp.tsx';

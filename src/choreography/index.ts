/** Motion as pure functions of time: any moment can be drawn, tested and put in a link. */
export { chainMotion } from './chain.ts';
export { cutMotion } from './cut.ts';
export { gatherMotion } from './gather.ts';
export { maskMotion } from './mask.ts';
export { stillBeside, travelled, type Moment, type Motion } from './moment.ts';
export { productMotion, type ProductShape } from './product.ts';
export { rowOnItsWay, sumMotion } from './sum.ts';
export { sweepMotion } from './sweep.ts';

/** Motion as pure functions of time: any moment can be drawn, tested and put in a link. */
export { askMotion, type AskShape } from './ask.ts';
export { chainMotion } from './chain.ts';
export { cutMotion } from './cut.ts';
export { feedForwardMotion } from './feed-forward.ts';
export { gatherMotion } from './gather.ts';
export { logitsMotion } from './logits.ts';
export { maskMotion } from './mask.ts';
export { stillBeside, travelled, type Moment, type Motion } from './moment.ts';
export { normMotion } from './norm.ts';
export { passageMotion } from './passage.ts';
export { productMotion, type ProductShape } from './product.ts';
export { stepDone, stepsMotion } from './steps.ts';
export { travelTime } from './travel-time.ts';
export { rowOnItsWay, sumMotion } from './sum.ts';
export { sweepMotion } from './sweep.ts';

/** What each step puts on the stage. */
export { Scene } from './Scene.tsx';

/** For who draws a part of the stage another way. */
export { StageContext, useStage } from './stage/StageContext.tsx';
export { createJourneys, JourneysContext } from './stage/travel.ts';
export type { ColumnLayouts } from './columns.ts';
export type { StageValue } from './stage/StageContext.tsx';
export type { Around } from './one-row/around.ts';
export type { OneRowLayout, OneRowPlaces } from './one-row/layout.ts';
export type { AttentionIn } from './parallel/layout.ts';
export type { SumIn } from './Tokens.tsx';

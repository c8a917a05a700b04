/** The eighteen steps, in the article's order. Their ids are in links and embeds: they never change. */
import { beyondSteps } from './steps/beyond.ts';
import { inputSteps } from './steps/input.ts';
import { manyHeadsSteps } from './steps/many-heads.ts';
import { oneHeadSteps } from './steps/one-head.ts';
import { qkvSteps } from './steps/qkv.ts';
import type { Step } from './types.ts';

export const steps: readonly Step[] = [
  ...inputSteps,
  ...qkvSteps,
  ...oneHeadSteps,
  ...manyHeadsSteps,
  ...beyondSteps,
];

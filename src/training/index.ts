/** Training the example model: the corpus, the plan, the run, and what came of it. */
export { corpus } from './corpus.ts';
export {
  entropyFloor,
  floorWithoutContext,
  lossOf,
  roundedParameters,
  type Means,
} from './figures.ts';
export { learningRateAt, ourPlan, trainedHeads, type Plan } from './plan.ts';
export { ownPrompt, promptPairs, type Prompt } from './prompts.ts';
export { corpusLimits, readCorpus, type ReadCorpus } from './read-corpus.ts';
export { advanceRun, isFinished, startRun, stepRun, type Run, type Sequences } from './run.ts';
export { charactersOf, sequencesOf, vocabularyOf } from './sentences.ts';

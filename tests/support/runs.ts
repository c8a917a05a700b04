/** A tiny corpus and plans short enough to be run whole, and the numbers of a model laid out to be compared. */
import { parameterNames, type DecoderParameters } from '../../src/decoder/index.ts';
import { sequencesOf, vocabularyOf, type Plan } from '../../src/training/index.ts';

/** 有 is followed by two characters, and only what stands before it tells which. */
const tinyCorpus = ['我有一个球', '你有两本书', '他有一个球', '她有两本书', '我很好', '你好'];
export const tinyVocabulary = vocabularyOf(tinyCorpus);
export const tinySequences = sequencesOf(tinyCorpus, tinyVocabulary);

export const tinyPlan: Plan = {
  seed: 7,
  steps: 24,
  learningRate: 0.03,
  weightDecay: 0.02,
  warmUp: 4,
  attention: true,
};

export const never = (): boolean => false;

/** All numbers of all parameters, in order. */
export const numbersOf = (parameters: DecoderParameters): number[] =>
  parameterNames.flatMap((name) => [...parameters[name].data]);

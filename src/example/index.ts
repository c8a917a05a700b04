/** 我有一个玩: the example sentence, its vocabulary and its parameters. */
export {
  costOf,
  numberBytes,
  secondsOf,
  type Cost,
  type ModelShape,
  type NumberKind,
} from './cost.ts';
export { embed, memoryTokens } from './memory.ts';
export { exampleShape, exampleTokens, trainedParameters } from './parameters.ts';
export { normal, uniform } from './random.ts';
export { endToken, tokenId, tokenIds, trainedVocabulary, unknownToken } from './vocabulary.ts';

/** Whose rows and columns a matrix has: the tokens of the sentence, of the other input, of the vocabulary, or nobody's. */
import type { DecoderMatrixName } from '../decoder/index.ts';
import { colIsToken, rowIsToken } from './cells.ts';
import { selectCrossTokens } from './traces.ts';
import type { State } from './state.ts';

const ofTheOtherInput: ReadonlySet<DecoderMatrixName> = new Set(['k', 'v', 'memory']);
const ofTheVocabulary: ReadonlySet<DecoderMatrixName> = new Set([
  'logits',
  'probabilities',
  'unembedding',
  'unembeddingBias',
]);

/** The tokens that a matrix's rows stand for; null where they stand for none. */
export const selectRowTokens = (
  state: State,
  matrix: DecoderMatrixName,
): readonly string[] | null => {
  if (matrix === 'tokenEmbedding') return state.vocabulary;
  if (state.step === 'cross-attention') {
    const { queries, keys } = selectCrossTokens(state);
    if (ofTheOtherInput.has(matrix)) return keys;
    return rowIsToken(matrix) ? queries : null;
  }
  return rowIsToken(matrix) ? state.tokens : null;
};

/** The tokens that a matrix's columns stand for; null where they stand for none. */
export const selectColTokens = (
  state: State,
  matrix: DecoderMatrixName,
): readonly string[] | null => {
  if (ofTheVocabulary.has(matrix)) return state.vocabulary;
  return colIsToken(matrix) ? selectKeyTokens(state) : null;
};

const selectKeyTokens = (state: State): readonly string[] =>
  state.step === 'cross-attention' ? selectCrossTokens(state).keys : state.tokens;

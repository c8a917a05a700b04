/** The characters a model can read and predict; a token's id is its place in the list. */
import trained from './parameters.json' with { type: 'json' };

/** What stands in for a character the model does not know. */
export const unknownToken = '□';
/** The token that ends a sentence. */
export const endToken = '。';

/** The vocabulary of our own model: the unknown token, the end, and every character of the corpus. */
export const trainedVocabulary: readonly string[] = [...trained.vocabulary];

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

const idsOf = (vocabulary: readonly string[]): ReadonlyMap<string, number> => {
  const ids = known.get(vocabulary) ?? new Map(vocabulary.map((token, id) => [token, id]));
  known.set(vocabulary, ids);
  return ids;
};

/** The id of a token; a character outside the vocabulary gets the unknown token's id. */
export const tokenId = (vocabulary: readonly string[], token: string): number => {
  const ids = idsOf(vocabulary);
  return ids.get(token) ?? ids.get(unknownToken) ?? 0;
};

export const tokenIds = (vocabulary: readonly string[], tokens: readonly string[]): number[] =>
  tokens.map((token) => tokenId(vocabulary, token));

/** From sentences to what is trained on: the vocabulary they need, and their tokens' ids. */
import { endToken, tokenIds, unknownToken } from '../example/index.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The characters of a sentence as a reader counts them. */
export const charactersOf = (sentence: string): string[] =>
  Array.from(segmenter.segment(sentence), ({ segment }) => segment);

/** The unknown token, the end, then every character of the sentences in the order in which they first appear. */
export const vocabularyOf = (sentences: readonly string[]): readonly string[] => [
  ...new Set([unknownToken, endToken, ...sentences.flatMap(charactersOf)]),
];

/** Every sentence as token ids, with the end token after its last character. */
export const sequencesOf = (
  sentences: readonly string[],
  vocabulary: readonly string[],
): readonly (readonly number[])[] =>
  sentences.map((sentence) => tokenIds(vocabulary, [...charactersOf(sentence), endToken]));

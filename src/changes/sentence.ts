/** From any text to tokens: one a grapheme, as a reader counts characters. */

/** What the stage can show. */
export const mostTokens = 32;

/** No more than this of a text is looked at: a grapheme may be as long as it likes. */
const longestText = 400;

/** A grapheme of more code units is a heap of marks, and no token. */
const longestToken = 24;

/** Blanks, controls, directions and broken surrogates: nothing that could stand on the stage. */
const unseen = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\uFFFD]/gu;

/** Joiners hold the parts of one emoji together, and are seen in what they join. */
const isSeen = (grapheme: string): boolean =>
  grapheme.replaceAll(unseen, '') !== '' && grapheme.length <= longestToken;

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

export interface Sentence {
  /** At most 32; empty where the text has nothing that is seen. */
  readonly tokens: readonly string[];
  /** Whether something that is seen was left out, being too long or beyond the last token. */
  readonly isCut: boolean;
}

/** The tokens of a text. Blanks and controls are no tokens, and go without a word. */
export const tokensOf = (text: string): Sentence => {
  const tokens: string[] = [];
  let isCut = text.length > longestText;
  // Iterated, not spread: of a text without end only the beginning is segmented.
  for (const { segment } of segmenter.segment(text.slice(0, longestText))) {
    const token = segment.trim();
    if (!isSeen(token)) {
      isCut ||= token.length > longestToken;
      continue;
    }
    if (tokens.length === mostTokens) return { tokens, isCut: true };
    tokens.push(token);
  }
  return { tokens, isCut };
};

/** Whether these are the tokens that their own text gives: what a link can carry. */
export const isSentence = (tokens: readonly string[]): boolean => {
  const again = tokensOf(tokens.join(''));
  return (
    !again.isCut &&
    again.tokens.length === tokens.length &&
    again.tokens.every((token, index) => token === tokens[index])
  );
};

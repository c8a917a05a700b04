/** What the page knows of a term at this moment: how many there are, how large it is. */
import type { GlossaryTexts, TermId } from '../../i18n/index.ts';
import { selectFacts, type Store } from '../../store/index.ts';
import { isPerHead, shapeOf } from '../shapes.ts';

/** A term's current count, size or shape as a text; null where the step has no such matrix. */
export const figureOf = (
  state: Store,
  term: TermId,
  words: GlossaryTexts['words'],
): string | null => {
  const { tokens, nHeads, dModel, dK, nMemory } = selectFacts(state);
  switch (term) {
    case 'tokens':
      return words.count(tokens.length);
    case 'head':
      return words.count(nHeads);
    case 'dModel':
      return `{m:d_model} = ${dModel}`;
    case 'dK':
      return `{m:d_k} = ${dK}`;
    case 'memory':
      return words.shape(`${nMemory}×${dModel}`);
    default: {
      const shape = shapeOf(state, term);
      if (shape === null) return null;
      return nHeads > 1 && isPerHead(term) ? words.shapeInHead(shape) : words.shape(shape);
    }
  }
};

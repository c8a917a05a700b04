/** The rules that the corpus keeps, and the pairs of beginnings that only attention can tell apart. */
import { describe, expect, it } from 'vitest';
import { endToken, exampleShape, unknownToken } from '../../../src/example/index.ts';
import {
  charactersOf,
  corpus,
  ownPrompt,
  promptPairs,
  vocabularyOf,
} from '../../../src/training/index.ts';

/** What stands after `beginning` in the corpus, the end where a sentence is no longer. */
const continuations = (beginning: string): Set<string> =>
  new Set(
    corpus
      .filter((sentence) => sentence.startsWith(beginning))
      .map((sentence) => charactersOf(sentence.slice(beginning.length))[0] ?? endToken),
  );

describe('the corpus', () => {
  it('has at least 150 sentences without □', () => {
    expect(corpus.filter((one) => !one.includes(unknownToken)).length).toBeGreaterThanOrEqual(150);
  });

  it('has no sentence longer than the context', () => {
    const { contextLength } = exampleShape;
    expect(corpus.filter((one) => charactersOf(one).length > contextLength)).toEqual([]);
  });

  it('has no empty sentence', () => {
    expect(corpus.filter((one) => one.length === 0)).toEqual([]);
  });

  it('has no sentence twice', () => {
    expect(corpus.filter((one, i) => corpus.indexOf(one) !== i)).toEqual([]);
  });

  it('has no white space', () => {
    expect(corpus.filter((one) => /\s/u.test(one))).toEqual([]);
  });

  it('ends sentences by the end token alone, never within', () => {
    expect(corpus.filter((one) => one.includes(endToken))).toEqual([]);
  });

  it('needs a vocabulary of at most 120 tokens', () => {
    expect(vocabularyOf(corpus).length).toBeLessThanOrEqual(120);
  });

  it('has □ as a first character', () => {
    expect(corpus.filter((one) => one.startsWith(unknownToken)).length).toBeGreaterThan(0);
  });

  it('has □ within and at the end of sentences', () => {
    const later = corpus.map((one) => one.slice(1)).filter((rest) => rest.includes(unknownToken));
    expect(later.some((rest) => rest.endsWith(unknownToken))).toBe(true);
    expect(later.some((rest) => !rest.endsWith(unknownToken))).toBe(true);
  });

  it('has at least four characters after 玩', () => {
    const after = corpus.flatMap((one) => [...one.matchAll(/玩(.)/gu)].map(([, next]) => next));
    expect(new Set(after).size).toBeGreaterThanOrEqual(4);
  });
});

describe('the page’s own sentence', () => {
  it('is 我有一个玩, and 具 follows', () => {
    expect(ownPrompt).toEqual({ text: '我有一个玩', next: '具' });
  });

  it('is in the first pair', () => {
    expect(promptPairs[0]).toContain(ownPrompt);
  });
});

describe.each(promptPairs.map(([one, other]) => ({ one, other })))(
  '$one.text and $other.text',
  ({ one, other }) => {
    const [first, second] = [charactersOf(one.text), charactersOf(other.text)];

    it('are as long as each other', () => {
      expect(first.length).toBe(second.length);
    });

    it('end in the same character', () => {
      expect(first.at(-1)).toBe(second.at(-1));
    });

    it('go on differently', () => {
      expect(one.next).not.toBe(other.next);
    });

    it.each([one, other])(
      '$text goes on with $next in the corpus, and with nothing else',
      (prompt) => {
        expect([...continuations(prompt.text)]).toEqual([prompt.next]);
      },
    );
  },
);

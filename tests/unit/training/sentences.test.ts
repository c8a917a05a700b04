/** From sentences to ids: what counts as a character, which tokens a vocabulary has, where a sequence ends. */
import { describe, expect, it } from 'vitest';
import { charactersOf, sequencesOf, vocabularyOf } from '../../../src/training/index.ts';

describe('charactersOf', () => {
  it('is one token per Chinese character', () => {
    expect(charactersOf('我有一个玩具')).toEqual(['我', '有', '一', '个', '玩', '具']);
  });

  it('keeps an emoji joined of several together', () => {
    expect(charactersOf('看👨‍👩‍👧书')).toEqual(['看', '👨‍👩‍👧', '书']);
  });

  it('keeps an accent with its letter', () => {
    expect(charactersOf('e\u0301a')).toEqual(['e\u0301', 'a']);
  });

  it('keeps a character beyond the basic plane whole', () => {
    expect(charactersOf('𠮷了')).toEqual(['𠮷', '了']);
  });

  it('has none of an empty sentence', () => {
    expect(charactersOf('')).toEqual([]);
  });
});

describe('vocabularyOf', () => {
  it('starts with the unknown token and the end, then characters as they first appear', () => {
    expect(vocabularyOf(['你好', '我很好'])).toEqual(['□', '。', '你', '好', '我', '很']);
  });

  it('has □ and 。 once, also where sentences contain them', () => {
    expect(vocabularyOf(['□好。'])).toEqual(['□', '。', '好']);
  });

  it('of no sentence is the two tokens that every model needs', () => {
    expect(vocabularyOf([])).toEqual(['□', '。']);
  });
});

describe('sequencesOf', () => {
  const vocabulary = vocabularyOf(['你好', '我很好']);

  it('are the places in the vocabulary, then the end', () => {
    expect(sequencesOf(['我好', '你很好'], vocabulary)).toEqual([
      [4, 3, 1],
      [2, 5, 3, 1],
    ]);
  });

  it('have the unknown token’s id for a stranger', () => {
    expect(sequencesOf(['龘好'], vocabulary)).toEqual([[0, 3, 1]]);
  });

  it('have one id for an emoji joined of several', () => {
    const family = '👨‍👩‍👧';
    expect(sequencesOf([family], vocabularyOf([family]))).toEqual([[2, 1]]);
  });
});

/** The vocabulary: every character once, ids are places, strangers read the unknown token. */
import { describe, expect, it } from 'vitest';
import {
  endToken,
  exampleTokens,
  memoryTokens,
  tokenId,
  tokenIds,
  trainedVocabulary,
  unknownToken,
} from '../../../src/example/index.ts';

describe('the trained vocabulary', () => {
  it('has every token once', () => {
    const doubled = trainedVocabulary.filter(
      (token, id) => trainedVocabulary.indexOf(token) !== id,
    );
    expect(doubled).toEqual([]);
  });

  it('has tokens of exactly one character', () => {
    expect(trainedVocabulary.filter((token) => [...token].length !== 1)).toEqual([]);
  });

  it('puts the unknown token first', () => {
    expect(trainedVocabulary[0]).toBe(unknownToken);
  });

  it('can end a sentence', () => {
    expect(trainedVocabulary).toContain(endToken);
  });

  it.each([...exampleTokens, ...memoryTokens, '具'])('knows %s', (token) => {
    expect(trainedVocabulary[tokenId(trainedVocabulary, token)]).toBe(token);
  });
});

describe('tokenId', () => {
  it('is the place in the vocabulary', () => {
    const ids = trainedVocabulary.map((token) => tokenId(trainedVocabulary, token));
    expect(ids).toEqual(trainedVocabulary.map((_, id) => id));
  });

  it.each(['', 'a', '龘', '我有', '__proto__', 'constructor'])(
    'reads %j as the unknown token',
    (stranger) => {
      expect(tokenId(trainedVocabulary, stranger)).toBe(tokenId(trainedVocabulary, unknownToken));
    },
  );

  it('goes by the vocabulary it is given', () => {
    const other = ['甲', unknownToken, '我'];
    expect([tokenId(other, '我'), tokenId(trainedVocabulary, '我')]).toEqual([
      2,
      trainedVocabulary.indexOf('我'),
    ]);
  });

  it('finds the unknown token wherever it stands', () => {
    expect(tokenId(['甲', unknownToken], '乙')).toBe(1);
  });

  it('is 0 in a vocabulary without one', () => {
    expect(tokenId(['甲', '乙'], '丙')).toBe(0);
  });
});

describe('tokenIds', () => {
  it('are the tokens’ ids in order', () => {
    expect(tokenIds(['□', '甲', '乙'], ['乙', '甲', '丙', '乙'])).toEqual([2, 1, 0, 2]);
  });
});

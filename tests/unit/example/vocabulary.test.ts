/** The vocabulary: every character once, ids are places, strangers read the unknown token. */
import { describe, expect, it } from 'vitest';
import {
  endToken,
  exampleTokens,
  memoryTokens,
  tokenId,
  unknownToken,
  vocabulary,
} from '../../../src/example/index.ts';

describe('vocabulary', () => {
  it('has every token once', () => {
    expect(vocabulary.filter((token, id) => vocabulary.indexOf(token) !== id)).toEqual([]);
  });

  it('has tokens of exactly one character', () => {
    expect(vocabulary.filter((token) => [...token].length !== 1)).toEqual([]);
  });

  it('puts the unknown token first', () => {
    expect(vocabulary[0]).toBe(unknownToken);
  });

  it('can end a sentence', () => {
    expect(vocabulary).toContain(endToken);
  });

  it.each([...exampleTokens, ...memoryTokens, '具'])('knows %s', (token) => {
    expect(vocabulary[tokenId(token)]).toBe(token);
  });
});

describe('tokenId', () => {
  it('is the place in the vocabulary', () => {
    expect(vocabulary.map(tokenId)).toEqual(vocabulary.map((_, id) => id));
  });

  it.each(['', 'a', '龘', '我有', '__proto__', 'constructor'])(
    'reads %j as the unknown token',
    (stranger) => {
      expect(tokenId(stranger)).toBe(tokenId(unknownToken));
    },
  );
});

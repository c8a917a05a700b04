/** Any text becomes tokens: one a grapheme, at most 32, nothing that could not be seen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSentence, mostTokens, tokensOf } from '../../../src/changes/sentence.ts';
import { readFixture } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';

const texts = readFixture<{ id: string; text: string; utf16: number }[]>('hostile/text-cases.json');

describe('tokensOf', () => {
  it.each([
    ['我有一个玩', ['我', '有', '一', '个', '玩']],
    ['👩‍👧a', ['👩‍👧', 'a']],
    ['é', ['é']],
    ['🇨🇳🇫🇷', ['🇨🇳', '🇫🇷']],
    ['a b\r\n\tc', ['a', 'b', 'c']],
    ['a\u0000b\u202Ec', ['a', 'b', 'c']],
    [' 　\u200B', []],
    ['', []],
  ])('%j is %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual({ tokens, isCut: false });
  });

  it('keeps the first 32 and says that there were more', () => {
    const { tokens, isCut } = tokensOf('玩'.repeat(33));
    expect([tokens.length, isCut]).toEqual([mostTokens, true]);
  });

  it('keeps 32 without a word', () => {
    expect(tokensOf('玩'.repeat(32)).isCut).toBe(false);
  });

  it('leaves out a heap of marks, and says so', () => {
    expect(tokensOf(`a${'\u0301'.repeat(60)}b`)).toEqual({ tokens: ['b'], isCut: true });
  });

  it.each(texts)('$id gives what can be shown', ({ text }) => {
    const { tokens } = tokensOf(text);
    expect(tokens.length).toBeLessThanOrEqual(mostTokens);
    for (const token of tokens) {
      expect(token).toBe(token.trim());
      expect(token.length).toBeGreaterThan(0);
      expect(token.length).toBeLessThanOrEqual(24);
    }
  });

  it('of any text gives what its own text gives again', () => {
    holds(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { tokens } = tokensOf(text);
        fc.pre(tokens.length > 0);
        const again = tokensOf(tokens.join(''));
        expect(isSentence(tokens)).toBe(
          again.tokens.join('|') === tokens.join('|') && !again.isCut,
        );
      }),
      500,
    );
  });
});

/** A typed corpus, line by line: what is used, what is skipped and why; whatever is typed, something usable or nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  charactersOf,
  corpus,
  corpusLimits,
  readCorpus,
  sequencesOf,
  vocabularyOf,
} from '../../../src/training/index.ts';
import { holds } from '../../support/property.ts';

/** Different sentences of two characters each, none of which another one has: 子丑, 寅卯, … */
const different = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => String.fromCodePoint(0x4e00 + 2 * i, 0x4e01 + 2 * i));

describe('lines', () => {
  it('are sentences', () => {
    expect(readCorpus('我有球\n你好')).toEqual({
      sentences: ['我有球', '你好'],
      vocabulary: ['□', '。', '我', '有', '球', '你', '好'],
      skipped: [],
      strangers: [],
      cut: false,
    });
  });

  it.each([
    ['\n', 'a new line'],
    ['\r\n', 'a carriage return before it'],
    ['\r', 'a carriage return alone'],
    ['\u2028', 'a line separator'],
    ['\u2029', 'a paragraph separator'],
  ])('end at %j, %s', (end) => {
    expect(readCorpus(`我有球${end}你好`).sentences).toEqual(['我有球', '你好']);
  });

  it('may be blank, begin and end with space, or with the end token', () => {
    expect(readCorpus('\n  我有球。 \n\n\u3000你好\n。\n')).toMatchObject({
      sentences: ['我有球', '你好'],
      skipped: [],
    });
  });

  it('of our own corpus are all used', () => {
    expect(readCorpus(corpus.join('\n'))).toEqual({
      sentences: corpus,
      vocabulary: vocabularyOf(corpus),
      skipped: [],
      strangers: [],
      cut: false,
    });
  });
});

describe('what is skipped, with its line', () => {
  it.each([
    ['too-long', '一'.repeat(corpusLimits.sentence + 1)],
    ['end-inside', '你。好'],
    ['end-inside', '你好。。'],
    ['space-inside', '你 好'],
    ['space-inside', '你\u3000好'],
    ['space-inside', '你\t好'],
    ['invisible', '你\u200b好'],
    ['invisible', '\u0301你'],
    ['invisible', '你\ud83d好'],
    ['repeated', '我有球'],
    ['repeated', '我有球。'],
  ] as const)('%s: %j', (flaw, line) => {
    expect(readCorpus(`我有球\n\n${line}\n你`)).toMatchObject({
      sentences: ['我有球', '你'],
      skipped: [{ line: 3, flaw }],
    });
  });

  it('as long as the context is not too long, whatever its characters are made of', () => {
    const family = '👨‍👩‍👧'.repeat(corpusLimits.sentence);
    expect(readCorpus(family).sentences).toEqual([family]);
  });

  it('too-many: what comes after the last that may be', () => {
    const lines = Array.from({ length: corpusLimits.sentences + 2 }, (_, i) => `${i}`);
    const { sentences, skipped } = readCorpus(lines.join('\n'));
    expect(sentences).toEqual(lines.slice(0, -2));
    expect(skipped).toEqual([
      { line: lines.length - 1, flaw: 'too-many' },
      { line: lines.length, flaw: 'too-many' },
    ]);
  });
});

describe('limits', () => {
  it('what the vocabulary has no room for are strangers, read as the unknown token', () => {
    // 118 characters beside □ and 。 fit.
    const lines = different(60);
    const { sentences, vocabulary, strangers } = readCorpus(lines.join('\n'));
    expect(vocabulary).toHaveLength(corpusLimits.vocabulary);
    expect(strangers).toEqual(charactersOf(lines.at(-1)!));
    expect(sequencesOf(sentences, vocabulary).at(-1)).toEqual([0, 0, 1]);
  });

  it('a text at its limit is whole', () => {
    expect(readCorpus('\n'.repeat(corpusLimits.text)).cut).toBe(false);
  });

  it('a longer one is cut, and says so', () => {
    const text = `${'\n'.repeat(corpusLimits.text)}你好`;
    expect(readCorpus(text)).toMatchObject({ sentences: [], cut: true });
  });
});

describe('whatever is typed', () => {
  const parts = fc.constantFrom(...'我有球□。 \n\r\t', '👨‍👩‍👧', '\u0301', '\u200b', '\ud83d', '\0');
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 60 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('what is used keeps the rules', () => {
    holds(
      fc.property(texts, (text) => {
        const { sentences } = readCorpus(text);
        expect(new Set(sentences).size).toBe(sentences.length);
        for (const sentence of sentences) {
          const characters = charactersOf(sentence);
          expect(characters.length).toBeGreaterThan(0);
          expect(characters.length).toBeLessThanOrEqual(corpusLimits.sentence);
          expect(characters).not.toContain('。');
          expect(sentence).not.toMatch(/\s/u);
        }
      }),
      500,
    );
  });

  it('reading again what was used uses all of it', () => {
    holds(
      fc.property(texts, (text) => {
        const { sentences } = readCorpus(text);
        expect(readCorpus(sentences.join('\n'))).toMatchObject({ sentences, skipped: [] });
      }),
      500,
    );
  });
});

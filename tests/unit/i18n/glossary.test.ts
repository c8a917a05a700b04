/** The glossary: one name for each thing, the same terms in both languages. */
import { describe, expect, test } from 'vitest';
import { glossary as en } from '../../../src/i18n/glossary.en.ts';
import { glossary as zh, type TermId } from '../../../src/i18n/glossary.zh-CN.ts';
import { matrixSymbols } from '../../../src/walkthrough/index.ts';
import { ids, marksOf, unmarked } from './samples.ts';

const terms = Object.keys(zh) as TermId[];

test('both languages explain the same terms in the same order', () => {
  expect(Object.keys(en)).toEqual(terms);
});

test('every matrix of the attention trace is explained', () => {
  const matrices = [
    'x',
    'memory',
    'wq',
    'wk',
    'wv',
    'wo',
    'q',
    'k',
    'v',
    'scores',
    'scaled',
    'masked',
    'weights',
    'context',
    'concat',
    'output',
  ];
  expect(terms).toEqual(expect.arrayContaining(matrices));
});

test.each(terms)(
  'the symbol of %s, where it is a matrix, is the one it goes by on the page',
  (term) => {
    const symbol = (matrixSymbols as Partial<Record<string, string>>)[term];
    // The masked scores have the scaled ones' symbol: the name alone tells them apart.
    if (symbol === undefined || term === 'masked') return;
    expect(marksOf([zh[term].name])).toEqual([`{m:${symbol}}`]);
  },
);

describe.each(terms)('%s', (term) => {
  test('names differ from all others', () => {
    for (const glossary of [zh, en]) {
      expect(
        Object.values(glossary).filter(({ name }) => name === glossary[term].name),
      ).toHaveLength(1);
    }
  });

  test('both languages carry the same symbols and point to the same step', () => {
    expect(marksOf([en[term].text])).toEqual(marksOf([zh[term].text]));
    expect(marksOf([en[term].name])).toEqual(marksOf([zh[term].name]));
    expect(en[term].step).toBe(zh[term].step);
    expect(ids).toContain(zh[term].step);
  });

  test('one or two short sentences without figures', () => {
    expect(zh[term].text.length).toBeLessThanOrEqual(60);
    expect(en[term].text.length).toBeLessThanOrEqual(140);
    for (const { text } of [zh[term], en[term]]) expect(unmarked(text)).not.toMatch(/\d/);
    expect(zh[term].text).toMatch(/。$/);
    expect(en[term].text).toMatch(/\.$/);
  });

  test('权重 alone never stands for an attention weight', () => {
    expect(zh[term].name + zh[term].text).not.toMatch(/权重(?!矩阵)/);
  });
});

/** Terms in texts: what is marked where in every step, and what must never be. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { glossaryTextsOf, type TermId } from '../../../src/i18n/index.ts';
import type { Glossary } from '../../../src/i18n/glossary.zh-CN.ts';
import type { NarrationId } from '../../../src/i18n/titles.zh-CN.ts';
import type { Facts } from '../../../src/i18n/facts.ts';
import { termFinder, type Piece } from '../../../src/i18n/terms.ts';
import { anyFacts, example, ids, languages, marksOf, rows, type Language } from './samples.ts';

const terms = Object.keys(glossaryTextsOf('en').glossary) as TermId[];

/** The texts of a step in which terms are marked, in reading order. */
const textsOf = (language: Language, id: NarrationId, facts: Facts): string[] => {
  const { body, hint } = languages[language][id];
  return [...body(facts), ...(hint === undefined ? [] : [hint])];
};

const said = (pieces: readonly (readonly Piece[])[]): string =>
  pieces
    .flat()
    .flatMap(({ term, text }) => (term === null ? [] : [`${term}:${text}`]))
    .join(' ')
    .replaceAll(/\{m:([^}]*)\}/g, '$1');

const markedIn = (language: Language, id: NarrationId, facts = example): string =>
  said(glossaryTextsOf(language).find(textsOf(language, id, facts)));

/** Looked at one by one: the word that is marked says the term it is marked for. */
const golden: Readonly<Record<NarrationId, Readonly<Record<Language, string>>>> = {
  architecture: {
    'zh-CN': 'masked:掩码 head:多头',
    en: 'masked:masked head:multi-head',
  },
  tokens: {
    'zh-CN': 'tokens:词元 dModel:d_model x:X masked:掩码',
    en: 'tokens:token dModel:d_model x:X masked:mask',
  },
  'black-box': {
    'zh-CN': 'x:X head:多头 output:O tokens:词元',
    en: 'x:X head:multi-head output:O tokens:tokens',
  },
  weights: {
    'zh-CN': 'wq:W_Q wk:W_K wv:W_V x:X head:头',
    en: 'wq:W_Q wk:W_K wv:W_V x:X head:heads',
  },
  projection: {
    'zh-CN': 'x:X wq:W_Q q:Q k:K v:V tokens:词元',
    en: 'x:X wq:W_Q q:Q k:K v:V tokens:token',
  },
  scores: {
    'zh-CN': 'q:q k:k scores:分数',
    en: 'q:q k:k scores:score head:head',
  },
  scale: {
    'zh-CN': 'scores:分数 dK:d_k scaled:√d_k tokens:词元 dModel:维度',
    en: 'scores:score dK:d_k scaled:√d_k tokens:token',
  },
  softmax: {
    'zh-CN': 'weights:注意力系数',
    en: 'weights:attention weights head:head',
  },
  context: {
    'zh-CN': 'weights:注意力系数 tokens:词元 v:v context:上下文向量',
    en: 'weights:attention weight v:v tokens:token context:context head:head',
  },
  'one-row': {
    'zh-CN': 'context:上下文向量 v:V weights:系数',
    en: 'context:context v:V weights:attention weight head:head',
  },
  formula: {
    'zh-CN': 'scores:QK^T scaled:√d_k weights:系数 v:V head:头',
    en: 'scores:QK^T scaled:√d_k weights:attention weights v:V head:head',
  },
  heads: {
    'zh-CN': 'head:头 weights:系数 tokens:词元 context:Z concat:拼接 wo:W_O output:O',
    en: 'head:head weights:attention weight context:Z concat:joined side by side wo:W_O output:O',
  },
  mask: {
    'zh-CN': 'masked:掩码 scores:分数 tokens:词元',
    en: 'masked:mask scores:scores tokens:token',
  },
  prediction: {
    'zh-CN': 'output:O x:X y:Y z:H tokens:词元',
    en: 'output:O x:X y:Y z:H tokens:tokens',
  },
  'scale-up': {
    'zh-CN': 'tokens:词元 head:头 masked:掩码',
    en: 'tokens:tokens dModel:dimensions head:heads masked:mask',
  },
  roles: {
    'zh-CN': 'q:q k:K tokens:词元 scores:分数 v:v',
    en: 'q:q k:K tokens:token scores:score v:v',
  },
  'cross-attention': {
    'zh-CN': 'q:Q k:K v:V x:X memory:M scores:分数',
    en: 'q:Q k:K v:V x:X memory:M scores:scores',
  },
  parallel: {
    'zh-CN': 'tokens:词元 scores:分数',
    en: 'tokens:token',
  },
};

describe.each(ids)('%s', (id) => {
  test.each(['zh-CN', 'en'] as const)('marks these terms, each once, in %s', (language) => {
    expect(markedIn(language, id)).toBe(golden[id][language]);
  });
});

describe.each(terms)('%s', (term) => {
  test.each(['zh-CN', 'en'] as const)('is marked in the step that it names, in %s', (language) => {
    const { step } = glossaryTextsOf(language).glossary[term];
    expect(` ${golden[step][language]}`).toContain(` ${term}:`);
  });
});

describe('whatever the facts', () => {
  test.each(rows)('%s, %s: the pieces are the text, no term is marked twice', (id, language) => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const texts = textsOf(language, id, facts);
        const pieces = glossaryTextsOf(language).find(texts);
        expect(pieces.map((own) => own.map(({ text }) => text).join(''))).toEqual(texts);
        const marked = pieces.flat().flatMap(({ term }) => term ?? []);
        expect(new Set(marked).size).toBe(marked.length);
        // A mark is never cut.
        expect(marksOf(pieces.flat().map(({ text }) => text))).toEqual(marksOf(texts));
      }),
      { numRuns: 40 },
    );
  });
});

/** What finds terms that go by the words given. */
const finderOf = (words: Partial<Record<TermId, readonly string[]>>) =>
  termFinder(
    Object.fromEntries(
      Object.entries(words).map(([term, forms]) => [
        term,
        { name: '', said: forms, text: '', step: 'scores' },
      ]),
    ) as unknown as Glossary,
  );

describe('matching', () => {
  const inText = (words: Parameters<typeof finderOf>[0], text: string): string =>
    said(finderOf(words)([text]));

  test.each([
    [
      'the longest form',
      { q: ['系数'], weights: ['注意力系数'] },
      '按注意力系数相加',
      'weights:注意力系数',
    ],
    ['Chinese without borders', { masked: ['掩码'] }, '带掩码的', 'masked:掩码'],
    ['a word at the beginning of a sentence', { masked: ['mask'] }, 'Mask it', 'masked:Mask'],
    ['plurals', { head: ['head'] }, 'all heads', 'head:heads'],
    [
      'plurals in -ies and -ices',
      { q: ['query'], x: ['input matrix'] },
      'queries, input matrices',
      'q:queries x:input matrices',
    ],
    ['what its context admits', { head: ['(个)头'] }, '头数，每个头', 'head:头'],
    [
      'a product of symbols before its factors',
      { k: ['{m:K}'], scores: ['{m:K}{m:V}'] },
      '{m:K}{m:V}',
      'scores:KV',
    ],
    ['the first of several', { head: ['head'] }, 'a head, a head', 'head:head'],
  ] as const)('finds %s', (_what, words, text, found) => {
    expect(inText(words, text)).toBe(found);
  });

  test.each([
    ['inside a Latin word', { masked: ['mask'] }, 'unmask masking'],
    ['in half of a hyphenated word', { head: ['head'] }, 'head-on multi-head'],
    ['inside a mark', { q: ['Q'], x: ['t'] }, '{m:W Q} {m:Q} {t:3}'],
    ['inside another term', { q: ['系数'], weights: ['注意力系数'] }, '注意力系数'],
    ['where its context is missing', { head: ['(个)头'] }, '头数，开头'],
    ['where its context is half a word', { scores: ['(a )score'] }, 'extra score'],
  ] as const)('finds nothing %s', (_what, words, text) => {
    expect(inText(words, text).replace('weights:注意力系数', '')).toBe('');
  });

  test('reads signs of a form as they are written', () => {
    expect(inText({ q: ['a.b'] }, 'acb a.b')).toBe('q:a.b');
  });
});

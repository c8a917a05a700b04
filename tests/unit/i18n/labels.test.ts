/** Labels of the page, words of the training room, of the tour, of scale-up and of the glossary: complete in both languages, set as their language is set, no figure typed twice. */
import { describe, expect, test } from 'vitest';
import { glossaryWords as glossaryEn } from '../../../src/i18n/glossary.en.ts';
import { glossaryWords as glossaryZh } from '../../../src/i18n/glossary.zh-CN.ts';
import { scaleUp as scaleUpEn } from '../../../src/i18n/scale-up.en.ts';
import { scaleUp as scaleUpZh } from '../../../src/i18n/scale-up.zh-CN.ts';
import { training as trainingEn } from '../../../src/i18n/training.en.ts';
import { training as trainingZh } from '../../../src/i18n/training.zh-CN.ts';
import { tour as tourEn } from '../../../src/i18n/tour.en.ts';
import { tour as tourZh } from '../../../src/i18n/tour.zh-CN.ts';
import { ui as uiEn } from '../../../src/i18n/ui.en.ts';
import { ui as uiZh } from '../../../src/i18n/ui.zh-CN.ts';
import { marksOf, saidBy } from './samples.ts';

const catalogues = [
  ['ui', uiZh, uiEn],
  ['training', trainingZh, trainingEn],
  ['tour', tourZh, tourEn],
  ['scale-up', scaleUpZh, scaleUpEn],
  ['glossary', glossaryZh, glossaryEn],
] as const;

/** What stands in Chinese in any language: the page's name, the article's title, the tokens of the model. */
const quoted = /^看见注意力$|《[^》]*》|[□。]/gu;

/** The given 7 stands for a character of the sentence here, which takes no space. */
const setsCharacters: ReadonlySet<string> = new Set(['reallyNext']);

describe.each(catalogues)('%s', (_name, zh, en) => {
  const [chinese, english] = [saidBy(zh), saidBy(en)];

  test('has the same keys in the same order in both languages', () => {
    expect(english.map(([key]) => key)).toEqual(chinese.map(([key]) => key));
  });

  test('marks the same symbols in both languages', () => {
    const marks = (said: typeof chinese): string[] =>
      said.map(([, text]) => marksOf([text]).join(' '));
    expect(marks(english)).toEqual(marks(chinese));
  });

  test('says no NaN, undefined or object', () => {
    const broken = [...chinese, ...english].filter(([, text]) =>
      /NaN|undefined|null|\[object/.test(text),
    );
    expect(broken).toEqual([]);
  });

  test('starts and ends nothing with a space', () => {
    expect([...chinese, ...english].filter(([, text]) => text !== text.trim())).toEqual([]);
  });

  test('has no Chinese character in English, the example’s aside', () => {
    const strays = english.filter(([, text]) =>
      /\p{Script=Han}|[，。；：、！？]/u.test(text.replaceAll(quoted, '')),
    );
    expect(strays).toEqual([]);
  });

  test('sets Chinese with full-width punctuation, and a space between Han and Latin or digits', () => {
    const badly = chinese.filter(([key, text]) => {
      if (setsCharacters.has(key)) return false;
      const plain = text.replaceAll(/\{m:[^{}]+\}/g, 'M');
      return (
        /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u.test(plain) ||
        /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u.test(plain) ||
        / {2}|[，。；：、] | [，。；：、]|。。|，，/.test(plain)
      );
    });
    expect(badly).toEqual([]);
  });
});

describe('the training room', () => {
  /** What parameters are rounded to, which is a rule of the model and no measurement. */
  const grid = '0.01';
  const figures = (text: string): readonly string[] =>
    text.replaceAll(grid, '').match(/\d(?:[\d,.]*\d)?/g) ?? [];

  test.each([
    ['zh-CN', trainingZh],
    ['en', trainingEn],
  ] as const)('types no figure in %s: each is given', (_language, texts) => {
    const typed = saidBy(texts).filter(([, text]) => figures(text).some((one) => one !== '7'));
    expect(typed).toEqual([]);
  });

  test.each(saidBy(trainingZh))('the text %s is short in Chinese', (_key, text) => {
    expect(text.length).toBeLessThanOrEqual(90);
  });

  test.each(saidBy(trainingEn))('the text %s is short in English', (_key, text) => {
    expect(text.length).toBeLessThanOrEqual(250);
  });

  test('never calls an attention weight 权重, nor a parameter important', () => {
    const interprets = saidBy(trainingZh).filter(([, text]) =>
      /权重(?!矩阵)|重要|懂得|看重|在意|显然/.test(text),
    );
    expect(interprets).toEqual([]);
  });
});

/** Texts for columns say what those for rows say of rows, and change nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inColumns, words } from '../../../src/columns/words.ts';
import { figureTextsOf, glossaryTextsOf } from '../../../src/i18n/index.ts';
import { messages as english } from '../../../src/i18n/en.ts';
import { narration } from '../../../src/i18n/narration.zh-CN.ts';
import { ui } from '../../../src/i18n/ui.zh-CN.ts';
import { selectFacts } from '../../../src/store/index.ts';
import { steps } from '../../../src/walkthrough/index.ts';
import { stateWith } from '../store/samples.ts';

const languages = { 'zh-CN': { ui, narration }, en: english } as const;

describe('a text', () => {
  test.each([
    ['每行一个词元，一列一个维度', '每列一个词元，一行一个维度'],
    ['Rows ask, columns are asked', 'Columns ask, rows are asked'],
    ['Row {t:4} asks column {t:1}', 'Column {t:4} asks row {t:1}'],
    ['{m:S} = {m:Q}{m:K^T}', '{m:S} = {m:K^T}{m:Q}'],
    ['形状 5×9，再到 18×9', '形状 9×5，再到 9×18'],
    ['S_{5,2}', 'S_{2,5}'],
    ['W_Q [5,·]', 'W_Q [·,5]'],
    ['相乘 QKᵀ', '相乘 KᵀQ'],
    ['对角线右上方', '对角线左下方'],
    ['“行”之后是“列”', '“行”之后是“列”'],
    ['4.14×10⁷, a throw, narrow', '4.14×10⁷, a throw, narrow'],
  ])('%s → %s', (rows, columns) => {
    expect(inColumns(rows)).toBe(columns);
    // Said of rows again, it is what it was.
    expect(inColumns(columns)).toBe(rows);
  });
});

/** Every text of a catalogue, functions called with what marks its place. */
const textsOf = (part: unknown, given: readonly unknown[]): readonly string[] => {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function')
    return textsOf((part as (...all: unknown[]) => unknown)(...given), given);
  if (part === null || typeof part !== 'object') return [];
  return Object.values(part).flatMap((one) => textsOf(one, given));
};

describe.each(Object.entries(languages))('the texts in %s', (language, messages) => {
  test('what is handed to them comes back as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('行', '列', '第行列', 'row', 'columns 3', '2×3'), (token) => {
        const { tokenAsks, pairAsks, embeddingOf } = words(messages.ui);
        expect(tokenAsks(token)).toContain(token);
        expect(pairAsks(token, token).split(token)).toHaveLength(3);
        expect(embeddingOf(token)).toContain(token);
      }),
    );
  });

  test('a list of words is handed in as well', () => {
    expect(words(messages.ui).neverTrainedSo(['行', 'row'])[0]).toMatch(/^行.*row/);
  });

  test('every step says columns where it said rows, and the same without either', () => {
    for (const { id } of steps) {
      const facts = selectFacts(stateWith({ step: id }));
      const [rows, columns] = [messages.narration, words(messages.narration)].map((said) => [
        said[id].title,
        said[id].caption,
        ...said[id].body(facts),
      ]);
      expect(columns?.map((text) => inColumns(text))).toEqual(rows);
    }
  });

  test('no word of them is taken for a row that is none', () => {
    const all = [
      // One of them takes a list.
      ...textsOf({ ...messages.ui, neverTrainedSo: null }, ['1', '2', '3', '4']),
      ...textsOf(glossaryTextsOf(language as 'en').glossary, []),
      ...textsOf(figureTextsOf(language as 'en'), []),
      ...steps.flatMap(({ id }) =>
        messages.narration[id].body(selectFacts(stateWith({ step: id }))),
      ),
    ].join('\n');
    expect(all).not.toMatch(/[进执运可并都平流]行|行[为动列业]|系列|排列|列[出表举]|in a row/);
  });
});

test('a catalogue is turned once', () => {
  expect(words(ui)).toBe(words(ui));
  expect(words(ui).tokenAsks).toBe(words(ui).tokenAsks);
});

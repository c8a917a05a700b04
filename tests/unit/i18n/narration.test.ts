/** The narration keeps its promises: short, complete in both languages, no typed numbers, no claims that were not measured. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gpt3, paperYear, type Facts } from '../../../src/i18n/facts.ts';
import { tk } from '../../../src/i18n/markup.ts';
import { narration as en } from '../../../src/i18n/narration.en.ts';
import { narration as zh } from '../../../src/i18n/narration.zh-CN.ts';
import { steps } from '../../../src/walkthrough/index.ts';
import { allTexts, anyFacts, example, ids, marksOf, rows, unmarked, visible } from './samples.ts';

const holds = (check: (facts: Facts) => void): void =>
  fc.assert(fc.property(anyFacts, check), { numRuns: 60 });

describe('completeness', () => {
  test('every step of the walkthrough has a text, in the same order', () => {
    expect(ids).toEqual(steps.map(({ id }) => id));
  });

  test('both languages tell the same steps', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  test.each(ids)(
    '%s: both languages carry the same marks, paragraph by paragraph, whatever the facts',
    (id) => {
      holds((facts) => {
        const [chinese, english] = [zh[id].body(facts), en[id].body(facts)];
        expect(english.length).toBe(chinese.length);
        english.forEach((paragraph, i) =>
          expect(marksOf([paragraph])).toEqual(marksOf([chinese[i] ?? ''])),
        );
      });
    },
  );

  test.each(ids)('%s: title, caption and hint carry the same marks', (id) => {
    const still = ({ title, caption, hint }: (typeof zh)[typeof id]): string[] => [
      title,
      caption,
      hint ?? '',
    ];
    expect(still(en[id]).map((text) => marksOf([text]))).toEqual(
      still(zh[id]).map((text) => marksOf([text])),
    );
    expect(en[id].hint === undefined).toBe(zh[id].hint === undefined);
  });
});

describe('lengths', () => {
  test.each(rows)('%s, %s: a title fits the note column', (_id, language, { title }) => {
    expect(marksOf([title])).toEqual([]);
    if (language === 'en') expect(title.length).toBeLessThanOrEqual(40);
    else expect(title.match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(9);
    expect(title.length).toBeLessThanOrEqual(language === 'en' ? 40 : 14);
  });

  test.each(rows)(
    '%s, %s: one or two short paragraphs, whatever the facts',
    (_id, language, { body }) => {
      holds((facts) => {
        const paragraphs = body(facts).map((text) => visible(text, facts.tokens));
        expect(paragraphs.length).toBeGreaterThanOrEqual(1);
        expect(paragraphs.length).toBeLessThanOrEqual(2);
        for (const text of paragraphs)
          expect(text.length, text).toBeLessThanOrEqual(language === 'en' ? 250 : 90);
      });
    },
  );

  test.each(rows)('%s, %s: a caption is one short line', (_id, language, { caption }) => {
    expect(caption.length).toBeLessThanOrEqual(language === 'en' ? 50 : 22);
  });
});

describe('numbers', () => {
  /** Two models that share no number, not even a derived one; a figure that both texts print was typed by hand. */
  const other = (offset: number): Facts => ({
    ...example,
    tokens: Array.from({ length: 11 + offset }, () => '字'),
    dModel: 620 + 20 * offset,
    nHeads: 4,
    dK: 155 + 5 * offset,
    head: 31 + offset,
    topShare: 0.57 + 0.06 * offset,
    heads: [0.13, 0.15, 0.17, 0.19].map((topShare, topKey) => ({
      topKey,
      topShare: topShare + 0.08 * offset,
    })),
    scoreSpread: 5.67 + 3.01 * offset,
    scaledSpread: 4.56 + 3.01 * offset,
    prediction: [{ token: '具', probability: 0.33 + 0.05 * offset }],
    parameters: 777_777 + 10_101 * offset,
    vocabularySize: 5150 + 101 * offset,
    nMemory: 41 + offset,
    crossQueries: 51 + offset,
    contextLength: 71 + offset,
  });
  const literature = [
    paperYear,
    gpt3.dModel,
    gpt3.contextLength,
    gpt3.nHeads,
    gpt3.nLayers,
  ].flatMap((n) => [String(n), n.toLocaleString('en')]);
  /** The figures in a text, without the model's name, the heads' labels and the literature. */
  const figures = (text: string): string[] =>
    (
      unmarked(text)
        .replaceAll(gpt3.name, '')
        .replaceAll(/(?:头|head) \d+/g, '')
        .match(/\d[\d,.]*\d|\d/g) ?? []
    ).filter((figure) => !literature.includes(figure));

  test.each(rows)('%s, %s: every figure comes from the facts', (_id, _language, text) => {
    const second = new Set(text.body(other(1)).flatMap(figures));
    // 4 heads in both, so that the branches agree; 3 matrices × 4 heads likewise.
    const shared = text
      .body(other(0))
      .flatMap(figures)
      .filter((figure) => second.has(figure));
    expect(shared.filter((figure) => figure !== '4' && figure !== '12')).toEqual([]);
    const single = (offset: number): Facts => ({ ...other(offset), nHeads: 7 + offset });
    const many = new Set(text.body(single(1)).flatMap(figures));
    expect(
      text
        .body(single(0))
        .flatMap(figures)
        .filter((figure) => many.has(figure) && figure !== '4'),
    ).toEqual([]);
  });

  test.each(rows)(
    '%s, %s: title, caption and hint hold no figure',
    (_id, _language, { title, caption, hint = '' }) => {
      expect([title, caption, hint].flatMap(figures)).toEqual([]);
    },
  );

  test.each(rows)(
    '%s, %s: no number of the example is spelled out either',
    (_id, language, text) => {
      holds((facts) => {
        for (const sentence of allTexts(text, facts)) {
          expect(sentence).not.toMatch(
            language === 'en'
              ? /\b(?:five|nine|eighty|three (?!roles))\b/i
              : /[三四五六七八九十]\s*(?:个|行|列|维|头|项|步|块|层|格|份)/,
          );
        }
      });
    },
  );

  test.each(rows)(
    '%s, %s: no NaN, undefined or empty mark, whatever the facts',
    (_id, _language, text) => {
      holds((facts) => {
        for (const sentence of allTexts(text, facts))
          expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|\[object|\{\}/);
      });
    },
  );
});

describe('marks', () => {
  test.each(rows)(
    '%s, %s: a chip names a token of the sentence, a symbol is one of the glossary',
    (_id, _language, text) => {
      const symbols = new Set([
        'A',
        'E',
        'H',
        'K',
        'K^T',
        'M',
        'O',
        'P',
        'Q',
        'V',
        'W_K',
        'W_O',
        'W_Q',
        'W_V',
        'X',
        'Y',
        'Z',
        'd_k',
        'd_model',
        'e^s',
        'k',
        'q',
        's',
        'v',
        '√d_k',
      ]);
      holds((facts) => {
        for (const mark of marksOf(allTexts(text, facts))) {
          const [, kind, value = ''] = /^\{([tm]):([^{}]+)\}$/.exec(mark) ?? [];
          if (kind === 't') expect(facts.tokens[Number(value)]).toBeDefined();
          else expect(symbols.has(value), mark).toBe(true);
        }
      });
    },
  );
});

describe('what may be said', () => {
  const banned = {
    'zh-CN': /最值得|权重(?!矩阵)|列回答|K\s*(?:来)?回答|重要|学会|懂得|看重|在意|耍|很明显|显然/,
    en: /(?<!attention )\bweights?\b(?! matri)|keys? answers?|\bimportant|\blearn(?:s|ed|t)\b|understand|cares? about|obvious|worth/i,
  };

  test.each(rows)(
    '%s, %s: nothing interprets, and 权重 / weight alone never stands for an attention weight',
    (_id, language, text) => {
      holds((facts) => {
        for (const sentence of allTexts(text, facts)) {
          const plain = language === 'en' ? sentence.replaceAll(/Weight matrices/g, '') : sentence;
          expect(plain).not.toMatch(banned[language]);
        }
      });
    },
  );

  test.each(
    rows.filter(([id]) => ['scores', 'softmax', 'context', 'one-row', 'heads'].includes(id)),
  )('%s, %s: a key after the query is never named as the largest', (_id, _language, text) => {
    const late: Facts = {
      ...example,
      query: 1,
      key: null,
      topKey: 3,
      topScoreKey: 3,
      heads: [
        { topKey: 3, topShare: 0.6 },
        { topKey: 3, topShare: 0.5 },
        { topKey: 3, topShare: 0.5 },
      ],
    };
    expect(text.body(late).join('')).not.toContain(tk(3));
    const early: Facts = {
      ...late,
      topKey: 0,
      topScoreKey: 0,
      heads: [
        { topKey: 0, topShare: 0.6 },
        { topKey: 0, topShare: 0.5 },
        { topKey: 0, topShare: 0.5 },
      ],
    };
    expect(text.body(early).join('')).toContain(tk(0));
  });

  test('the last row and the mask: what is said follows the fact', () => {
    const say = (maskChangesPrediction: boolean): string[] =>
      [zh, en].map(({ mask }) => mask.body({ ...example, maskChangesPrediction })[1] ?? '');
    expect(say(false)[0]).toContain('掩码不改变预测');
    expect(say(false)[1]).toContain('does not change');
    expect(say(true)[0]).toContain('掩码会改变这里的预测');
    expect(say(true)[1]).toContain(', changes');
  });

  test('rows ask, columns are asked', () => {
    expect(zh.scores.caption).toContain('行提问，列被问');
    expect(en.scores.caption).toContain('Rows ask, columns are asked');
  });

  test.each([
    [true, 4, false],
    [true, 2, true],
    [true, 0, true],
    [false, 0, false],
  ])('with the mask %s, row %i speaks of blocked tokens: %s', (causal, query, blocked) => {
    const facts = { ...example, causal, query };
    const told = [zh.roles.body(facts).join(''), en.roles.body(facts).join('')];
    expect(told.map((text) => /掩码|mask/.test(text))).toEqual([blocked, blocked]);
  });
});

describe('Chinese typography', () => {
  test.each(ids)('%s: full-width punctuation, a space between Han and Latin or digits', (id) => {
    holds((facts) => {
      for (const text of allTexts(zh[id], facts)) {
        const symbols = text.replaceAll(/\{t:\d+\}/g, '字').replaceAll(/\{m:[^{}]+\}/g, 'M');
        expect(symbols).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u);
        expect(symbols).not.toMatch(/\p{Script=Han}[A-Za-z0-9Σ√−<>]|[A-Za-z0-9%∞Σ]\p{Script=Han}/u);
        expect(symbols).not.toMatch(/ {2}|^ | $|[，。；：、] | [，。；：、]|。。|，，/);
        expect(symbols).not.toMatch(/\d\.$/);
      }
      for (const paragraph of zh[id].body(facts)) expect(paragraph).toMatch(/。$/);
    });
  });
});

/** Facts to read the texts with: the example, arbitrary ones, and helpers that look inside a text. */
import fc from 'fast-check';
import type { Facts } from '../../../src/i18n/facts.ts';
import { narration as en } from '../../../src/i18n/narration.en.ts';
import {
  narration as zh,
  type NarrationId,
  type StepText,
} from '../../../src/i18n/narration.zh-CN.ts';

export const languages = { 'zh-CN': zh, en } as const;
export type Language = keyof typeof languages;

export const ids = Object.keys(zh) as NarrationId[];

/** Every step in every language, as rows for test.each. */
export const rows = ids.flatMap((id) =>
  (Object.keys(languages) as Language[]).map((language): [NarrationId, Language, StepText] => [
    id,
    language,
    languages[language][id],
  ]),
);

/** The article's sentence in plausible numbers. They are only a sample: no test takes them for the engine's. */
export const example: Facts = {
  tokens: ['我', '有', '一', '个', '玩'],
  dModel: 9,
  nHeads: 3,
  dK: 3,
  head: 1,
  causal: false,
  scaled: true,
  trained: false,
  query: 4,
  key: 1,
  topKey: 1,
  topShare: 0.52,
  topScoreKey: 1,
  heads: [
    { topKey: 1, topShare: 0.52 },
    { topKey: 3, topShare: 0.41 },
    { topKey: 4, topShare: 0.27 },
  ],
  scoreSpread: 1.23,
  scaledSpread: 0.71,
  prediction: [
    { token: '具', probability: 0.34 },
    { token: '球', probability: 0.21 },
  ],
  maskChangesPrediction: false,
  parameters: 2345,
  vocabularySize: 57,
  nMemory: 7,
  crossQueries: 5,
};

/** Facts of any sentence, head count and setting that the page can reach, consistent in themselves. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    tokens: fc.array(fc.constantFrom(...Array.from('我有一个玩具球小狗')), {
      minLength: 1,
      maxLength: 12,
    }),
    nHeads: fc.constantFrom(1, 3, 9),
    causal: fc.boolean(),
    scaled: fc.boolean(),
    trained: fc.boolean(),
    maskChangesPrediction: fc.boolean(),
    spread: fc.double({ min: 0, max: 40, noNaN: true }),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    places: fc.array(fc.nat(), { minLength: 13, maxLength: 13 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    nMemory: fc.integer({ min: 1, max: 12 }),
    crossQueries: fc.integer({ min: 1, max: 12 }),
  })
  .map(
    ({
      tokens,
      nHeads,
      causal,
      scaled,
      trained,
      maskChangesPrediction,
      spread,
      probability,
      places,
      share,
      ...cross
    }) => {
      const n = tokens.length;
      const place = (index: number, among: number): number => (places[index] ?? 0) % among;
      const query = place(0, n);
      const usable = causal ? query + 1 : n;
      const heads = Array.from({ length: nHeads }, (_, h) => ({
        topKey: place(3 + h, usable),
        topShare: 1 / usable + share * (1 - 1 / usable),
      }));
      const head = place(1, nHeads);
      const top = heads[head] ?? { topKey: 0, topShare: 1 };
      return {
        ...example,
        ...cross,
        ...top,
        tokens,
        dModel: 9,
        nHeads,
        dK: 9 / nHeads,
        head: head + 1,
        causal,
        scaled,
        trained,
        query,
        key: place(2, 2) === 0 ? null : place(2, n),
        topScoreKey: place(12, n),
        heads,
        scoreSpread: spread,
        scaledSpread: scaled ? spread / Math.sqrt(9 / nHeads) : spread,
        prediction: [{ token: '具', probability }],
        maskChangesPrediction,
      };
    },
  );

/** What a reader sees of a text, marks replaced by what they stand for; for measuring lengths. */
export const visible = (text: string, tokens: readonly string[]): string =>
  text
    .replaceAll(/\{t:(\d+)\}/g, (_, index: string) => tokens[Number(index)] ?? '')
    .replaceAll(/\{m:([^{}]+)\}/g, (_, symbol: string) => symbol.replaceAll(/[_^]/g, ''));

/** A text without its marks. */
export const unmarked = (text: string): string => text.replaceAll(/\{[tm]:[^{}]+\}/g, '');

/** The marks of some texts, each once, in alphabetical order. */
export const marksOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.match(/\{[^{}]*\}/g) ?? []))].toSorted();

/** Everything a step says. */
export const allTexts = ({ title, body, caption, hint }: StepText, facts: Facts): string[] => [
  title,
  ...body(facts),
  caption,
  ...(hint === undefined ? [] : [hint]),
];

/** Facts to read the texts with: the example, arbitrary ones, and helpers that look inside a text. */
import fc from 'fast-check';
import type { Departure, Facts } from '../../../src/i18n/facts.ts';
import { narration as en } from '../../../src/i18n/narration.en.ts';
import { narration as zh, type StepText } from '../../../src/i18n/narration.zh-CN.ts';
import type { NarrationId } from '../../../src/i18n/titles.zh-CN.ts';

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
  departures: [],
  ownSteps: null,
  contextLength: 12,
  headsOff: [],
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

type Settings = Pick<
  Facts,
  'tokens' | 'nHeads' | 'scaled' | 'causal' | 'ownSteps' | 'contextLength' | 'headsOff'
>;

/** The ways in which a model of three heads is not used as it was trained, in the order in which the store names them. */
const departuresOf = (
  { tokens, nHeads, scaled, causal, ownSteps, contextLength, headsOff }: Settings,
  positions: boolean,
  everyRow: boolean,
): Departure[] => {
  const ways: readonly (readonly [Departure, boolean])[] = [
    ['untrained', ownSteps === 0],
    ['heads', nHeads !== 3],
    ['attention-off', headsOff.length === nHeads],
    ['head-off', headsOff.length > 0 && headsOff.length < nHeads],
    ['positions-off', !positions],
    ['scaling', !scaled],
    ['mask', everyRow && !causal],
    ['length', tokens.length > contextLength],
  ];
  return ways.flatMap(([departure, holds]) => (holds ? [departure] : []));
};

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Facts of any sentence, head count and setting that the page can reach, consistent in themselves. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    tokens: fc.array(fc.constantFrom(...Array.from('我有一个玩具球小狗')), {
      minLength: 1,
      maxLength: 14,
      // Else hardly any sentence would be longer than the context.
      size: 'max',
    }),
    nHeads: fc.constantFrom(1, 3, 9),
    causal: fc.boolean(),
    scaled: fc.boolean(),
    ownSteps: fc.constantFrom(null, 0, 1, 600, 99_999),
    // Those beyond the head count are left out below: none, all and any other choice.
    off: fc.oneof(fc.constant<number[]>([]), fc.constant(places), fc.subarray(places)),
    positions: fc.boolean(),
    everyRow: fc.boolean(),
    maskChangesPrediction: fc.boolean(),
    spread: fc.double({ min: 0, max: 40, noNaN: true }),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    chosen: fc.array(fc.nat(), { minLength: 13, maxLength: 13 }),
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
      ownSteps,
      off,
      positions,
      everyRow,
      maskChangesPrediction,
      spread,
      probability,
      chosen,
      share,
      ...cross
    }) => {
      const n = tokens.length;
      const place = (index: number, among: number): number => (chosen[index] ?? 0) % among;
      const query = place(0, n);
      const usable = causal ? query + 1 : n;
      const heads = Array.from({ length: nHeads }, (_, h) => ({
        topKey: place(3 + h, usable),
        topShare: 1 / usable + share * (1 - 1 / usable),
      }));
      const head = place(1, nHeads);
      const top = heads[head] ?? { topKey: 0, topShare: 1 };
      const settings: Settings = {
        tokens,
        nHeads,
        causal,
        scaled,
        ownSteps,
        contextLength: 12,
        headsOff: off.filter((one) => one <= nHeads),
      };
      return {
        ...example,
        ...cross,
        ...top,
        ...settings,
        dModel: 9,
        dK: 9 / nHeads,
        head: head + 1,
        departures: departuresOf(settings, positions, everyRow),
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

/**
 * Every text of a catalogue of labels by its path, however deep. A text that is made from something is given 7 for it,
 * which serves as a number, as a word and as a list of one word alike.
 */
export const saidBy = (catalogue: object): readonly (readonly [string, string])[] =>
  Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[key, value] as const];
    const made: unknown =
      typeof value === 'function' ? (value as (...given: unknown[]) => unknown)(...given) : value;
    if (typeof made === 'string') return [[key, made] as const];
    if (typeof made !== 'object' || made === null) throw new Error(`saidBy: ${key} says nothing`);
    return saidBy(made).map(([below, text]) => [`${key}.${below}`, text] as const);
  });

const seven = Object.assign(['7'], { toString: () => '7', toLocaleString: () => '7' });
const given = [seven, seven, seven, seven, seven];

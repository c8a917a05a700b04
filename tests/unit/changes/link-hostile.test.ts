/** Hostile links: nothing throws, nothing outside the documented values is set, no prototype is touched. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ownCellValue } from '../../../src/changes/edits.ts';
import { wholeCodec, wholeTable } from '../../../src/changes/link.ts';
import {
  cellExists,
  fills,
  languages,
  themes,
  views,
  writeLink,
  type Carried,
  type ReadLink,
} from '../../../src/store/index.ts';
import { blockOf, isStepId, stepOf } from '../../../src/walkthrough/index.ts';
import { readFixture } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';
import { stateWith } from '../store/samples.ts';

/** As the page reads and writes what it is opened with. */
const readWhole = (query: string): ReadLink => wholeCodec.read(query);
const writeWhole = (state: Carried, query = ''): string => writeLink(state, query, wholeTable);

const ourKeys = [
  'v',
  'tokens',
  'memory',
  's',
  'by',
  'temp',
  'w',
  'cell',
  'block',
  'ask',
  'view',
  'figure',
  'step',
  'beat',
  't',
  'heads',
  'head',
  'mask',
  'scale',
  'off',
  'fill',
  'lang',
  'theme',
] as const;

const { cases } = readFixture<{
  cases: { id: string; url: string; expect: string }[];
}>('hostile/url-cases.json');

/** The query of a case; a fragment is tried as a query too, since only the query is ours. */
const queryOf = (url: string): string => url.replace(/^[^?#]*[?#]/, '?');

/** What the list asks of the texts: those that are damaged set nothing and are named, the others are taken as they are. */
const texts = cases.filter(({ url }) => /^\?tokens=[^<]/.test(url));

const hostileValues = [
  ...new Set(
    cases.flatMap(({ url }) => {
      const value = queryOf(url).split('=').slice(1).join('=');
      return value === '' ? [] : [value];
    }),
  ),
];

const oneOf = (list: readonly unknown[], value: unknown): boolean =>
  value === undefined || list.includes(value);

const isText = (tokens: readonly string[] | undefined): boolean =>
  tokens === undefined ||
  (tokens.length >= 1 && tokens.length <= 32 && tokens.every((token) => token.trim() === token));

const inside = (value: number | null | undefined, least: number, most: number): boolean =>
  value === undefined || value === null || (value >= least && value <= most);

/** Complaints about a link's state; none if all of it is documented. */
const complaints = ({ state, rejected }: ReadLink): string[] => {
  const { view, step, beat, nHeads, head, causalChoice, scaled, fill, language, theme } = state;
  const { headsOff = [], positions, moment } = state;
  const within = (value: number | undefined, least: number, most: number): boolean =>
    value === undefined || (Number.isInteger(value) && value >= least && value <= most);
  const checks: Record<string, boolean> = {
    view: oneOf(views, view),
    step: step === undefined || isStepId(step),
    beat: within(beat, 0, stepOf(step ?? 'architecture').beats.length - 1),
    moment: moment === undefined || (moment !== null && moment >= 0 && moment <= 1),
    nHeads: oneOf([1, 3, 9], nHeads),
    head: within(head, 0, (nHeads ?? 3) - 1),
    causalChoice: oneOf([true, false], causalChoice),
    scaled: oneOf([true, false], scaled),
    headsOff:
      headsOff.every((off) => within(off, 0, (nHeads ?? 3) - 1)) &&
      headsOff.every((off, index) => index === 0 || off > (headsOff[index - 1] ?? off)),
    positions: oneOf([true, false], positions),
    tokens: isText(state.tokens),
    memory: isText(state.memory),
    edits: (state.edits ?? []).every(
      (edit) =>
        Number.isFinite(edit.value) &&
        ownCellValue({ ...stateWith(), ...state }, edit) !== null &&
        Object.keys(edit).length === 4,
    ),
    divisor: inside(state.divisor, 0.01, 100),
    temperature: inside(state.temperature, 0.01, 10),
    rowWeights: (state.rowWeights ?? []).every((weight) => inside(weight, 0, 1)),
    pinned: !state.pinned || cellExists({ ...stateWith(), ...state }, state.pinned),
    block:
      state.block === undefined || (state.block !== null && blockOf(state.block) !== undefined),
    askingRow: within(state.askingRow ?? undefined, 0, 31),
    fill: oneOf(fills, fill),
    language: oneOf(languages, language),
    theme: oneOf(themes, theme),
    rejected: rejected.every((key) => [...ourKeys, 'link'].includes(key)),
    keys: Object.keys(state).every((key) => key in stateWith()),
  };
  return Object.keys(checks).filter((name) => checks[name] === false);
};

const prototypeKeys = Object.getOwnPropertyNames(Object.prototype).toSorted();

afterAll(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(prototypeKeys);
});

describe('the hostile cases', () => {
  it.each(cases)('$id sets nothing undocumented', ({ url }) => {
    expect(complaints(readWhole(queryOf(url)))).toEqual([]);
  });

  it.each(texts)('$id is $expect', ({ url, expect: want }) => {
    const { state, rejected } = readWhole(url);
    expect([state.tokens !== undefined, rejected]).toEqual(
      want === 'ok' ? [true, []] : [false, ['tokens']],
    );
  });

  it('a text without end is cut to what a link has room for, and says so', () => {
    const { state, rejected } = readWhole(`?tokens=${'a+'.repeat(900)}`);
    expect([state.tokens?.length, rejected]).toEqual([32, ['tokens']]);
  });

  it.each(cases)('$id leaves the prototype alone', ({ url }) => {
    readWhole(queryOf(url));
    expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(prototypeKeys);
  });

  it.each(cases)('$id can stand in the address while we write ours', ({ url }) => {
    const link = writeWhole(stateWith({ step: 'mask' }), queryOf(url));
    expect(readWhole(link).state.step).toBe('mask');
  });

  it.each(ourKeys)('no hostile value gets in through %s', (key) => {
    const off = hostileValues.flatMap((value) =>
      complaints(readWhole(`?${key}=${value}`)).map((name) => `${value}: ${name}`),
    );
    expect(off).toEqual([]);
  });
});

describe('any text', () => {
  it('never throws and sets nothing undocumented', () => {
    holds(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        expect(complaints(readWhole(query))).toEqual([]);
      }),
      500,
    );
  });

  it('under our own keys sets nothing undocumented', () => {
    const pairs = fc.array(
      fc.tuple(fc.constantFrom(...ourKeys), fc.oneof(fc.string(), fc.integer().map(String))),
      { maxLength: 12 },
    );
    holds(
      fc.property(pairs, (list) => {
        expect(complaints(readWhole(`?${new URLSearchParams(list).toString()}`))).toEqual([]);
      }),
      500,
    );
  });
});

describe('a link that is too long', () => {
  const long = `?step=mask&pad=${'x'.repeat(2000)}`;

  it('is not read at all, and says so', () => {
    expect(readWhole(long)).toEqual({ state: {}, rejected: ['link'] });
  });

  it('does not come back in what we write', () => {
    expect(writeWhole(stateWith(), long)).toBe('?v=1&step=architecture&lang=zh-CN');
  });

  it('is still read at the limit', () => {
    const padding = 2000 - '?step=mask&pad='.length;
    expect(readWhole(`?step=mask&pad=${'x'.repeat(padding)}`).state.step).toBe('mask');
  });

  it('of two million characters is refused at once', () => {
    const start = performance.now();
    readWhole(`?${'step=mask&'.repeat(200_000)}`);
    expect(performance.now() - start).toBeLessThan(100);
  });
});

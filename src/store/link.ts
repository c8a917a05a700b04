/** The link codec: one table lists every piece of state that a link can carry; nothing invalid ever gets in. */
import * as v from 'valibot';
import { exampleShape } from '../example/index.ts';
import {
  beatOf,
  isStepId,
  motionAt,
  stepAt,
  stepOf,
  stepOfFigure,
  steps,
  type StepId,
} from '../walkthrough/index.ts';
import { fills, languages, themes, views, type State } from './state.ts';

/** Longer queries are not read at all. */
const longestQuery = 2000;

type Carried = Pick<
  State,
  | 'view'
  | 'step'
  | 'beat'
  | 'moment'
  | 'nHeads'
  | 'head'
  | 'causalChoice'
  | 'scaled'
  | 'headsOff'
  | 'positions'
  | 'fill'
  | 'language'
  | 'theme'
>;

/** What a link says: the state it sets, and the keys whose values could not be used. */
export interface ReadLink {
  readonly state: Partial<Carried>;
  readonly rejected: readonly string[];
}

interface Entry {
  readonly key: string;
  /** From text to a part of the state; throws a ValiError on anything else. */
  readonly parse: (text: string) => Partial<Carried>;
  /** From state to text; undefined leaves the key out, as the default. */
  readonly print: (state: Carried) => string | undefined;
}

const wholeNumber = (from: number, to: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,3}$/),
    v.transform(Number),
    v.number(),
    v.minValue(from),
    v.maxValue(to),
  );

/** A number from 0 to 1 with at most three decimals. */
const part = v.pipe(
  v.string(),
  v.regex(/^(?:0(?:\.\d{1,3})?|1(?:\.0{1,3})?)$/),
  v.transform(Number),
);

const onOff = v.pipe(
  v.picklist(['on', 'off']),
  v.transform((word) => word === 'on'),
);
const printOnOff = (on: boolean): string => (on ? 'on' : 'off');
const stepId = v.custom<StepId>((value) => typeof value === 'string' && isStepId(value));
const divisors = Array.from({ length: exampleShape.dModel }, (_, index) => index + 1).filter(
  (count) => exampleShape.dModel % count === 0,
);
const headCount = v.pipe(
  wholeNumber(1, exampleShape.dModel),
  v.check((count) => divisors.includes(count)),
);
const figure = v.pipe(
  wholeNumber(1, 10),
  v.transform((number) => stepOfFigure(number)),
  stepId,
);

const positionsWord = 'positions';

/** `1,3,positions`: heads from 1, and the position vectors; each named once. */
const parseOff = (text: string): Partial<Carried> => {
  const words = text.split(',', exampleShape.dModel + 2);
  const named = words.map((word) =>
    word === positionsWord ? word : v.parse(wholeNumber(1, exampleShape.dModel), word) - 1,
  );
  if (new Set(named).size < named.length)
    throw new RangeError('parseOff: the same thing is switched off twice');
  return {
    headsOff: named.filter((one) => one !== positionsWord).toSorted((a, b) => a - b),
    positions: !named.includes(positionsWord),
  };
};

const longestBeats = Math.max(...steps.map((step) => step.beats.length));

/** `figure` stands before `step`, so that a link with both goes to the step. */
const table: readonly Entry[] = [
  {
    key: 'view',
    parse: (text) => ({ view: v.parse(v.picklist(views), text) }),
    print: ({ view }) => (view === 'reader' ? undefined : view),
  },
  { key: 'figure', parse: (text) => ({ step: v.parse(figure, text) }), print: () => undefined },
  { key: 'step', parse: (text) => ({ step: v.parse(stepId, text) }), print: ({ step }) => step },
  {
    key: 'beat',
    parse: (text) => ({ beat: v.parse(wholeNumber(0, longestBeats - 1), text) }),
    print: ({ beat }) => (beat === 0 ? undefined : String(beat)),
  },
  {
    key: 't',
    parse: (text) => ({ moment: v.parse(part, text) }),
    print: ({ moment }) => (moment === null ? undefined : String(Number(moment.toFixed(3)))),
  },
  {
    key: 'heads',
    parse: (text) => ({ nHeads: v.parse(headCount, text) }),
    print: ({ nHeads }) => (nHeads === exampleShape.nHeads ? undefined : String(nHeads)),
  },
  {
    key: 'head',
    parse: (text) => ({ head: v.parse(wholeNumber(1, exampleShape.dModel), text) - 1 }),
    print: ({ head }) => (head === 0 ? undefined : String(head + 1)),
  },
  {
    key: 'mask',
    parse: (text) => ({ causalChoice: v.parse(onOff, text) }),
    print: ({ causalChoice }) => (causalChoice === null ? undefined : printOnOff(causalChoice)),
  },
  {
    key: 'scale',
    parse: (text) => ({ scaled: v.parse(onOff, text) }),
    print: ({ scaled }) => (scaled ? undefined : 'off'),
  },
  {
    key: 'off',
    parse: (text) => parseOff(text),
    print: ({ headsOff, positions }) =>
      headsOff.length === 0 && positions
        ? undefined
        : [...headsOff.map((head) => head + 1), ...(positions ? [] : [positionsWord])].join(','),
  },
  {
    key: 'fill',
    parse: (text) => ({ fill: v.parse(v.picklist(fills), text) }),
    print: ({ fill }) => (fill === 'value' ? undefined : fill),
  },
  {
    key: 'lang',
    parse: (text) => ({ language: v.parse(v.picklist(languages), text) }),
    print: ({ language }) => language,
  },
  {
    key: 'theme',
    parse: (text) => ({ theme: v.parse(v.picklist(themes), text) }),
    print: ({ theme }) => (theme === 'auto' ? undefined : theme),
  },
];

/** What has to hold between parts: a head the model has, a beat the step has. */
const reconcile = (state: Partial<Carried>): ReadLink => {
  const rejected: string[] = [];
  const nHeads = state.nHeads ?? exampleShape.nHeads;
  const { head, beat, headsOff, positions, moment, ...rest } = state;
  const step = stepOf(state.step ?? stepAt(0).id);
  if (head !== undefined && head >= nHeads) rejected.push('head');
  if (beat !== undefined && beat >= step.beats.length) rejected.push('beat');
  const moves = motionAt(beatOf(step, beat ?? 0), nHeads) !== null;
  if (moment !== undefined && !moves) rejected.push('t');
  const headsExist = headsOff?.every((off) => off < nHeads) ?? true;
  if (!headsExist) rejected.push('off');
  return {
    state: {
      ...rest,
      ...(moment !== undefined && moves ? { moment } : {}),
      // One key, one answer: a head that does not exist takes the positions beside it along.
      ...(headsOff && positions !== undefined && headsExist ? { headsOff, positions } : {}),
      ...(head !== undefined && head < nHeads ? { head } : {}),
      ...(beat !== undefined && beat < step.beats.length ? { beat } : {}),
    },
    rejected,
  };
};

/** Reads a query. Unknown keys are ignored; a bad or doubled value is left out and named in `rejected`. */
export const readLink = (query: string): ReadLink => {
  if (query.length > longestQuery) return { state: {}, rejected: ['link'] };
  const parameters = new URLSearchParams(query);
  const rejected: string[] = [];
  let state: Partial<Carried> = {};
  for (const { key, parse } of table) {
    const texts = parameters.getAll(key);
    const [text] = texts;
    if (text === undefined) continue;
    try {
      if (texts.length > 1)
        throw new RangeError(`readLink: ${key} stands ${texts.length} times in the link`);
      state = { ...state, ...parse(text) };
    } catch (error) {
      if (!(error instanceof v.ValiError) && !(error instanceof RangeError)) throw error;
      rejected.push(key);
    }
  }
  const reconciled = reconcile(state);
  return { state: reconciled.state, rejected: [...rejected, ...reconciled.rejected] };
};

/** The shortest query that brings this state back; keys of `query` that are not ours stay as they are. */
export const writeLink = (state: Carried, query = ''): string => {
  const parameters = new URLSearchParams(query.length > longestQuery ? '' : query);
  for (const { key, print } of table) {
    const text = print(state);
    parameters.delete(key);
    if (text !== undefined) parameters.set(key, text);
  }
  return `?${parameters.toString()}`;
};

/** The link codec: tables list every piece of state that a link can carry; nothing invalid ever gets in. What readers change themselves has its table in src/changes, which is there when it is needed. */
import * as v from 'valibot';
import { exampleShape } from '../example/index.ts';
import {
  beatOf,
  isStepId,
  motionAt,
  stepOf,
  stepOfFigure,
  steps,
  type StepId,
} from '../walkthrough/index.ts';
import { fills, languages, themes, views, type State } from './state.ts';
import { initialState } from './store.ts';

/** Longer queries are not read at all. */
const longestQuery = 2000;

/** The part of a state that a link carries. */
export type Carried = Pick<
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
  | 'tokens'
  | 'memory'
  | 'edits'
  | 'origin'
  | 'divisor'
  | 'temperature'
  | 'rowWeights'
  | 'pinned'
  | 'block'
  | 'askingRow'
  | 'held'
  | 'side'
  | 'fill'
  | 'orientation'
  | 'language'
  | 'theme'
>;

/** What a link says: the state it sets, and the keys whose values could not be used. */
export interface ReadLink {
  readonly state: Partial<Carried>;
  readonly rejected: readonly string[];
}

export interface Entry {
  readonly key: string;
  /** From text to a part of the state; throws a ValiError on anything else. */
  readonly parse: (text: string) => Partial<Carried>;
  /** From state to text; undefined leaves the key out, as the default. */
  readonly print: (state: Carried) => string | undefined;
  /** Whether a value that is used was not used whole, which is said as well. */
  readonly isCut?: (text: string) => boolean;
  /** Whether it changes what is computed with, and so is kept for the next visit. */
  readonly isWork?: true;
}

/** What has to hold between parts of a state. */
export interface Condition {
  /** The key that is named where it does not hold. */
  readonly key: string;
  /** What then stays at its default. */
  readonly parts: readonly (keyof Carried)[];
  readonly holds: (state: State) => boolean;
}

/** Entries in the order in which they are read and written, and what has to hold between them. */
export interface LinkTable {
  readonly entries: readonly Entry[];
  readonly conditions: readonly Condition[];
}

export const wholeNumber = (from: number, to: number) =>
  v.pipe(
    v.string(),
    // Blanks and a plus, as people write them: a plus is a blank in a query.
    v.regex(/^\s*\+?\d{1,3}\s*$/),
    v.transform(Number),
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
const { dModel } = exampleShape;
const divisors = Array.from({ length: dModel }, (_, index) => index + 1).filter(
  (count) => dModel % count === 0,
);
/** More than there can be are as many as there can be. */
const headCount = v.pipe(
  v.string(),
  v.regex(/^\s*\+?\d+(?:e\d+)?\s*$/),
  v.transform((text) => (Number(text) < Infinity ? Math.min(Number(text), dModel) : 0)),
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
  const words = text.split(',', dModel + 2);
  const named = words.map((word) =>
    word === positionsWord ? word : v.parse(wholeNumber(1, dModel), word) - 1,
  );
  if (new Set(named).size < named.length)
    throw new RangeError('parseOff: the same thing is switched off twice');
  return {
    headsOff: named.filter((one) => one !== positionsWord).toSorted((a, b) => a - b),
    positions: !named.includes(positionsWord),
  };
};

const longestBeats = Math.max(...steps.map((step) => step.beats.length));

const entries: readonly Entry[] = [
  {
    // A link of a later version may mean something else by the same words; an older one has no version.
    key: 'v',
    parse: (text) => v.parse(v.literal('1'), text) && {},
    print: () => '1',
  },
  {
    key: 'view',
    parse: (text) => ({ view: v.parse(v.picklist(views), text) }),
    print: ({ view }) => (view === 'reader' ? undefined : view),
  },
  // Before `step`, so that a link with both goes to the step.
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
    isWork: true,
    parse: (text) => ({ nHeads: v.parse(headCount, text) }),
    isCut: (text) => Number(text) > dModel,
    print: ({ nHeads }) => (nHeads === exampleShape.nHeads ? undefined : String(nHeads)),
  },
  {
    key: 'head',
    parse: (text) => ({ head: v.parse(wholeNumber(1, dModel), text) - 1 }),
    print: ({ head }) => (head === 0 ? undefined : String(head + 1)),
  },
  {
    key: 'mask',
    isWork: true,
    parse: (text) => ({ causalChoice: v.parse(onOff, text) }),
    print: ({ causalChoice }) => (causalChoice === null ? undefined : printOnOff(causalChoice)),
  },
  {
    key: 'scale',
    isWork: true,
    parse: (text) => ({ scaled: v.parse(onOff, text) }),
    print: ({ scaled }) => (scaled ? undefined : 'off'),
  },
  {
    key: 'off',
    isWork: true,
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

const conditions: readonly Condition[] = [
  { key: 'head', parts: ['head'], holds: ({ head, nHeads }) => head < nHeads },
  { key: 'beat', parts: ['beat'], holds: ({ step, beat }) => beat < stepOf(step).beats.length },
  {
    key: 't',
    parts: ['moment'],
    holds: ({ moment, step, beat, nHeads }) =>
      moment === null || motionAt(beatOf(stepOf(step), beat), nHeads) !== null,
  },
  {
    key: 'off',
    // One key, one answer: a head that does not exist takes the positions beside it along.
    parts: ['headsOff', 'positions'],
    holds: ({ headsOff, nHeads }) => headsOff.every((off) => off < nHeads),
  },
];

/** Where the reader is, how they look at it, and which parts of the model are on. */
export const placeTable: LinkTable = { entries, conditions };

/** The state without the parts that do not fit the others, and their keys. */
const reconcile = (state: Partial<Carried>, table: LinkTable): ReadLink => {
  // The model is large: it is only asked for where something has to fit it.
  let own: State | null = null;
  const rejected: string[] = [];
  let fitting: Partial<Carried> = state;
  for (const { key, parts, holds } of table.conditions) {
    if (parts.every((name) => fitting[name] === undefined)) continue;
    own ??= initialState();
    if (holds({ ...own, ...fitting })) continue;
    rejected.push(key);
    fitting = Object.fromEntries(
      Object.entries(fitting).filter(([name]) => !parts.some((one) => one === name)),
    );
  }
  return { state: fitting, rejected };
};

/** Reads a query of any length by a table. Unknown keys are ignored; a bad or doubled value is left out and named in `rejected`. */
export const readQuery = (query: string, table: LinkTable): ReadLink => {
  const parameters = new URLSearchParams(query);
  const rejected: string[] = [];
  let state: Partial<Carried> = {};
  for (const { key, parse, isCut } of table.entries) {
    const texts = parameters.getAll(key);
    const [text] = texts;
    if (text === undefined) continue;
    try {
      if (texts.length > 1)
        throw new RangeError(`readLink: ${key} stands ${texts.length} times in the link`);
      state = { ...state, ...parse(text) };
      if (isCut?.(text)) rejected.push(key);
    } catch (error) {
      if (!(error instanceof v.ValiError) && !(error instanceof RangeError)) throw error;
      rejected.push(key);
    }
  }
  const reconciled = reconcile(state, table);
  return { state: reconciled.state, rejected: [...rejected, ...reconciled.rejected] };
};

/** Reads the query of a link, unless it is longer than a link may be. */
export const readLink = (query: string, table = placeTable): ReadLink =>
  isLink(query) ? readQuery(query, table) : { state: {}, rejected: ['link'] };

/** Whether a query is short enough to be read as a link. */
export const isLink = (query: string): boolean => query.length <= longestQuery;

/** The shortest query that brings this state back by the same table; keys of `query` that are not ours stay as they are. It may be too long for a link. */
export const writeLink = (state: Carried, query = '', table = placeTable): string => {
  const parameters = new URLSearchParams(isLink(query) ? query : '');
  for (const { key, print } of table.entries) {
    const text = print(state);
    parameters.delete(key);
    if (text !== undefined) parameters.set(key, text);
  }
  return `?${parameters.toString()}`;
};

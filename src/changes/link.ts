/** The part of a link that says what the reader changed and chose: beside the store's table, in one with it. */
import * as v from 'valibot';
import { exampleTokens, memoryTokens } from '../example/index.ts';
import {
  cellExists,
  editedOf,
  initialState,
  isLink,
  placeTable,
  readLink,
  readQuery,
  wholeNumber,
  writeLink,
  type Carried,
  type Condition,
  type Entry,
  type LinkTable,
  type ReadLink,
} from '../store/index.ts';
import { largestDivisor, largestTemperature, least } from './actions.ts';
import { ownCellValue } from './edits.ts';
import {
  edited,
  hasEditBeyond,
  isBeyond,
  isCutText,
  parseBlock,
  parseCell,
  parseEdits,
  parseTokens,
  parseWeights,
  printCell,
  printEdits,
  printTokens,
  printWeights,
} from './link-values.ts';
import { mostTokens } from './sentence.ts';

const entries: readonly Entry[] = [
  {
    key: 'tokens',
    isWork: true,
    parse: (text) => ({ tokens: parseTokens(text) }),
    isCut: isCutText,
    print: ({ tokens }) => printTokens(tokens, exampleTokens),
  },
  {
    key: 'memory',
    isWork: true,
    parse: (text) => ({ memory: parseTokens(text) }),
    isCut: isCutText,
    print: ({ memory }) => printTokens(memory, memoryTokens),
  },
  {
    key: 'by',
    isWork: true,
    parse: (text) => ({ divisor: v.parse(edited(least, largestDivisor), text) }),
    isCut: (text) => isBeyond(text, least, largestDivisor),
    print: ({ divisor }) => (divisor === null ? undefined : String(divisor)),
  },
  {
    key: 'temp',
    isWork: true,
    parse: (text) => ({ temperature: v.parse(edited(least, largestTemperature), text) }),
    isCut: (text) => isBeyond(text, least, largestTemperature),
    print: ({ temperature }) => (temperature === 1 ? undefined : String(temperature)),
  },
  {
    key: 's',
    isWork: true,
    parse: (text) => ({ edits: parseEdits(text) }),
    isCut: hasEditBeyond,
    // A difference from another model would be none from ours.
    print: ({ edits, origin }) => (origin.kind === 'ours' ? printEdits(edits) : undefined),
  },
  {
    key: 'w',
    parse: (text) => ({ rowWeights: parseWeights(text) }),
    print: ({ rowWeights }) => (rowWeights === null ? undefined : printWeights(rowWeights)),
  },
  {
    key: 'orientation',
    parse: (text) => ({ orientation: v.parse(v.literal('columns'), text) }),
    print: ({ orientation }) => (orientation === 'rows' ? undefined : orientation),
  },
  {
    key: 'cell',
    parse: (text) => ({ pinned: parseCell(text) }),
    print: ({ pinned }) => (pinned === null ? undefined : printCell(pinned)),
  },
  {
    key: 'block',
    parse: (text) => ({ block: parseBlock(text) }),
    print: ({ block }) => block ?? undefined,
  },
  {
    key: 'ask',
    parse: (text) => ({ askingRow: v.parse(wholeNumber(1, mostTokens), text) - 1 }),
    print: ({ askingRow }) => (askingRow === null ? undefined : String(askingRow + 1)),
  },
];

const conditions: readonly Condition[] = [
  {
    key: 's',
    parts: ['edits'],
    holds: (state) => state.edits.every((edit) => ownCellValue(state, edit) !== null),
  },
  {
    key: 'w',
    parts: ['rowWeights'],
    holds: ({ rowWeights, tokens, step }) =>
      rowWeights === null || (step === 'one-row' && rowWeights.length === tokens.length),
  },
  {
    key: 'ask',
    parts: ['askingRow'],
    holds: ({ askingRow, tokens }) => askingRow === null || askingRow < tokens.length,
  },
  {
    key: 'cell',
    parts: ['pinned'],
    holds: (state) => state.pinned === null || cellExists(state, state.pinned),
  },
];

const workTable: LinkTable = {
  entries: [...placeTable.entries, ...entries].filter(({ isWork }) => isWork),
  conditions: [...placeTable.conditions, ...conditions],
};

/** What is computed with, as text to be kept; '' where nothing was changed. */
export const writeWork = (state: Carried): string => writeLink(state, '', workTable).slice(1);

/** Reads what `writeWork` wrote, however long it is. */
export const readWork = (text: string): ReadLink => readQuery(text, workTable);

/** The other of two states that are held against each other: its work, in one value. */
const pair: readonly Entry[] = [
  {
    key: 'a',
    parse: (text) => {
      const { state, rejected } = readWork(text);
      if (rejected.length > 0) throw new RangeError(`link: ${rejected.join(', ')} of a`);
      return { held: editedOf({ ...initialState(), ...state }) };
    },
    print: (state) =>
      state.held === null || state.origin.kind !== 'ours' || state.held.origin.kind !== 'ours'
        ? undefined
        : writeWork({ ...state, ...state.held, rowWeights: null }),
  },
  {
    key: 'side',
    parse: (text) => ({ side: v.parse(v.picklist(['a', 'diff']), text) }),
    print: ({ side }) => (side === 'b' ? undefined : side),
  },
];

/** Everything that a link can carry. */
export const wholeTable: LinkTable = {
  entries: [...placeTable.entries, ...entries, ...pair],
  conditions: [
    ...placeTable.conditions,
    ...conditions,
    { key: 'side', parts: ['side'], holds: ({ side, held }) => side === 'b' || held !== null },
  ],
};

/** The query that brings everything back; without the numbers set by hand where these are too many for a link. */
export const writeWhole = (state: Carried, query = ''): string => {
  const whole = writeLink(state, query, wholeTable);
  return isLink(whole) ? whole : writeLink({ ...state, edits: [] }, query, wholeTable);
};

/** A percent sign that begins no character, as in `tokens=%`, stands where a character was lost; `%u0041` is what it says. */
const lost = /%(?![\da-f]{2}|u[\da-f]{4})/gi;

/** Reads a query of any length, in which a lost character is a damaged one. */
const readAny = (query: string): ReadLink =>
  readQuery(query.replaceAll(lost, '%EF%BF%BD'), wholeTable);

/** How the page reads and writes its links once this is there. */
export const wholeCodec = {
  read: (query: string): ReadLink => (isLink(query) ? readAny(query) : readLink(query, wholeTable)),
  write: writeWhole,
  /** Of a file, which may be longer than a link. */
  readAny,
};

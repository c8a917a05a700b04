/** How the parts of a state are written into a link and read from it. Every parser throws a ValiError or a RangeError. */
import * as v from 'valibot';
import { isHeadMatrix } from '../attention/index.ts';
import { stageNames } from '../decoder/index.ts';
import {
  wholeNumber,
  type CellEdit,
  type EditableMatrix,
  type Edits,
  type StageCell,
} from '../store/index.ts';
import { blockOf, variants } from '../walkthrough/index.ts';
import { editableMatrices, editValue, largestEdit } from './edits.ts';
import { isSentence, mostTokens, tokensOf } from './sentence.ts';

/** Between the parts of a cell, and between cells: characters that a query carries as they are. */
const within = '_';
const between = '*';

/** A decimal number as JavaScript prints it. */
const decimal = (from: number, to: number) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d{1,3}(?:\.\d{1,22})?(?:e-\d{1,3})?$/),
    v.transform(Number),
    v.minValue(from),
    v.maxValue(to),
  );

/** A number that an edit may have, with no more digits than are kept; one beyond the range is the nearest in it. */
export const edited = (from: number, to: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\s*[-+]?(?!0\d)\d+(?:\.\d{1,22})?(?:e[-+]?\d{1,3})?\s*$/),
    v.transform(Number),
    v.finite(),
    // What has to be positive is not made so.
    v.check((value) => from < 0 || value > 0),
    v.transform((value) => Math.min(to, Math.max(from, value))),
    v.check((value) => editValue(value) === value),
  );

/** Whether a number was beyond the range. */
export const isBeyond = (text: string, from: number, to: number): boolean =>
  Number(text) < from || Number(text) > to;

/** Whether a number set by hand was. */
export const hasEditBeyond = (text: string): boolean =>
  text
    .split(between)
    .some((edit) => isBeyond(edit.split(within)[3] ?? '', -largestEdit, largestEdit));

/** The first tokens of a text, of which there must be one. */
export const parseTokens = (text: string): readonly string[] => {
  if (text.includes('\uFFFD')) throw new RangeError('parseTokens: the text is damaged');
  const { tokens } = tokensOf(text);
  if (tokens.length === 0) throw new RangeError('parseTokens: the text has nothing to be seen');
  return tokens;
};

export const isCutText = (text: string): boolean => tokensOf(text).isCut;

/** The text of the tokens; undefined where it would give others, which no sentence typed by a reader does. */
export const printTokens = (
  tokens: readonly string[],
  own: readonly string[],
): string | undefined =>
  tokens.join('') === own.join('') || !isSentence(tokens) ? undefined : tokens.join('');

const index = wholeNumber(1, 999);

const editable = v.custom<EditableMatrix>((value) =>
  editableMatrices.some((name) => name === value),
);

const parseEdit = (text: string): CellEdit => {
  const [matrix, row = '', col = '', value = '', ...more] = text.split(within, 5);
  if (more.length > 0) throw new RangeError('parseEdit: too many parts');
  return {
    matrix: v.parse(editable, matrix),
    row: v.parse(index, row) - 1,
    col: v.parse(index, col) - 1,
    value: v.parse(edited(-largestEdit, largestEdit), value),
  };
};

const placeOf = ({ matrix, row, col }: CellEdit): string => `${matrix} ${row} ${col}`;

/** `wq_5_1_0.5*x_1_2_-1`: matrix, row and column from 1, value. */
export const parseEdits = (text: string): Edits => {
  const edits = text.split(between).map(parseEdit);
  if (new Set(edits.map(placeOf)).size < edits.length)
    throw new RangeError('parseEdits: one cell is set twice');
  return edits;
};

export const printEdits = (edits: Edits): string | undefined =>
  edits.length === 0
    ? undefined
    : edits
        .map(({ matrix, row, col, value }) => [matrix, row + 1, col + 1, value].join(within))
        .join(between);

/** `0.1_0.2_…`: as many as the sentence has tokens, which the caller checks. */
export const parseWeights = (text: string): readonly number[] =>
  text.split(within, mostTokens + 1).map((one) => v.parse(decimal(0, 1), one));

export const printWeights = (weights: readonly number[]): string => weights.join(within);

/** The matrices that a cell on the stage may belong to, beside those of heads. */
const ownMatrices = [...editableMatrices, ...stageNames, 'memory', 'concat', 'output'] as const;

const headWord = v.pipe(
  v.string(),
  v.regex(/^h\d$/),
  v.transform((word) => Number(word.slice(1)) - 1),
  v.minValue(0),
);

/** `scores_5_2_h1`, `weights_5_2_h1_after`, `x_1_3`: matrix, row and column from 1, head, which of two pictures. */
export const parseCell = (text: string): StageCell => {
  const [matrix = '', row = '', col = '', ...more] = text.split(within, 6);
  const head = isHeadMatrix(matrix) ? v.parse(headWord, more.shift()) : undefined;
  const [variant, tooMuch] = more;
  if (tooMuch !== undefined) throw new RangeError('parseCell: too many parts');
  return {
    matrix: isHeadMatrix(matrix) ? matrix : v.parse(v.picklist(ownMatrices), matrix),
    ...(head === undefined ? {} : { head }),
    row: v.parse(index, row) - 1,
    col: v.parse(index, col) - 1,
    ...(variant === undefined ? {} : { variant: v.parse(v.picklist(variants), variant) }),
  };
};

export const printCell = ({ matrix, head, row, col, variant }: StageCell): string =>
  [
    matrix,
    row + 1,
    col + 1,
    ...(head === undefined ? [] : [`h${head + 1}`]),
    ...(variant ? [variant] : []),
  ].join(within);

export const parseBlock = (text: string): string =>
  v.parse(
    v.pipe(
      v.string(),
      v.check((id) => blockOf(id) !== undefined),
    ),
    text,
  );

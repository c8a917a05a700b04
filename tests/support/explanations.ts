/** Walks every cell of a trace and holds what explainCell says about it against the trace itself. */
import { expect } from 'vitest';
import {
  headMatrices,
  isHeadMatrix,
  type AttentionTrace,
  type CellRef,
  type MatrixRef,
} from '../../src/attention/index.ts';
import type {
  DecoderCellExplanation,
  DecoderMatrixName,
  DecoderTrace,
} from '../../src/decoder/index.ts';
import { parameterNames, stageNames } from '../../src/decoder/index.ts';
import { at, type Matrix } from '../../src/math/index.ts';
import { isClose } from './agreement.ts';

/** Attention's and the decoder's explanations through one window; `Name` is what the trace can be asked for. */
export interface Explained<Name extends string> {
  matrix(ref: MatrixRef<Name>): Matrix;
  explain(cell: CellRef<Name>): Omit<DecoderCellExplanation, 'cell' | 'terms'> & {
    readonly cell: CellRef<Name>;
    readonly terms: readonly {
      readonly value: number;
      readonly factors: readonly { readonly value: number; readonly cell?: CellRef<Name> }[];
    }[];
  };
  readonly refs: readonly MatrixRef<Name>[];
  readonly leaves: ReadonlySet<string>;
}

const perHead = (nHeads: number): MatrixRef[] =>
  Array.from({ length: nHeads }, (_, head) =>
    headMatrices.map((matrix) => ({ matrix, head })),
  ).flat();

/** Every matrix of an attention trace, each head's apart. */
export const attentionRefs = ({ inputs, heads }: AttentionTrace): MatrixRef[] => [
  { matrix: 'x' },
  ...(inputs.memory ? [{ matrix: 'memory' as const }] : []),
  { matrix: 'wq' },
  { matrix: 'wk' },
  { matrix: 'wv' },
  ...(inputs.parameters.wo ? [{ matrix: 'wo' as const }] : []),
  ...perHead(heads.length),
  { matrix: 'concat' },
  { matrix: 'output' },
];

/** Every matrix of a decoder trace: parameters, attention's, its own. */
export const decoderRefs = ({ attention }: DecoderTrace): MatrixRef<DecoderMatrixName>[] => [
  ...parameterNames.map((matrix) => ({ matrix })),
  ...perHead(attention.heads.length),
  ...([...stageNames, 'concat', 'output'] as const).map((matrix) => ({ matrix })),
];

type Explanation = ReturnType<Explained<string>['explain']>;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const productsMake: ReadonlySet<string> = new Set(['dot', 'copy', 'scale', 'add', 'lookup']);

/** The value of a term by the operation's rule, from its factors alone. */
const termFromFactors = (e: Explanation, index: number): number => {
  const values = e.terms[index]!.factors.map(({ value }) => value);
  const [first = Number.NaN, second = Number.NaN] = values;
  if (productsMake.has(e.operation)) return values.reduce((a, b) => a * b, 1);
  if (e.operation === 'mask') return e.blocked ? -Infinity : first;
  if (e.operation === 'softmax') return Math.exp(first - (e.shift ?? 0));
  if (e.operation === 'relu') return Math.max(0, first);
  if (e.operation === 'norm') {
    return index === 0 ? ((first - e.shift!) / e.divisor!) * second : first;
  }
  throw new Error(`no rule for a term of ${e.operation}`);
};

/** The value of the cell by the operation's rule, from its terms alone. */
const valueFromTerms = (e: Explanation): number => {
  const values = e.terms.map(({ value }) => value);
  if (e.operation === 'input') return e.value;
  if (e.operation !== 'softmax') return sum(values);
  return e.divisor === 0 ? 0 : values[e.cell.col]! / e.divisor!;
};

const keyOf = ({ matrix, head, row, col }: CellRef<string>): string =>
  `${matrix}/${head ?? '–'}/${row}/${col}`;

const expectHonestFactors = <Name extends string>(
  explained: Explained<Name>,
  e: Explanation,
  key: string,
): void => {
  for (const [index, term] of e.terms.entries()) {
    const made = termFromFactors(e, index);
    if (!isClose(term.value, made, 1e-12)) {
      expect.fail(`${key}, term ${index}: says ${term.value}, its factors make ${made}`);
    }
    for (const { value, cell } of term.factors) {
      if (cell === undefined) continue;
      if (isHeadMatrix(cell.matrix) !== (cell.head !== undefined)) {
        expect.fail(`${key}, term ${index}: head ${cell.head} on ${cell.matrix}`);
      }
      const entry = at(explained.matrix(cell as CellRef<Name>), cell.row, cell.col);
      if (!Object.is(entry, value)) {
        expect.fail(`${key}, term ${index}: ${keyOf(cell)} is ${entry}, the factor says ${value}`);
      }
    }
  }
};

/** Follows a cell's factors down; fails on a circle, a dead end that is no leaf, or a term that does not hold. */
const follow = <Name extends string>(
  explained: Explained<Name>,
  cell: CellRef<Name>,
  tolerance: number,
  state: Map<string, 'open' | 'done'>,
): void => {
  const key = keyOf(cell);
  if (state.get(key) === 'done') return;
  if (state.get(key) === 'open') expect.fail(`${key} is made of itself`);
  state.set(key, 'open');
  const e = explained.explain(cell);
  const entry = at(explained.matrix(cell), cell.row, cell.col);
  if (keyOf(e.cell) !== key) expect.fail(`${key} is answered as ${keyOf(e.cell)}`);
  if (!Object.is(e.value, entry)) expect.fail(`${key}: value ${e.value}, the trace has ${entry}`);
  const made = valueFromTerms(e);
  if (!isClose(made, entry, tolerance)) expect.fail(`${key}: terms make ${made}, want ${entry}`);
  expectHonestFactors(explained, e, key);
  const before = e.terms.flatMap(({ factors }) => factors.flatMap((f) => (f.cell ? [f.cell] : [])));
  if ((e.operation === 'input') !== (before.length === 0)) {
    expect.fail(`${key}: operation ${e.operation} with ${before.length} cells before it`);
  }
  if (before.length === 0 && !explained.leaves.has(cell.matrix)) {
    expect.fail(`${key} ends the chain, but is no input`);
  }
  for (const next of before) follow(explained, next, tolerance, state);
  state.set(key, 'done');
};

/** Every cell of every matrix is explained, its terms make its value, and its chain ends in leaves. Returns how many cells. */
export const expectEveryCellExplained = <Name extends string>(
  explained: Explained<Name>,
  tolerance = 1e-12,
): number => {
  const state = new Map<string, 'open' | 'done'>();
  for (const ref of explained.refs) {
    const m = explained.matrix(ref);
    for (let row = 0; row < m.rows; row++) {
      for (let col = 0; col < m.cols; col++)
        follow(explained, { ...ref, row, col }, tolerance, state);
    }
  }
  return state.size;
};

/** Two states that are held against each other: what a cell is in both, and B − A in the place of a matrix's own numbers. */
import { isHeadMatrix } from '../attention/index.ts';
import type { DecoderMatrixName } from '../decoder/index.ts';
import type { Look } from '../frame/index.ts';
import { onlyInOf } from '../i18n/index.ts';
import { at, fromData, type Matrix } from '../math/index.ts';
import {
  isCutIntoHeads,
  matrixIn,
  readableCeiling,
  selectComputation,
  showsDifference,
  valueIn,
  type Side,
  type StageCell,
  type State,
} from '../store/index.ts';
import './difference.css';
import { numeral, type MatrixViewProps } from '../viz/index.ts';

type Ref = Pick<StageCell, 'matrix' | 'head' | 'variant'>;

/** Where one of the two has no number, there is no difference. */
const none = Number.NEGATIVE_INFINITY;

/** The same place of the page computed with A and with B; null where nothing is held. */
const bothOf = (state: State): readonly [a: State, b: State] | null => {
  if (state.held === null) return null;
  const other = { ...state, ...state.held };
  return state.side === 'a' ? [state, other] : [other, state];
};

const matrixOf = (state: State, ref: Ref): Matrix | null =>
  matrixIn(selectComputation(state, ref.variant), ref);

interface Difference {
  readonly a: Matrix | null;
  readonly matrix: Matrix;
  /** The largest of its magnitudes. */
  readonly most: number;
  /** Its cells as they were said last, and what said them. */
  said?: { readonly by: Look['cellLabel']; readonly cells: Cells };
}

type Cells = Pick<MatrixViewProps, 'cellLabel' | 'blankOf' | 'id'>;

const differences = new WeakMap<Matrix, Difference>();

/**
 * B − A, cell by cell, in the shape of B, whose first column may be a later one of A's. −∞ where one of the two has no
 * number: no such cell, or a masked one. The same for the same two, so that nothing is drawn again that stays.
 */
const differenceOf = (b: Matrix, a: Matrix | null, firstCol = 0): Difference => {
  const known = differences.get(b);
  if (known && known.a === a) return known;
  let most = 0;
  const data = Float64Array.from(b.data, (value, index) => {
    const col = index % b.cols;
    const was = valueIn(a, { row: (index - col) / b.cols, col: col + firstCol });
    const difference = value - (was ?? none);
    if (!Number.isFinite(difference)) return none;
    most = Math.max(most, Math.abs(difference));
    return difference;
  });
  const made = { a, matrix: fromData(b.rows, b.cols, data), most };
  differences.set(b, made);
  return made;
};

/** Less is no difference that two decimals show. */
const leastDomain = 0.01;

/** One scale for all matrices of a name, whichever head and whether with the mask or without. */
const domainOf = (a: State, b: State, matrix: DecoderMatrixName): number => {
  const most = Array.from({ length: isHeadMatrix(matrix) ? b.nHeads : 1 }, (_, head) =>
    ([undefined, 'before', 'after'] as const).map((variant) => {
      const ref = { matrix, variant, head };
      const now = matrixOf(b, ref);
      return now ? differenceOf(now, matrixOf(a, ref)).most : 0;
    }),
  ).flat();
  const largest = Math.max(...most);
  return readableCeiling(largest && Math.max(leastDomain, largest));
};

/** What is said of the cells, which of them are blank, and what the matrix is found by. */
const cellsOf = (
  { id, cellLabel, blankOf }: Look,
  { matrix }: Difference,
  bothAt: (row: number, col: number) => readonly [number | null, number],
  isMasked: (row: number, col: number) => boolean,
  onlyIn: (side: string) => string,
): Cells => ({
  id: { ...id, difference: '' },
  cellLabel: (row, col, value) => {
    const [a, b] = bothAt(row, col);
    const said = cellLabel?.(row, col, value === none ? b : value) ?? '';
    const both = a === null ? onlyIn('B') : `A ${numeral(a)}, B ${numeral(b)}`;
    return `${value === none ? '' : 'B − A: '}${said} (${both})`;
  },
  blankOf: (row, col) =>
    at(matrix, row, col) === none ||
    // What both masks block is 0 in both, and no difference of shares.
    (blankOf?.(row, col) === true && isMasked(row, col)),
});

/** What explains a cell explains B's numbers, which are not drawn. */
const unlit = {
  hueOf: null,
  cornerOf: null,
  emphasisOf: () => 'plain',
  pairOf: undefined,
} as const;

/** A matrix, or its legend alone, as the difference of the two states; as it is where the stage shows something else, or moves. */
export const asDifference = <Given extends Look>(state: State, given: Given): Given => {
  const both = showsDifference(state) ? bothOf(state) : null;
  if (!both) return given;
  const [stateA] = both;
  const ref = given.id as Ref;
  const scale = { rule: 'signed', domain: domainOf(...both, ref.matrix) } as const;
  const b = given.matrix;
  if (!b) return { ...given, ...scale };
  // Of a projection's parameters a head's columns may be drawn, which are cells of the whole.
  const firstCol = isCutIntoHeads(ref.matrix) ? (ref.head ?? 0) * b.cols : 0;
  const a = matrixOf(stateA, ref);
  const difference = differenceOf(b, a, firstCol);
  if (difference.said?.by !== given.cellLabel) {
    const masked = given.blankOf ? matrixOf(stateA, { ...ref, matrix: 'masked' }) : null;
    const cells = cellsOf(
      given,
      difference,
      (row, col) => [valueIn(a, { row, col: col + firstCol }), at(b, row, col)],
      (row, col) => valueIn(masked, { row, col }) === none,
      onlyInOf(state.language),
    );
    difference.said = { by: given.cellLabel, cells };
  }
  return { ...given, ...scale, ...unlit, ...difference.said?.cells, matrix: difference.matrix };
};

/** What a cell is in A, in B, and B − A: null where one of the two has no such cell, or no number there. */
export const heldValues = (
  state: State,
  cell: StageCell,
): Readonly<Record<Side, number | null>> | null => {
  const both = bothOf(state);
  if (!both) return null;
  const [a = null, b = null] = both.map((one) => valueIn(matrixOf(one, cell), cell));
  const difference = a === null || b === null ? none : b - a;
  return { a, b, diff: Number.isFinite(difference) ? difference : null };
};

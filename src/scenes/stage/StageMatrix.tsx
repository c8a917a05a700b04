/** A matrix of the current computation on the stage: MatrixView with its colours, labels and lit cells filled in. */
import { isHeadMatrix } from '../../attention/index.ts';
import type { DecoderMatrixName } from '../../decoder/index.ts';
import { sliceCols, type Matrix } from '../../math/index.ts';
import {
  cellKey,
  currentBeat,
  quantityOf,
  rowIsToken,
  selectColTokens,
  selectComputation,
  selectDomain,
  selectRowTokens,
  type StageCell,
} from '../../store/index.ts';
import {
  Frame,
  MatrixView,
  numeral,
  tokenHue,
  type Emphasis,
  type Point,
} from '../../viz/index.ts';
import { matrixSymbols, type Variant } from '../../walkthrough/index.ts';
import { useStage, type StageValue } from './StageContext.tsx';

export interface MatrixSource {
  readonly matrix: DecoderMatrixName;
  /** From 0. For a projection's parameters: the head whose columns are shown. */
  readonly head?: number | undefined;
  readonly variant?: Variant | undefined;
}

export interface StageMatrixProps extends MatrixSource, Point {
  readonly cell: number;
  /** Circles in the fill by token. */
  readonly round?: boolean;
  readonly transposed?: boolean;
  readonly rowsShown?: readonly number[];
  readonly colsShown?: readonly number[];
  readonly digits?: number;
  readonly hideNumerals?: boolean;
  /** Fills by token whatever the switch says. */
  readonly byToken?: boolean;
  /** Where each cell's top left corner is, where rows and columns are on their way to their places. */
  readonly seatOf?: ((row: number, col: number) => Point) | undefined;
  /** Leaves the cells at rest whatever is explained. */
  readonly calm?: boolean;
  /** Which positions of the sentence the rows stand for, where it is not their index. */
  readonly hueOfRow?: (row: number) => number;
}

const parameterSlices: ReadonlySet<DecoderMatrixName> = new Set(['wq', 'wk', 'wv']);

/** The values to draw: the matrix itself, or the head's columns of a projection. */
export const sourceMatrix = (stage: StageValue, source: MatrixSource): Matrix => {
  const { matrix, head, variant } = source;
  const computation = selectComputation(stage.state, variant);
  if (head === undefined || !parameterSlices.has(matrix))
    return computation.matrix({ matrix, ...(isHeadMatrix(matrix) ? { head: head ?? 0 } : {}) });
  const full = computation.matrix({ matrix });
  const width = full.cols / stage.state.nHeads;
  return sliceCols(full, head * width, (head + 1) * width);
};

/** From the indices drawn to the cell they stand for. */
const cellAtSeat = (source: MatrixSource, width: number, row: number, col: number): StageCell => {
  const { matrix, head, variant } = source;
  const shared = { matrix, row, ...(variant ? { variant } : {}) };
  if (head === undefined) return { ...shared, col };
  return parameterSlices.has(matrix)
    ? { ...shared, col: col + head * width }
    : { ...shared, col, head };
};

const sameMatrix = (a: StageCell, b: StageCell): boolean =>
  a.matrix === b.matrix && a.variant === b.variant && (a.head ?? 0) === (b.head ?? 0);

/** Lit, crossed or resting: the target and its row and column in the product, the operands elsewhere. */
const emphasisIn = (stage: StageValue, source: MatrixSource, matrix: Matrix) => {
  const { active, operands } = stage;
  const seat = (row: number, col: number): StageCell => cellAtSeat(source, matrix.cols, row, col);
  if (!active) return (): Emphasis => 'plain';
  const here = sameMatrix(active, seat(0, 0)) && inRange(source, active, matrix);
  if (here)
    return (row: number, col: number): Emphasis => {
      const cell = seat(row, col);
      if (cell.row === active.row && cell.col === active.col) return 'target';
      return cell.row === active.row || cell.col === active.col ? 'cross' : 'rest';
    };
  const isOperand = (row: number, col: number): boolean => operands.has(cellKey(seat(row, col)));
  const any = Array.from({ length: matrix.rows * matrix.cols }, (_, index) =>
    isOperand(Math.floor(index / matrix.cols), index % matrix.cols),
  ).some(Boolean);
  if (!any) return (): Emphasis => 'plain';
  return (row: number, col: number): Emphasis => (isOperand(row, col) ? 'operand' : 'operand-rest');
};

/** Whether the active cell lies in the slice that is drawn. */
const inRange = (source: MatrixSource, active: StageCell, matrix: Matrix): boolean => {
  if (source.head === undefined || !parameterSlices.has(source.matrix)) return true;
  return Math.floor(active.col / matrix.cols) === source.head;
};

/** The row's or column's token, or its number from 1. */
const axisName = (tokens: readonly string[] | null, index: number): string =>
  tokens?.[index] === undefined ? String(index + 1) : `${index + 1} ${tokens[index]}`;

const TargetFrame = ({
  place,
  matrix,
  props,
}: {
  place: StageCell;
  matrix: Matrix;
  props: StageMatrixProps;
}) => {
  const { metrics } = useStage();
  const { x, y, cell, transposed = false, rowsShown, colsShown } = props;
  const own = entryIn(props, place, matrix).col;
  const col = colsShown ? colsShown.indexOf(own) : own;
  const line = rowsShown ? rowsShown.indexOf(place.row) : place.row;
  if (line < 0 || col < 0) return null;
  return (
    <Frame
      x={x + (transposed ? line : col) * cell}
      y={y + (transposed ? col : line) * cell}
      width={cell}
      height={cell}
      strong
      metrics={metrics}
    />
  );
};

export const StageMatrix = (props: StageMatrixProps): React.ReactNode => {
  const stage = useStage();
  const { state, messages, metrics, palette, active, operands } = stage;
  const {
    matrix: name,
    head,
    variant,
    x,
    y,
    cell,
    round = false,
    byToken = false,
    calm = false,
  } = props;
  const matrix = sourceMatrix(stage, props);
  const isHere =
    active !== null &&
    sameMatrix(active, cellAtSeat(props, matrix.cols, 0, 0)) &&
    inRange(props, active, matrix);
  const rule = quantityOf(name) === 'share' ? 'share' : 'signed';
  const hueRow = props.hueOfRow ?? ((row: number) => row);
  const hueOf =
    byToken || state.fill === 'token'
      ? (row: number): string =>
          rowIsToken(name) || props.hueOfRow ? tokenHue(palette, hueRow(row)) : palette.neutral
      : null;
  const rowTokens = selectRowTokens(state, name);
  const colTokens = selectColTokens(state, name);
  const symbol = matrixSymbols[name];
  return (
    <>
      <MatrixView
        id={{ matrix: name, head, variant }}
        matrix={matrix}
        x={x}
        y={y}
        cell={cell}
        metrics={metrics}
        palette={palette}
        rule={rule}
        domain={selectDomain(state, name)}
        round={round}
        hueOf={hueOf}
        emphasisOf={calm ? () => 'plain' : emphasisIn(stage, props, matrix)}
        pairOf={
          stage.numbered && !calm
            ? (row, col) => operands.get(cellKey(cellAtSeat(props, matrix.cols, row, col))) ?? 0
            : undefined
        }
        digits={props.digits}
        transposed={props.transposed}
        rowsShown={props.rowsShown}
        colsShown={props.colsShown}
        hideNumerals={props.hideNumerals}
        seatOf={props.seatOf}
        shownOf={shownIn(stage, props)}
        from={fromIn(stage, props)}
        entry={entryOf(stage, props, matrix)}
        blankOf={rule === 'share' ? (row, col) => isBlocked(stage, props, row, col) : undefined}
        label={messages.ui.matrixLabel(
          symbol,
          matrix.rows,
          matrix.cols,
          head === undefined ? null : head + 1,
        )}
        cellLabel={(row, col, value) =>
          messages.ui.cellLabel(
            symbol,
            axisName(rowTokens, row),
            axisName(colTokens, col),
            numeral(value),
          )
        }
      />
      {isHere && !props.seatOf && <TargetFrame place={active} matrix={matrix} props={props} />}
      {litCells(stage, props, matrix).map((lit) => (
        <TargetFrame key={cellKey(lit)} place={lit} matrix={matrix} props={props} />
      ))}
    </>
  );
};

/** The cells of this matrix in the term that is pointed at. */
const litCells = (
  { state, operands }: StageValue,
  source: MatrixSource,
  matrix: Matrix,
): readonly StageCell[] => {
  if (!state.lit || state.lit.wholeRow) return [];
  return Array.from({ length: matrix.rows * matrix.cols }, (_, index) =>
    cellAtSeat(source, matrix.cols, Math.floor(index / matrix.cols), index % matrix.cols),
  ).filter((cell) => operands.has(cellKey(cell)));
};

/** The cell that Tab enters a matrix at: the explained one, else the step's own, else the first. */
const entryOf = (
  stage: StageValue,
  props: MatrixSource,
  matrix: Matrix,
): { row: number; col: number } | undefined => {
  const first = cellAtSeat(props, matrix.cols, 0, 0);
  const found = [stage.active, stage.home].find(
    (cell) => cell && sameMatrix(cell, first) && inRange(props, cell, matrix),
  );
  return found ? entryIn(props, found, matrix) : undefined;
};

const entryIn = (
  props: MatrixSource,
  active: StageCell,
  matrix: Matrix,
): { row: number; col: number } => ({
  row: active.row,
  col:
    parameterSlices.has(props.matrix) && props.head !== undefined
      ? active.col - props.head * matrix.cols
      : active.col,
});

/** While the stop moves, how much of each cell of what it makes is there, and of what changes on the way. */
const shownIn = (
  { moment, state }: StageValue,
  { matrix, head, variant }: MatrixSource,
): ((row: number, col: number) => number) | undefined => {
  const { makes, cell } = currentBeat(state);
  if (!moment || variant !== cell?.variant || (head ?? state.head) !== state.head) return undefined;
  if (matrix === makes) return moment.shown;
  return variant !== undefined && matrix === 'masked' ? moment.between : undefined;
};

/** What a matrix looked like before the stop changed it in place: scores before they are scaled, or without the mask. */
const fromIn = (stage: StageValue, { matrix, head, variant }: MatrixSource): Matrix | undefined => {
  if (!stage.moment) return undefined;
  if (matrix === 'scaled') return sourceMatrix(stage, { matrix: 'scores', head });
  return variant === 'after' ? sourceMatrix(stage, { matrix, head, variant: 'before' }) : undefined;
};

/** Whether a weight is 0 because the mask blocked its score. */
const isBlocked = (stage: StageValue, source: MatrixSource, row: number, col: number): boolean => {
  if (source.matrix !== 'weights') return false;
  const masked = selectComputation(stage.state, source.variant).matrix({
    matrix: 'masked',
    head: source.head ?? 0,
  });
  return masked.data[row * masked.cols + col] === -Infinity;
};

/** A matrix of the current computation on the stage: MatrixView with its colours, labels and lit cells filled in. */
import { useMemo } from 'react';
import { useOverlay } from '../../frame/index.ts';
import { at, type Matrix } from '../../math/index.ts';
import {
  colIsToken,
  currentBeat,
  rowIsToken,
  ruleOf,
  selectColTokens,
  selectDomain,
  selectRowTokens,
} from '../../store/index.ts';
import {
  Frame,
  MatrixView,
  numeral,
  tokenHue,
  type CellSeat,
  type Point,
} from '../../viz/index.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import { litIn, seatIn, unlit, type Seat } from './lit.ts';
import { isTransposed, sourceMatrix, type MatrixSource } from './source.ts';
import { useTravel } from './travel.ts';
import { useStage, type StageValue } from './StageContext.tsx';

export interface StageMatrixProps extends MatrixSource, Point {
  readonly cell: number;
  /** Distance of the cells from top to bottom, where they stand apart. */
  readonly pitch?: number | undefined;
  /** Circles in the fill by token. */
  readonly round?: boolean | undefined;
  readonly transposed?: boolean;
  readonly rowsShown?: readonly number[];
  readonly colsShown?: readonly number[];
  readonly digits?: number;
  readonly hideNumerals?: boolean;
  /** Fills by token whatever the switch says. */
  readonly byToken?: boolean;
  /** Where each cell's top left corner is, where rows and columns are on their way to their places. */
  readonly seatOf?: ((row: number, col: number) => CellSeat) | undefined;
  /** Leaves the cells at rest whatever is explained. */
  readonly calm?: boolean;
  /** Leaves blank what the mask blocks; attention weights always do. */
  readonly blockedBlank?: boolean;
  /** How much of a cell is there, where the stop says it of more than the matrix that it makes. */
  readonly shownOf?: ((row: number, col: number) => number) | undefined;
  /** Which positions of the sentence the rows stand for, where it is not their index. */
  readonly hueOfRow?: (row: number) => number;
}

/** The row's or column's token, or its number from 1. */
const axisName = (tokens: readonly string[] | null, index: number): string =>
  tokens?.[index] === undefined ? String(index + 1) : `${index + 1} ${tokens[index]}`;

/** A heavy frame round the explained cell, where it is drawn. */
const TargetFrame = ({
  seat,
  props,
}: {
  readonly seat: Seat;
  readonly props: StageMatrixProps;
}) => {
  const { metrics } = useStage();
  const { x, y, cell, pitch = cell, transposed = false, rowsShown, colsShown } = props;
  const col = colsShown ? colsShown.indexOf(seat.col) : seat.col;
  const line = rowsShown ? rowsShown.indexOf(seat.row) : seat.row;
  if (line < 0 || col < 0) return null;
  return (
    <Frame
      x={x + (transposed ? line : col) * cell}
      y={y + (transposed ? col : line) * pitch}
      width={cell}
      height={cell}
      strong
      metrics={metrics}
    />
  );
};

/** What of a picture depends neither on the explained cell nor on the moment: the same objects until something else changes. */
const useLook = (stage: StageValue, props: StageMatrixProps, matrix: Matrix) => {
  const { state, messages, palette } = stage;
  const { matrix: name, head, variant, byToken = false, hueOfRow } = props;
  const { blockedBlank = name === 'weights' } = props;
  const filled = byToken || state.fill === 'token';
  const rowTokens = selectRowTokens(state, name);
  const colTokens = selectColTokens(state, name);
  // A weight is 0 because the mask blocked its score, or because it is small; only the first is left blank.
  const masked = blockedBlank ? sourceMatrix(stage, { matrix: 'masked', head, variant }) : null;
  const { rows, cols } = matrix;
  const look = useMemo(() => {
    const { ui } = messages;
    const symbol = matrixSymbols[name];
    const isOfTokens = rowIsToken(name) || hueOfRow !== undefined;
    return {
      id: { matrix: name, head, variant },
      label: ui.matrixLabel(symbol, rows, cols, head === undefined ? null : head + 1),
      cellLabel: (row: number, col: number, value: number): string =>
        ui.cellLabel(symbol, axisName(rowTokens, row), axisName(colTokens, col), numeral(value)),
      hueOf: filled
        ? (row: number): string =>
            isOfTokens ? tokenHue(palette, hueOfRow?.(row) ?? row) : palette.neutral
        : null,
      cornerOf: filled && colIsToken(name) ? (col: number): string => tokenHue(palette, col) : null,
    };
  }, [name, head, variant, rows, cols, filled, hueOfRow, rowTokens, colTokens, palette, messages]);
  const blankOf = useMemo(
    () => masked && ((row: number, col: number): boolean => at(masked, row, col) === -Infinity),
    [masked],
  );
  return { ...look, blankOf };
};

/** The cell that Tab enters a matrix at: the explained one, else the step's own, else the first. The same object for the same cell. */
const useEntry = (
  { active, home }: StageValue,
  source: MatrixSource,
  matrix: Matrix,
): Seat | undefined => {
  const { row, col } = seatIn(source, active, matrix) ?? seatIn(source, home, matrix) ?? {};
  return useMemo(
    () => (row === undefined || col === undefined ? undefined : { row, col }),
    [row, col],
  );
};

export const StageMatrix = (given: StageMatrixProps): React.ReactNode => {
  const stage = useStage();
  const props = { ...given, transposed: isTransposed(stage, given) };
  const { state, metrics, palette } = stage;
  const { matrix: name, calm = false } = props;
  const matrix = sourceMatrix(stage, props);
  const target = seatIn(props, stage.active, matrix);
  const element = useTravel(props, matrix, props);
  const overlay = useOverlay();
  const own = {
    ...props,
    ...useLook(stage, props, matrix),
    ...(calm ? unlit : litIn(stage, props, matrix)),
    matrix,
    metrics,
    palette,
    rule: ruleOf(name),
    domain: selectDomain(state, name),
    shownOf: props.shownOf ?? shownIn(stage, props),
    from: fromIn(stage, props),
    entry: useEntry(stage, props, matrix),
  };
  return (
    <g ref={element} data-ghosts={props.seatOf ? '' : undefined}>
      <MatrixView {...(overlay?.asDifference(state, own) ?? own)} />
      {overlay && !props.seatOf && !stage.moment && <overlay.ChangedMarks {...own} />}
      {target && !props.seatOf && <TargetFrame seat={target} props={props} />}
      {pointedAt(stage, props, matrix).map((seat) => (
        <TargetFrame key={`${seat.row} ${seat.col}`} seat={seat} props={props} />
      ))}
    </g>
  );
};

/** The cells of this matrix in the term that is pointed at. */
const pointedAt = (
  { state, operands }: StageValue,
  source: MatrixSource,
  matrix: Matrix,
): readonly Seat[] =>
  state.lit?.wholeRow === false
    ? operands.flatMap(({ cell }) => seatIn(source, cell, matrix) ?? [])
    : [];

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

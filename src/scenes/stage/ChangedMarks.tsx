/** A notch in the corner of every cell that is not what it was before the last change. */
import { useMemo } from 'react';
import { at, type Matrix } from '../../math/index.ts';
import { matrixBefore, selectBase, valueIn } from '../../store/index.ts';
import type { Seat } from './lit.ts';
import { useStage } from './StageContext.tsx';
import type { StageMatrixProps } from './StageMatrix.tsx';

/** The cells that differ; none where no change is marked. */
const useChanged = (matrix: Matrix, before: Matrix | null, isMarked: boolean): readonly Seat[] =>
  useMemo(() => {
    if (!isMarked || matrix === before) return [];
    const seats = Array.from({ length: matrix.rows * matrix.cols }, (_, index) => ({
      row: Math.floor(index / matrix.cols),
      col: index % matrix.cols,
    }));
    return seats.filter((seat) => valueIn(before, seat) !== at(matrix, seat.row, seat.col));
  }, [matrix, before, isMarked]);

const upTo = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** A corner is as large as this part of its cell, within these sizes. */
const share = 0.24;
const sizes = { least: 3, most: 9 } as const;

export const ChangedMarks = ({
  matrix,
  props,
}: {
  readonly matrix: Matrix;
  readonly props: StageMatrixProps;
}): React.ReactNode => {
  const { state, palette } = useStage();
  const { x, y, cell, pitch = cell, transposed = false } = props;
  const { rowsShown = upTo(matrix.rows), colsShown = upTo(matrix.cols) } = props;
  const before = matrixBefore(state, props);
  const changed = useChanged(matrix, before, selectBase(state) !== null);
  if (changed.length === 0) return null;
  const size = Math.min(sizes.most, Math.max(sizes.least, cell * share));
  const path = changed
    .map(({ row, col }) => [rowsShown.indexOf(row), colsShown.indexOf(col)] as const)
    .filter(([line, place]) => line >= 0 && place >= 0)
    .map(([line, place]) => {
      const right = x + ((transposed ? line : place) + 1) * cell - 1;
      const top = y + (transposed ? place : line) * pitch + 1;
      return `M${right - size} ${top}h${size}v${size}z`;
    })
    .join('');
  return (
    <path
      d={path}
      fill={palette.ink}
      stroke={palette.paper}
      strokeWidth={0.75}
      pointerEvents="none"
      data-changed={changed.length}
    />
  );
};

/** A notch in the corner of every cell that is not what it was before the last change. */
import { useMemo } from 'react';
import type { Matrix } from '../../math/index.ts';
import { changedCells, matrixBefore, selectBase } from '../../store/index.ts';
import { useStage } from './StageContext.tsx';
import type { StageMatrixProps } from './StageMatrix.tsx';

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
  const isMarked = selectBase(state) !== null;
  const changed = useMemo(
    () => (isMarked ? changedCells(before, matrix) : []),
    [matrix, before, isMarked],
  );
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

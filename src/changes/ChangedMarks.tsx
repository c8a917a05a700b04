/** A notch in the corner of every cell that is not what it was before the last change. */
import { useMemo } from 'react';
import { changedCells, matrixBefore, selectBase } from '../store/index.ts';
import { useAppState, useFrame, type MarkedMatrix } from '../frame/index.ts';

const upTo = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** A corner is as large as this part of its cell, within these sizes. */
const share = 0.24;
const sizes = { least: 3, most: 9 } as const;

export const ChangedMarks = (props: MarkedMatrix): React.ReactNode => {
  const state = useAppState();
  const { palette } = useFrame();
  const { matrix, id, x, y, cell, pitch = cell, transposed = false } = props;
  const { rowsShown = upTo(matrix.rows), colsShown = upTo(matrix.cols) } = props;
  const before = matrixBefore(state, id as Parameters<typeof matrixBefore>[1]);
  // The difference itself needs no marks.
  const isMarked = state.side !== 'diff' && selectBase(state) !== null;
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

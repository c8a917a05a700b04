/** A notch in the corner of every cell that is not what it was before the last change. */
import { useMemo } from 'react';
import { changedCells, matrixBefore, selectBase } from '../store/index.ts';
import { useAppState, useFrame, type MarkedMatrix } from '../frame/index.ts';

/** A corner is as large as this part of its cell, within these sizes. */
const share = 0.24;
const sizes = { least: 3, most: 9 } as const;

export const ChangedMarks = (props: MarkedMatrix): React.ReactNode => {
  const state = useAppState();
  const { palette } = useFrame();
  const { matrix, id, x, y, cell, pitch = cell, transposed = false } = props;
  const { rowsShown, colsShown } = props;
  const before = matrixBefore(state, id as Parameters<typeof matrixBefore>[1]);
  // The difference itself needs no marks.
  const isMarked = state.side !== 'diff' && selectBase(state) !== null;
  const changed = useMemo(
    () => (isMarked ? changedCells(before, matrix) : []),
    [matrix, before, isMarked],
  );
  if (changed.length === 0) return null;
  const size = Math.min(sizes.most, Math.max(sizes.least, cell * share));
  let path = '';
  for (const { row, col } of changed) {
    const line = rowsShown ? rowsShown.indexOf(row) : row;
    const place = colsShown ? colsShown.indexOf(col) : col;
    if (line < 0 || place < 0) continue;
    const right = x + ((transposed ? line : place) + 1) * cell - 1;
    const top = y + (transposed ? place : line) * pitch + 1;
    path += `M${right - size} ${top}h${size}v${size}z`;
  }
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

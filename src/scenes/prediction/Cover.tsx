/** What is not made yet: paper over cells that stand there already, until their time comes. */
import type { Box } from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';

export const Cover = ({
  x,
  y,
  width,
  height,
  shown,
}: Box & {
  /** From 0, all paper, to 1, nothing in the way. */
  readonly shown: number;
}): React.ReactNode => {
  const { palette } = useStage();
  if (shown >= 1) return null;
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      fill={palette.paper}
      fillOpacity={1 - shown}
      pointerEvents="none"
      data-ghosts=""
    />
  );
};

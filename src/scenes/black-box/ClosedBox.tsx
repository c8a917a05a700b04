/** Attention as a closed box. */
import type { Box } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';

export const ClosedBox = ({ x, y, width, height }: Box): React.ReactNode => {
  const { metrics, palette, messages } = useStage();
  const lines = messages.ui.multiHead;
  const size = Math.max(metrics.label, Math.min(metrics.small * 1.25, width / 7));
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
        fill="var(--wash)"
        stroke={palette.ink}
        strokeWidth={1.5 * metrics.stroke}
      />
      {lines.map((line, index) => (
        <Note
          key={line}
          x={x + width / 2}
          y={y + height / 2 + (index - (lines.length - 1) / 2) * size * 1.5 + size * 0.36}
          anchor="middle"
          tone="ink"
          size={size}
        >
          {line}
        </Note>
      ))}
    </g>
  );
};

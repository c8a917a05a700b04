/** Rows that swing to become columns: each turns about its own corner, its numbers stay upright, and its token goes with it. */
import { mix, tokenHue, type FalkLayout, type Metrics } from '../../viz/index.ts';
import { poseOf, type Pose, type Upright } from './turn.ts';
import { useStage } from './StageContext.tsx';

const Chip = ({
  token,
  position,
  pose,
  cell,
  metrics,
}: {
  readonly token: string;
  readonly position: number;
  readonly pose: Pose;
  readonly cell: number;
  readonly metrics: Metrics;
}): React.ReactNode => {
  const { palette } = useStage();
  const { band, bandGap, chipHeight } = metrics;
  const hue = tokenHue(palette, position);
  const height = chipHeight - band;
  const away = bandGap + band + height / 2;
  const degrees = (pose.angle * 180) / Math.PI;
  // In front of the row's first cell, in the row's own direction.
  const middle = {
    x: pose.x - away * Math.cos(pose.angle) - (cell / 2) * Math.sin(pose.angle),
    y: pose.y - away * Math.sin(pose.angle) + (cell / 2) * Math.cos(pose.angle),
  };
  return (
    <>
      <g transform={`translate(${pose.x} ${pose.y}) rotate(${degrees})`}>
        <rect
          x={-bandGap - band - height}
          y={1}
          width={height}
          height={cell - 2}
          rx={3}
          fill={mix(palette.paper, hue, palette.chipTint)}
        />
        <rect x={-bandGap - band} y={1} width={band} height={cell - 2} fill={hue} />
      </g>
      <text
        {...middle}
        dy="0.36em"
        textAnchor="middle"
        fontSize={Math.max(metrics.micro, Math.min(metrics.small * 1.65, height * 0.66))}
        fill={palette.ink}
      >
        {token}
      </text>
    </>
  );
};

/** The tokens of the rows that turn. */
export const TurningChips = ({
  tokens,
  layout,
  upright,
}: {
  readonly tokens: readonly string[];
  readonly layout: FalkLayout;
  readonly upright: Upright;
}): React.ReactNode => {
  const { moment, metrics } = useStage();
  return (
    <g aria-hidden="true" data-ghosts="">
      {tokens.map((token, row) => (
        <Chip
          key={`${row}${token}`}
          token={token}
          position={row}
          pose={poseOf(layout, upright, row, moment?.turned(row) ?? 1)}
          cell={layout.cell}
          metrics={metrics}
        />
      ))}
    </g>
  );
};

/** A line of text in a picture, in one of the three inks. */
import { arrowHead } from './arrows.ts';
import { useStage } from './StageContext.tsx';

export interface NoteProps {
  readonly x: number;
  readonly y: number;
  readonly children: React.ReactNode;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly tone?: 'ink' | 'ink2' | 'ink3';
  /** Defaults to the frame's label size. */
  readonly size?: number;
  readonly bold?: boolean;
}

export const Note = (props: NoteProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const {
    x,
    y,
    children,
    anchor = 'start',
    tone = 'ink3',
    size = metrics.label,
    bold = false,
  } = props;
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={anchor}
      fontWeight={bold ? 700 : 400}
      fill={palette[tone]}
    >
      {children}
    </text>
  );
};

/** A straight arrow from left to right or from top to bottom; bent, it begins and ends in that direction and goes across in between. */
export const Arrow = ({
  from,
  to,
  dashed = false,
  bend,
  size = 1,
}: {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly dashed?: boolean;
  readonly bend?: 'down' | 'right' | undefined;
  /** Of the head and the stroke, beside the frame's own. */
  readonly size?: number;
}): React.ReactNode => {
  const { metrics } = useStage();
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  /** The way, and the spot that its last part comes from. */
  const ways = {
    straight: [`L${to[0]} ${to[1]}`, from],
    down: [`V${y}H${to[0]}V${to[1]}`, [to[0], y]],
    right: [`H${x}V${to[1]}H${to[0]}`, [x, to[1]]],
  } as const;
  const [way, last] = ways[bend ?? 'straight'];
  return (
    <path
      d={`M${from[0]} ${from[1]}${way}${arrowHead(last, to, 5 * metrics.stroke * size)}`}
      fill="none"
      stroke="var(--ink-3)"
      strokeWidth={1.2 * metrics.stroke}
      strokeDasharray={dashed ? '3 4' : undefined}
      aria-hidden="true"
    />
  );
};

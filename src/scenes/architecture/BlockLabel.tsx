/** A block's name in the middle of its box; on two lines where it is too long for one, and nothing where it does not fit. */
import type { Box } from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import { middleOf } from './box.ts';
import { labelLines, leading } from './label-lines.ts';

export const BlockLabel = ({
  text,
  box,
  bold,
  isBeside,
  fill,
}: {
  readonly text: string;
  readonly box: Box;
  readonly bold: boolean;
  /** Whether it shares its block with a picture. */
  readonly isBeside: boolean;
  readonly fill: string;
}): React.ReactNode => {
  const { metrics } = useStage();
  const fitted = labelLines(text, box, metrics, isBeside ? 0.3 : 0);
  if (!fitted) return null;
  const { lines, size } = fitted;
  const { x, y } = middleOf(box);
  return lines.map((line, index) => (
    <text
      key={line}
      x={x}
      y={y + (index - (lines.length - 1) / 2) * size * leading}
      dy="0.36em"
      textAnchor="middle"
      fontSize={size}
      fontWeight={bold ? 700 : 400}
      fill={fill}
    >
      {line}
    </text>
  ));
};

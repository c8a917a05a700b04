/** Step `mask`: scores and weights without and with the causal mask, side by side. */
import { lineLayout } from '../viz/index.ts';
import { Arrow, Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { useStage } from './stage/StageContext.tsx';

const variants = ['before', 'after'] as const;

export const Mask = (): React.ReactNode => {
  const { size, state, metrics, messages } = useStage();
  const { head, tokens } = state;
  const n = tokens.length;
  const band = metrics.band + metrics.bandGap;
  const chips = metrics.chipWidth + band + 4;
  const arrow = Math.min(metrics.label * 6, size.width * 0.12);
  const half = size.height / 2;
  const { cell, seats } = lineLayout(
    { width: size.width, height: half },
    [
      { rows: n, cols: n, before: chips },
      { rows: n, cols: n, before: arrow + band },
    ],
    {
      above: metrics.chipHeight + metrics.bandGap + metrics.small * 1.6,
      below: metrics.name * 2.2,
      gap: 0,
    },
    metrics.cellMax * 0.85,
  );
  const [left, right] = seats;
  if (!left || !right) return null;
  const base = state.scaled ? 'S/√d_k' : 'S';
  return (
    <Canvas size={size}>
      {variants.map((variant, index) => {
        const y = index * half;
        const shared = { head, variant, cell, cols: 'chips', bare: true } as const;
        const middle = y + left.y + (n * cell) / 2;
        return (
          <g key={variant}>
            <Note
              x={left.x}
              y={y + left.y - metrics.chipHeight - metrics.bandGap - metrics.small * 0.5}
              tone="ink"
              bold
              size={metrics.small}
            >
              {variant === 'before' ? messages.ui.withoutMask : messages.ui.withMask}
            </Note>
            <LabelledMatrix
              {...shared}
              matrix="masked"
              notation={variant === 'before' ? base : `${base} + mask`}
              x={left.x}
              y={y + left.y}
              rows="chips"
            />
            <Arrow from={[left.x + n * cell + 6, middle]} to={[right.x - band - 6, middle]} />
            <Note
              x={(left.x + n * cell + right.x - band) / 2}
              y={middle - metrics.label * 0.6}
              anchor="middle"
            >
              softmax
            </Note>
            <LabelledMatrix
              {...shared}
              matrix="weights"
              notation="A"
              x={right.x}
              y={y + right.y}
              rows="bands"
            />
          </g>
        );
      })}
    </Canvas>
  );
};

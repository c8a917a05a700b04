/** Step `mask`: scores and weights without and with the causal mask, side by side. */
import { cellSize } from '../viz/index.ts';
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
  // The upper pictures carry the tokens' characters, the lower ones only their bands.
  const names = metrics.name * 1.6;
  const above = [
    names + metrics.chipHeight + metrics.bandGap,
    names + metrics.band + metrics.bandGap,
  ] as const;
  const gap = metrics.label;
  const fixed = above[0] + above[1] + gap;
  const cell = cellSize(
    metrics.cellMax * 0.85,
    (size.width - chips - arrow - band - 4) / (2 * n),
    (size.height - fixed) / (2 * n),
  );
  const left = (size.width - chips - arrow - band - 2 * n * cell) / 2 + chips;
  const right = left + n * cell + arrow + band;
  const top = (size.height - fixed - 2 * n * cell) / 2 + above[0];
  const base = state.scaled ? 'S/√d_k' : 'S';
  return (
    <Canvas size={size}>
      {variants.map((variant, index) => {
        const y = top + index * (n * cell + gap + above[1]);
        const cols = index === 0 ? 'chips' : 'bands';
        const shared = { head, variant, cell, cols, y, nameAt: 'above', bare: true } as const;
        const middle = y + (n * cell) / 2;
        const masked = variant === 'after';
        return (
          <g key={variant}>
            <LabelledMatrix
              {...shared}
              matrix="masked"
              notation={masked ? `${base} + mask` : base}
              x={left}
              rows="chips"
            />
            <Arrow from={[left + n * cell + 6, middle]} to={[right - band - 6, middle]} />
            {arrow >= metrics.label * 4.6 && (
              <Note
                x={(left + n * cell + right - band) / 2}
                y={middle - metrics.label * 0.6}
                anchor="middle"
              >
                softmax
              </Note>
            )}
            <LabelledMatrix {...shared} matrix="weights" notation="A" x={right} rows="bands" />
            <Note
              x={right + n * cell}
              y={
                y -
                (index === 0 ? metrics.chipHeight : metrics.band) -
                metrics.bandGap -
                metrics.name * 0.5
              }
              anchor="end"
              tone="ink"
              bold
              size={metrics.small}
            >
              {masked ? messages.ui.withMask : messages.ui.withoutMask}
            </Note>
          </g>
        );
      })}
    </Canvas>
  );
};

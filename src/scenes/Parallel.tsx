/** Step `parallel`: every row of attention at once, beside a recurrent network that must wait for each step before. */
import { cellSize, mix, textWidth, tokenHue, type Metrics } from '../viz/index.ts';
import { Arrow, Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { useStage } from './stage/StageContext.tsx';

interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line, or two where it is too long even in the smallest type: it breaks behind its colon. */
const heading = (panel: Panel, title: string, size: number, y: number): React.ReactNode => {
  const fits = textWidth(title, size) <= panel.width;
  const lines = fits ? [title] : title.split(/(?<=[:：])\s*/);
  return lines.map((line, index) => (
    <Note
      key={line}
      x={panel.x + panel.width / 2}
      y={y - (lines.length - 1 - index) * size * 1.35}
      anchor="middle"
      tone="ink"
      bold
      size={size}
    >
      {line}
    </Note>
  ));
};

/** The largest type, up to the frame's own, in which a line fits a width. */
const fittingSize = (text: string, width: number, metrics: Metrics): number =>
  Math.max(metrics.micro, Math.min(metrics.small, width / textWidth(text, 1)));

const AllAtOnce = (panel: Panel): React.ReactNode => {
  const { metrics, state, messages } = useStage();
  const n = state.tokens.length;
  const chips = metrics.chipWidth + metrics.band + metrics.bandGap + 4;
  const above = metrics.small * 2.4 + metrics.chipHeight + metrics.bandGap;
  const below = metrics.name * 2 + metrics.label * 2;
  const cell = cellSize(
    metrics.cellMax * 0.85,
    (panel.width - chips - 12) / n,
    (panel.height - above - below) / n,
  );
  const x = panel.x + (panel.width - chips - n * cell) / 2 + chips;
  const y = panel.y + (panel.height - above - below - n * cell) / 2 + above;
  return (
    <>
      {heading(
        panel,
        messages.ui.attentionSteps,
        fittingSize(messages.ui.attentionSteps, panel.width - 8, metrics),
        y - metrics.chipHeight - metrics.bandGap - metrics.small,
      )}
      <LabelledMatrix
        matrix="weights"
        head={state.head}
        notation="A"
        x={x}
        y={y}
        cell={cell}
        rows="chips"
        cols="chips"
      />
    </>
  );
};

const OneByOne = (panel: Panel): React.ReactNode => {
  const { metrics, palette, state, messages } = useStage();
  const { tokens } = state;
  const n = tokens.length;
  const top = panel.y + metrics.small * 3;
  const pitch = Math.min(metrics.cellMax * 1.2, (panel.height - metrics.small * 4.4) / n);
  const box = pitch * 0.62;
  const title = messages.ui.recurrentSteps(n);
  const lineWidth = box * 3.4 + 8 + textWidth(messages.ui.stepNumber(n), metrics.label);
  const x = panel.x + Math.max(0, (panel.width - lineWidth) / 2);
  const start = top + (panel.height - metrics.small * 4.4 - n * pitch) / 2;
  return (
    <>
      {heading(panel, title, fittingSize(title, panel.width - 8, metrics), start - metrics.small)}
      {tokens.map((token, index) => {
        const y = start + index * pitch;
        return (
          <g key={`${index}${token}`}>
            <rect
              x={x}
              y={y}
              width={box * 1.2}
              height={box}
              rx={4}
              fill={mix(palette.paper, tokenHue(palette, index), palette.chipTint)}
            />
            <Note
              x={x + box * 0.6}
              y={y + box * 0.5 + metrics.small * 0.5}
              anchor="middle"
              tone="ink"
              size={metrics.small * 1.3}
            >
              {token}
            </Note>
            <Arrow from={[x + box * 1.2 + 4, y + box / 2]} to={[x + box * 2 - 4, y + box / 2]} />
            <rect
              x={x + box * 2}
              y={y}
              width={box * 1.4}
              height={box}
              rx={4}
              fill="none"
              stroke={palette.ink}
              strokeWidth={1.2 * metrics.stroke}
            />
            <Note
              x={x + box * 2.7}
              y={y + box / 2 + metrics.label * 0.4}
              anchor="middle"
              tone="ink"
              size={metrics.label}
            >
              {`h${'₁₂₃₄₅₆₇₈₉'[index] ?? index + 1}`}
            </Note>
            {index > 0 && (
              <Arrow from={[x + box * 2.7, y - pitch + box + 2]} to={[x + box * 2.7, y - 3]} />
            )}
            <Note x={x + box * 3.4 + 8} y={y + box / 2 + metrics.label * 0.4}>
              {messages.ui.stepNumber(index + 1)}
            </Note>
          </g>
        );
      })}
    </>
  );
};

export const Parallel = (): React.ReactNode => {
  const { size, metrics } = useStage();
  const { width, height } = size;
  const panels = metrics.narrow
    ? [
        { x: 0, y: 0, width, height: height * 0.5 },
        { x: 0, y: height * 0.5, width, height: height * 0.5 },
      ]
    : [
        { x: 0, y: 0, width: width * 0.54, height },
        { x: width * 0.54, y: 0, width: width * 0.46, height },
      ];
  const [first, second] = panels;
  if (!first || !second) return null;
  return (
    <Canvas size={size}>
      <AllAtOnce {...first} />
      <OneByOne {...second} />
    </Canvas>
  );
};

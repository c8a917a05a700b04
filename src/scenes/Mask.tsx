/** Step `mask`: scores and weights without and with the causal mask, side by side. */
import { useSoFar } from '../frame/index.ts';
import {
  cellSize,
  chipsAbove,
  chipsBeside,
  textWidth,
  type Metrics,
  type Point,
} from '../viz/index.ts';
import { RowSums, sumsBelow, sumsRoom } from './RowSums.tsx';
import { Arrow, Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { scaledNotation } from './stage/scaled-notation.ts';
import { useStage, type StageValue } from './stage/StageContext.tsx';

const variants = ['before', 'after'] as const;

/** Arrows at least this long carry a word, in label sizes. */
const wordy = 4.6;

/** Room for the arrow from scores to weights; without its word a short one does. */
const arrowRoom = ({ narrow, label }: Metrics, width: number): number => {
  const room = Math.min(label * 6, width * 0.12);
  if (room >= label * wordy) return room;
  return label * (narrow ? 1.4 : 2.4);
};

const layOut = ({ size, metrics, state, turned }: StageValue) => {
  const n = state.tokens.length;
  const band = metrics.band + metrics.bandGap;
  const chips = chipsBeside(metrics);
  const arrow = arrowRoom(metrics, size.width);
  // The upper pictures carry the tokens' characters, the lower ones only their bands.
  const above = [metrics.name * 1.4 + chipsAbove(metrics), metrics.name * 1.2 + band] as const;
  const leastGap = metrics.label * 0.45;
  const fixedWidth = chips + arrow + band + sumsRoom(metrics, turned);
  const below = sumsBelow(metrics, turned);
  const fixedHeight = above[0] + above[1] + leastGap + 2 * below;
  const cell = cellSize(
    metrics.cellMax * 0.95,
    (size.width - fixedWidth) / (2 * n),
    (size.height - fixedHeight - 4) / (2 * n),
  );
  const spare = Math.max(0, size.height - fixedHeight - 2 * n * cell);
  const gap = leastGap + Math.min(metrics.label, spare / 3);
  const left = (size.width - fixedWidth - 2 * n * cell) / 2 + chips;
  const top = (size.height - fixedHeight - (gap - leastGap) - 2 * n * cell) / 2 + above[0];
  return {
    n,
    cell,
    arrow,
    left,
    right: left + n * cell + arrow + band,
    tops: [top, top + n * cell + below + gap + above[1]] as const,
    lifts: [chipsAbove(metrics), band] as const,
  };
};

/** How wide a name with its shape is, roughly: roots and italics are narrower than their letters. */
const nameWidth = (notation: string, metrics: Metrics): number =>
  textWidth(notation.replace('_', ''), metrics.name) + textWidth(' 5×5', metrics.label) * 1.3;

/** One line: the scores, softmax, the weights, and what their rows add up to. */
const Line = ({
  variant,
  y,
  layout,
}: {
  readonly variant: (typeof variants)[number];
  readonly y: number;
  readonly layout: ReturnType<typeof layOut>;
}): React.ReactNode => {
  const { state, metrics, messages } = useStage();
  const { n, cell, arrow, left, right, lifts } = layout;
  const masked = variant === 'after';
  const base = scaledNotation(state);
  const notation = masked ? `${base} + mask` : base;
  const word = masked ? messages.ui.withMask : messages.ui.withoutMask;
  const width = n * cell;
  const level = y + width / 2;
  const band = metrics.band + metrics.bandGap;
  const margin = Math.min(6, arrow * 0.2);
  const from: Point = { x: left + width + margin, y: level };
  const to: Point = { x: right - band - margin, y: level };
  const wordWidth = textWidth(word, metrics.small);
  const isTight = textWidth('A', metrics.name) + wordWidth > width;
  const shared = {
    head: state.head,
    variant,
    cell,
    cols: masked ? 'bands' : 'chips',
    y,
    nameAt: 'above',
  } as const;
  return (
    <>
      <LabelledMatrix
        {...shared}
        matrix="masked"
        notation={notation}
        x={left}
        rows="chips"
        bare={nameWidth(notation, metrics) > width + arrow}
      />
      <Arrow from={[from.x, from.y]} to={[to.x, to.y]} />
      {arrow >= metrics.label * wordy && (
        <Note x={(from.x + to.x) / 2} y={level - metrics.label * 0.6} anchor="middle">
          softmax
        </Note>
      )}
      <LabelledMatrix
        {...shared}
        matrix="weights"
        notation="A"
        x={right}
        rows="bands"
        bare={nameWidth('A', metrics) + wordWidth > width}
      />
      <RowSums x={right} y={y} cell={cell} variant={variant} />
      <Note
        x={right + width + (isTight ? metrics.label * 0.8 : 0)}
        y={y - lifts[masked ? 1 : 0] - metrics.name * 0.5}
        anchor="end"
        tone="ink"
        bold
        size={metrics.small}
      >
        {word}
      </Note>
    </>
  );
};

export const Mask = (): React.ReactNode => {
  const stage = useStage();
  const layout = layOut(stage);
  // Four matrices with all their names are more than one frame draws.
  const drawn = useSoFar(variants.length - 1, 1) + 1;
  return (
    <Canvas size={stage.size}>
      {variants.slice(0, drawn).map((variant, index) => (
        <Line key={variant} variant={variant} y={layout.tops[index] ?? 0} layout={layout} />
      ))}
    </Canvas>
  );
};

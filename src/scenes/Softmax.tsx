/** Step `softmax`: each row of scores becomes shares of 1; below, the active row term by term. */
import { at } from '../math/index.ts';
import { explain } from '../store/index.ts';
import {
  chipsAbove,
  chipsBeside,
  lineLayout,
  mix,
  numeral,
  stackLayout,
  textWidth,
  tokenHue,
  type Point,
} from '../viz/index.ts';
import { RowSums, sumsBelow, sumsRoom } from './RowSums.tsx';
import { arrowBetween } from './stage/arrows.ts';
import { Arrow, Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { scaledNotation } from './stage/scaled-notation.ts';
import { useStage, type StageValue } from './stage/StageContext.tsx';

interface BarsProps extends Point {
  readonly values: readonly number[];
  readonly top: number;
  readonly pitch: number;
  readonly height: number;
  /** How far the bars have grown, from 0 to 1; their numbers stand when they are full. */
  readonly grown: number;
}

/** One bar a token, on a common baseline. */
const Bars = ({ values, top, x, y, pitch, height, grown }: BarsProps): React.ReactNode => {
  const { metrics, palette, state } = useStage();
  const room = height - metrics.label * 1.4;
  const isRoomy = pitch >= metrics.label * 2.1;
  const tallest = values.indexOf(Math.max(...values));
  return values.map((value, index) => {
    const tall = (value / top) * room * grown;
    return (
      <g key={index}>
        <rect
          x={x + index * pitch + pitch * 0.28}
          y={y - tall}
          width={pitch * 0.44}
          height={Math.max(tall, 0)}
          fill={mix(palette.paper, tokenHue(palette, index), 0.92)}
        />
        {(isRoomy || index === tallest) && grown === 1 && (
          <Note
            x={x + (index + 0.5) * pitch}
            y={y - tall - metrics.label * 0.4}
            anchor="middle"
            tone="ink"
          >
            {numeral(value, 2)}
          </Note>
        )}
        {(pitch >= metrics.label || index === tallest) && (
          <Note
            x={x + (index + 0.5) * pitch}
            y={y + metrics.label * 1.35}
            anchor="middle"
            tone="ink2"
          >
            {state.tokens[index]}
          </Note>
        )}
      </g>
    );
  });
};

interface RowProps {
  readonly row: number;
  /** Left edges of the two groups of bars, their baseline, and the room they have. */
  readonly lefts: readonly [number, number];
  readonly base: number;
  readonly pitch: number;
  readonly height: number;
}

/** The active row, term by term: powers of e, divided by their sum, become shares. */
const RowInBars = ({ row, lefts, base, pitch, height }: RowProps): React.ReactNode => {
  const { state, metrics, palette, computation, moment } = useStage();
  const { head } = state;
  const weights = computation.matrix({ matrix: 'weights', head });
  const softmax = explain(state, { matrix: 'weights', head, row, col: 0 });
  const groups = [
    softmax.terms.map((term) => term.value),
    Array.from({ length: weights.cols }, (_, col) => at(weights, row, col)),
  ];
  // First the powers of e grow, then they are shared out.
  const begun = !moment || moment.cell !== null || moment.shown(0, 0) > 0;
  const part = moment?.cell ? moment.part : Number(begun);
  const grown = [Math.min(1, part * 2), Math.max(0, part * 2 - 1)];
  const [from, to] = [lefts[0] + weights.cols * pitch + 4, lefts[1] - 6];
  const level = base - height * 0.4;
  return (
    <>
      {groups.map((values, index) => {
        const x = lefts[index] ?? 0;
        return (
          <g key={x}>
            <line x1={x} x2={x + weights.cols * pitch} y1={base} y2={base} stroke={palette.hair2} />
            <Bars
              values={values}
              top={Math.max(...values) || 1}
              x={x}
              y={base}
              pitch={pitch}
              height={height}
              grown={grown[index] ?? 1}
            />
          </g>
        );
      })}
      <Note x={lefts[0] - metrics.label * 0.6} y={base - 4} anchor="end" tone="ink2">
        {softmax.shift === undefined ? 'eˢ' : 'eˢ⁻ᵐ'}
      </Note>
      <Arrow from={[from, level]} to={[to, level]} />
      <Note x={(from + to) / 2} y={level - metrics.label * 0.7} anchor="middle" tone="ink">
        {`÷ ${numeral(softmax.divisor ?? 0, 2)}`}
      </Note>
    </>
  );
};

/** What the arrow from scores to weights says. */
const arrowWord = 'softmax';

const layOut = ({ size, metrics, computation, state, turned }: StageValue) => {
  const { rows, cols } = computation.matrix({ matrix: 'weights', head: state.head });
  const { narrow } = metrics;
  const chips = chipsBeside(metrics);
  const between = Math.max(
    textWidth(arrowWord, metrics.label) + metrics.label,
    Math.min(metrics.label * 8, size.width * 0.13),
  );
  const bars = Math.max(metrics.label * 8, Math.min(size.height * 0.3, metrics.label * 15));
  const { cell, seats } = (narrow ? stackLayout : lineLayout)(
    { width: size.width, height: size.height - bars },
    [
      { rows, cols, before: chips },
      {
        rows,
        cols,
        before: narrow ? 0 : between + metrics.band + metrics.bandGap,
        after: sumsRoom(metrics, turned),
      },
    ],
    {
      above: chipsAbove(metrics),
      below: metrics.name * 1.9 + sumsBelow(metrics, turned),
      gap: narrow ? metrics.label * 2 : 0,
    },
    metrics.cellMax * 0.9,
  );
  return { cell, seats, rows, cols, bars, between };
};

/** Left edges and pitch of the bars: under their matrices, or in halves where those are stacked or their columns are not the bars'. */
const barPlaces = (
  before: Point,
  after: Point,
  cell: number,
  cols: number,
  { size, metrics, turned }: StageValue,
): { readonly lefts: readonly [number, number]; readonly pitch: number } => {
  if (after.y === before.y && !turned) return { lefts: [before.x, after.x], pitch: cell };
  const start = metrics.label * 2.6;
  const gap = metrics.label * 5;
  const pitch = (size.width - start - gap - 4) / (2 * cols);
  return { lefts: [start, start + cols * pitch + gap], pitch };
};

export const Softmax = (): React.ReactNode => {
  const stage = useStage();
  const { size, state, metrics, computation, active, messages, turned } = stage;
  const { head } = state;
  const { cell, seats, rows, cols, bars, between } = layOut(stage);
  const [before, after] = seats;
  if (!before || !after) return null;
  const row = active?.matrix === 'weights' ? active.row : rows - 1;
  const arrow = arrowBetween(before, after, cols * cell, rows * cell, metrics);
  const hasMask = computation.matrix({ matrix: 'masked', head }).data.includes(-Infinity);
  const below = arrow.note.anchor === 'middle' ? metrics.label * 2.2 : 0;
  const lowered = sumsBelow(metrics, turned);
  const shared = { head, cell, cols: 'chips', lowered } as const;
  return (
    <Canvas size={size}>
      <LabelledMatrix
        {...shared}
        {...before}
        matrix="masked"
        notation={`${scaledNotation(state)}${hasMask ? ' + mask' : ''}`}
        rows="chips"
      />
      <Arrow from={arrow.from} to={arrow.to} />
      <Note {...arrow.note} tone="ink">
        {arrowWord}
      </Note>
      {below > 0 && textWidth(messages.ui.rowByRow, metrics.label) < between - metrics.label && (
        <Note {...arrow.note} y={arrow.note.y + below}>
          {messages.ui.rowByRow}
        </Note>
      )}
      <LabelledMatrix
        {...shared}
        {...after}
        matrix="weights"
        notation="A"
        rows={metrics.narrow ? 'chips' : 'bands'}
      />
      <RowSums x={after.x} y={after.y} cell={cell} />
      <RowInBars
        row={row}
        {...barPlaces(before, after, cell, cols, stage)}
        base={size.height - metrics.label * 2}
        height={bars - metrics.label * 2.4}
      />
    </Canvas>
  );
};

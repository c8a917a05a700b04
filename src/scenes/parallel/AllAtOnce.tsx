/** Attention: every row reads the keys that it may look at, and none waits for another. */
import { useMemo } from 'react';
import { stepDone } from '../../choreography/index.ts';
import { at, type Matrix } from '../../math/index.ts';
import {
  ColBands,
  ColChips,
  mix,
  MatrixName,
  RowBands,
  RowChips,
  shareFill,
  tokenHue,
} from '../../viz/index.ts';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import type { Dependency } from './dependencies.ts';
import type { ParallelLayout } from './layout.ts';

/** From every key to every row that reads it: the hue is the key's, the strength its attention weight. */
const Arrows = ({
  layout,
  dependencies,
  weights,
}: {
  readonly layout: ParallelLayout;
  readonly dependencies: readonly Dependency[];
  readonly weights: Matrix;
}): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { attention, keys, arrows } = layout;
  const head = Math.min(5, attention.pitch * 0.2) * metrics.stroke;
  const [left, right] = [keys + 4, keys + arrows - 4];
  const middle = (left + right) / 2;
  const yOf = (row: number): number => attention.top + (row + 0.5) * attention.pitch;
  return dependencies.map(({ from, to }) => {
    const [y, end] = [yOf(from), yOf(to)];
    const weight = at(weights, to, from);
    return (
      <path
        key={`${from} ${to}`}
        data-arrow={`${from} ${to}`}
        d={`M${left} ${y}C${middle} ${y} ${middle} ${end} ${right} ${end}M${right - head} ${end - head * 0.7}L${right} ${end}L${right - head} ${end + head * 0.7}`}
        fill="none"
        stroke={mix(palette.paper, tokenHue(palette, from), 0.24 + 0.76 * weight)}
        strokeWidth={(0.8 + 2 * weight) * metrics.stroke}
      />
    );
  });
};

/** A of another length than the sentence's: shares of 1, too many to be written out. */
const Shares = ({
  layout: { attention, weights: x },
  masked,
  weights,
}: {
  readonly layout: ParallelLayout;
  readonly masked: Matrix;
  readonly weights: Matrix;
}): React.ReactNode => {
  const { palette } = useStage();
  const { pitch, top } = attention;
  const inset = pitch > 14 ? 1 : 0.5;
  return Array.from({ length: weights.rows * weights.cols }, (_, place) => {
    const [row, col] = [Math.floor(place / weights.cols), place % weights.cols];
    const blocked = at(masked, row, col) === -Infinity;
    return (
      <rect
        key={place}
        x={x + col * pitch + inset}
        y={top + row * pitch + inset}
        width={pitch - 2 * inset}
        height={pitch - 2 * inset}
        fill={blocked ? palette.hair : shareFill(palette, at(weights, row, col))}
        stroke={blocked ? 'none' : 'var(--cell-line)'}
        strokeWidth={0.5}
      />
    );
  });
};

export interface AllAtOnceProps {
  readonly layout: ParallelLayout;
  readonly tokens: readonly string[];
  readonly dependencies: readonly Dependency[];
  readonly masked: Matrix;
  readonly weights: Matrix;
  readonly part: number;
}

export const AllAtOnce = (props: AllAtOnceProps): React.ReactNode => {
  const { layout, tokens, dependencies, masked, weights, part } = props;
  const { metrics, palette, state } = useStage();
  const { attention, dense, keys } = layout;
  const line = { tokens, palette, metrics, cell: attention.pitch, y: attention.top };
  const Rows = dense ? RowBands : RowChips;
  const Cols = dense ? ColBands : ColChips;
  const isSentence = tokens === state.tokens;
  // Hundreds of marks that do not change while they appear.
  const marks = useMemo(
    () => ({
      arrows: <Arrows layout={layout} dependencies={dependencies} weights={weights} />,
      shares: <Shares layout={layout} masked={masked} weights={weights} />,
    }),
    [layout, dependencies, masked, weights],
  );
  const nameY = attention.top + tokens.length * attention.pitch + metrics.name * 1.25;
  const done = stepDone(part, tokens.length, 0);
  return (
    <>
      <Rows {...line} x={keys} />
      <g opacity={done} aria-hidden="true">
        {marks.arrows}
      </g>
      <Rows {...line} x={layout.weights} />
      <Cols {...line} x={layout.weights} />
      {isSentence ? (
        <StageMatrix
          matrix="weights"
          head={state.head}
          x={layout.weights}
          y={attention.top}
          cell={attention.pitch}
        />
      ) : (
        <g opacity={done} data-thumb="weights" aria-hidden="true">
          {marks.shares}
        </g>
      )}
      {nameY + metrics.label * 0.5 < layout.control && (
        <MatrixName
          notation="A"
          note={`${tokens.length}×${tokens.length}`}
          x={layout.weights}
          y={nameY}
          metrics={metrics}
          palette={palette}
        />
      )}
    </>
  );
};

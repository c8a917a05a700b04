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
  const { metrics, palette, turned } = useStage();
  const { attention, arrows } = layout;
  const head = Math.min(5, attention.pitch * 0.2) * metrics.stroke;
  const { x, y } = attention.tokens;
  // Along the arrows, and across them.
  const [keys, first] = turned ? [y, x] : [x, y];
  const [begin, tip] = [keys + 4, keys + arrows - 4];
  const middle = (begin + tip) / 2;
  const lineOf = (token: number): number => first + (token + 0.5) * attention.pitch;
  const spot = (along: number, across: number): string =>
    turned ? `${across} ${along}` : `${along} ${across}`;
  return dependencies.map(({ from, to }) => {
    const [start, end] = [lineOf(from), lineOf(to)];
    const wing = (side: number): string => spot(tip - head, end + side * head * 0.7);
    const weight = at(weights, to, from);
    return (
      <path
        key={`${from} ${to}`}
        data-arrow={`${from} ${to}`}
        d={`M${spot(begin, start)}C${spot(middle, start)} ${spot(middle, end)} ${spot(tip, end)}M${wing(-1)}L${spot(tip, end)}L${wing(1)}`}
        fill="none"
        stroke={mix(palette.paper, tokenHue(palette, from), 0.24 + 0.76 * weight)}
        strokeWidth={(0.8 + 2 * weight) * metrics.stroke}
      />
    );
  });
};

/** A of another length than the sentence's: shares of 1, too many to be written out. */
const Shares = ({
  layout: { attention, weights: corner },
  masked,
  weights,
}: {
  readonly layout: ParallelLayout;
  readonly masked: Matrix;
  readonly weights: Matrix;
}): React.ReactNode => {
  const { palette, turned } = useStage();
  const { pitch } = attention;
  const inset = pitch > 14 ? 1 : 0.5;
  return Array.from({ length: weights.rows * weights.cols }, (_, place) => {
    const [row, col] = [Math.floor(place / weights.cols), place % weights.cols];
    const blocked = at(masked, row, col) === -Infinity;
    const [across, down] = turned ? [row, col] : [col, row];
    return (
      <rect
        key={place}
        x={corner.x + across * pitch + inset}
        y={corner.y + down * pitch + inset}
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
  const { metrics, palette, state, turned } = useStage();
  const { attention, dense } = layout;
  const line = { tokens, palette, metrics, cell: attention.pitch };
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
  const Keys = turned ? Cols : Rows;
  const nameY = layout.weights.y + tokens.length * attention.pitch + metrics.name * 1.25;
  const done = stepDone(part, tokens.length, 0);
  return (
    <>
      <Keys {...line} {...attention.tokens} />
      <g opacity={done} aria-hidden="true">
        {marks.arrows}
      </g>
      <Rows {...line} {...layout.weights} />
      <Cols {...line} {...layout.weights} />
      {isSentence ? (
        <StageMatrix
          matrix="weights"
          head={state.head}
          {...layout.weights}
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
          x={layout.weights.x}
          y={nameY}
          metrics={metrics}
          palette={palette}
        />
      )}
    </>
  );
};

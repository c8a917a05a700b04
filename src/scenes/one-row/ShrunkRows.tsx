/** V's rows times their attention weights, and what they add up to so far. */
import { rowOnItsWay, travelled } from '../../choreography/index.ts';
import { at } from '../../math/index.ts';
import { selectDomain } from '../../store/index.ts';
import {
  centredIn,
  inkOn,
  mix,
  numeral,
  paintCell,
  tokenHue,
  type Point,
} from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import type { OneRowLayout } from './layout.ts';

/** A spot part of the way from one to another. */
const between = (from: Point, to: Point, part: number): Point => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
});

/** One of V's rows, on its way from itself to its share of itself. */
const ShrunkRow = ({
  layout,
  share,
  row,
  at: corner,
  shrinking,
  ghost = false,
}: {
  layout: OneRowLayout;
  share: number;
  row: number;
  /** Corner of its first cell. */
  at: Point;
  /** 0 is V's own row, 1 the row times its weight. */
  shrinking: number;
  /** A copy on its way into the sum. */
  ghost?: boolean;
}): React.ReactNode => {
  const { state, palette, active } = useStage();
  const { v, cell, digits, fontSize, cellAt } = layout;
  const domain = selectDomain(state, 'v');
  const hue = state.fill === 'token' ? tokenHue(palette, row) : null;
  return Array.from({ length: v.cols }, (_, col) => {
    const own = at(v, row, col);
    const value = share * own;
    const lit = active?.matrix === 'context' ? active.col === col : true;
    const look = (drawn: number) =>
      paintCell({ palette, rule: 'signed', domain, hue }, drawn, lit ? 'plain' : 'operand-rest');
    const paint = look(value);
    const colour = mix(look(own).colour, paint.colour, shrinking);
    const seat = cellAt(corner, 0, col);
    const framed = paint.form === 'frame';
    const fill = framed ? palette.paper : colour;
    return (
      <g key={col} {...(ghost ? { 'data-ghosts': row } : { 'data-shrunk': value })}>
        <rect
          x={seat.x + 1.5}
          y={seat.y + 1.5}
          width={cell - 3}
          height={cell - 3}
          rx={3}
          fill={fill}
          stroke={framed ? colour : 'var(--cell-line)'}
          strokeWidth={framed ? 3 : 1}
        />
        {fontSize > 0 && (
          <text
            {...centredIn(seat, cell)}
            fontSize={fontSize}
            fill={shrinking < 1 ? inkOn(fill) : paint.ink}
          >
            {numeral(shrinking < 0.5 ? own : value, digits)}
          </text>
        )}
      </g>
    );
  });
};

/** V's rows times their weights: what is added up. Products of the weights and V that stand beside them. */
export const ShrunkRows = ({
  layout,
  shares,
}: {
  layout: OneRowLayout;
  shares: readonly number[];
}): React.ReactNode => {
  const { moment } = useStage();
  const landed = moment?.landed ?? shares.length;
  return shares.map((share, row) => {
    const { travel, drop } = rowOnItsWay(landed - row);
    if (landed <= row && moment) return null;
    const from = layout.cellAt(layout.values, row, 0);
    const to = layout.cellAt(layout.shrunk, row, 0);
    const way = travelled(travel);
    return (
      <g key={row}>
        <ShrunkRow
          layout={layout}
          share={share}
          row={row}
          at={between(from, to, way)}
          shrinking={way}
        />
        {drop > 0 && drop < 1 && (
          <ShrunkRow
            layout={layout}
            share={share}
            row={row}
            at={between(to, layout.sum, travelled(drop))}
            shrinking={1}
            ghost
          />
        )}
      </g>
    );
  });
};

/** The sum so far, in the place of the context that it becomes. */
export const SumSoFar = ({
  layout,
  shares,
}: {
  layout: OneRowLayout;
  shares: readonly number[];
}): React.ReactNode => {
  const { moment, palette } = useStage();
  const { v, cell, sum, cellAt, digits, fontSize } = layout;
  const landed = Math.floor(moment?.landed ?? 0);
  if (!moment || landed === 0 || landed >= shares.length || fontSize === 0) return null;
  return Array.from({ length: v.cols }, (_, col) => (
    <text
      key={col}
      {...centredIn(cellAt(sum, 0, col), cell)}
      fontSize={fontSize}
      fill={palette.ink3}
      aria-hidden="true"
    >
      {numeral(
        shares.slice(0, landed).reduce((total, share, row) => total + share * at(v, row, col), 0),
        digits,
      )}
    </text>
  ));
};

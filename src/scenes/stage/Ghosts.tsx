/** The pair of numbers on its way into a product: from the row's seat to the right, from the column's down, until they meet. */
import { travelled } from '../../choreography/index.ts';
import { at } from '../../math/index.ts';
import { centredIn, numeral, numeralSize, paintCell, type FalkLayout } from '../../viz/index.ts';
import { ruleOf, selectDomain } from '../../store/index.ts';
import { isTransposed, sourceMatrix, type MatrixSource } from './source.ts';
import { useStage } from './StageContext.tsx';

interface GhostProps {
  readonly source: MatrixSource;
  readonly row: number;
  readonly col: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly part: number;
  readonly cell: number;
  /** Along its row first, then up or down: on one line the words above the matrices lie on the straight way. */
  readonly alongFirst: boolean;
}

const Ghost = ({
  source,
  row,
  col,
  from,
  to,
  part,
  cell,
  alongFirst,
}: GhostProps): React.ReactNode => {
  const stage = useStage();
  const { palette, metrics, state } = stage;
  const value = at(sourceMatrix(stage, source), row, col);
  const { colour, ink } = paintCell(
    {
      palette,
      rule: ruleOf(source.matrix),
      domain: selectDomain(state, source.matrix),
      hue: null,
    },
    value,
    'plain',
  );
  const along = travelled(alongFirst ? part / 0.6 : part);
  const across = travelled(alongFirst ? (part - 0.6) / 0.4 : part);
  const [x, y] = [from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * across];
  const text = numeral(value);
  const size = numeralSize(cell, text, metrics);
  return (
    <g>
      {/* The number has left its cell. */}
      <rect
        x={from.x + 2}
        y={from.y + 2}
        width={cell - 4}
        height={cell - 4}
        rx={3}
        fill={palette.paper}
        stroke={palette.hair2}
        strokeDasharray="3 3"
      />
      <rect
        x={x + 2}
        y={y + 2}
        width={cell - 4}
        height={cell - 4}
        rx={3}
        fill={colour}
        stroke={palette.ink}
        strokeWidth={metrics.stroke}
      />
      {size > 0 && (
        <text {...centredIn({ x, y }, cell)} fontSize={size} fill={ink}>
          {text}
        </text>
      )}
    </g>
  );
};

/** The sum so far, in the cell that it grows in. */
export const PartialSum = ({
  x,
  y,
  cell,
}: {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
}) => {
  const { partial, moment, metrics, palette } = useStage();
  if (partial === null || !moment || moment.landed < 1) return null;
  const text = numeral(partial);
  const size = numeralSize(cell, text, metrics);
  if (size === 0) return null;
  return (
    <text {...centredIn({ x, y }, cell)} fontSize={size} fill={palette.ink3}>
      {text}
    </text>
  );
};

type Operand = MatrixSource & { readonly transposed?: boolean | undefined };

export const Ghosts = ({
  layout,
  left,
  right,
}: {
  readonly layout: FalkLayout;
  readonly left: Operand;
  readonly right: Operand;
}): React.ReactNode => {
  const stage = useStage();
  const { moment, active, terms, turned } = stage;
  const made = moment?.cell;
  if (!moment || !made || !active) return null;
  const place = turned ? { row: made.col, col: made.row } : made;
  const term = Math.floor(moment.landed);
  const part = moment.landed - term;
  if (term >= terms) return null;
  const { cell } = layout;
  const to = { x: layout.product.x + place.col * cell, y: layout.product.y + place.row * cell };
  /** The operand's own cell that stands at a place of the drawing. */
  const own = (operand: Operand, row: number, col: number) =>
    isTransposed(stage, operand) ? { row: col, col: row } : { row, col };
  return (
    <g aria-hidden="true" pointerEvents="none" data-ghosts={term}>
      <PartialSum {...to} cell={cell} />
      {part > 0 && (
        <>
          <Ghost
            source={left}
            {...own(left, place.row, term)}
            from={{ x: layout.left.x + term * cell, y: layout.left.y + place.row * cell }}
            to={{ x: to.x - cell * 0.28, y: to.y }}
            part={part}
            cell={cell}
            alongFirst={layout.arrangement === 'row'}
          />
          <Ghost
            source={right}
            {...own(right, term, place.col)}
            from={{ x: layout.right.x + place.col * cell, y: layout.right.y + term * cell }}
            to={{ x: to.x + cell * 0.28, y: to.y }}
            part={part}
            cell={cell}
            alongFirst={layout.arrangement === 'row'}
          />
        </>
      )}
    </g>
  );
};

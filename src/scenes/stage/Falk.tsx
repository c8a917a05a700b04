/** The Falk scheme: left operand left, right operand above, product where they meet; with the crosshair of the active cell. */
import {
  chipsAbove,
  ColBands,
  ColChips,
  falkLayout,
  MatrixName,
  RowBands,
  RowChips,
  textWidth,
  type FalkLayout,
  type FalkShape,
  type Metrics,
  type Point,
} from '../../viz/index.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import { seatIn } from './lit.ts';
import { drawnShape, shapeNote, sourceMatrix, type MatrixSource } from './source.ts';
import { StageMatrix } from './StageMatrix.tsx';
import { Crosshair, Signs } from './FalkMarks.tsx';
import { Ghosts } from './Ghosts.tsx';
import { poseOf, turnedSeat, uprightSeat } from './turn.ts';
import { TurningChips } from './Turning.tsx';
import { useStage, type StageValue } from './StageContext.tsx';

export interface Operand extends MatrixSource {
  readonly transposed?: boolean;
  readonly notation: string;
  readonly caption?: string | undefined;
  /** Circles in the fill by token. */
  readonly round?: boolean;
}

export interface FalkProps {
  readonly left: Operand;
  readonly right: Operand;
  /** Its name is followed by those of the operands. */
  readonly product: Operand;
  /** Between the names of the operands. */
  readonly sign?: string;
  /** Tokens of the product's rows and columns; null where rows or columns are no tokens. */
  readonly rowTokens: readonly string[] | null;
  readonly colTokens: readonly string[] | null;
  /** Tokens of the right operand's rows, drawn beside it (V's rows are tokens too). */
  readonly rightRowTokens?: readonly string[] | null;
  /** Tokens above the left operand's columns (the columns of A). */
  readonly leftColTokens?: readonly string[] | null;
  readonly shape?: Partial<FalkShape>;
  /** Drawn beside the product, given where everything sits. */
  readonly beside?: ((layout: FalkLayout) => React.ReactNode) | undefined;
}

/**
 * Where the three names stand: left above its operand, right beside it, product below; in a row, all above.
 * Where the left operand has chips above it and beside it, its name stands in the corner between them.
 */
const namePlaces = (layout: FalkLayout, metrics: Metrics, props: FalkProps, m: number) => {
  const { left, right, product, cell, arrangement } = layout;
  const chips = (tokens: readonly string[] | null | undefined): number =>
    tokens ? chipsAbove(metrics) : 0;
  const above = (p: Point, lifted = 0): Point => ({
    x: p.x,
    y: p.y - metrics.name * 0.55 - lifted,
  });
  const lifted = chips(props.leftColTokens);
  const corner = {
    x: left.x - metrics.bandGap - metrics.band,
    y: left.y - metrics.label * 1.6 - metrics.bandGap,
  };
  const leftName =
    lifted > 0 && props.rowTokens
      ? ({ ...corner, anchor: 'end', stacked: true } as const)
      : above(left, lifted);
  if (arrangement === 'row')
    return {
      left: leftName,
      right: above(right, chips(props.colTokens)),
      product: above(product),
      beside: false,
      // Above a narrow operand it would run into the product's name.
      noteRoom: product.x - right.x - textWidth(props.right.notation, metrics.name) - metrics.label,
    };
  const rowChips = props.rightRowTokens ? metrics.chipWidth + metrics.band + metrics.bandGap : 0;
  return {
    left: leftName,
    right: { x: right.x - rowChips - metrics.label, y: right.y + metrics.name * 0.8 },
    product: { x: product.x, y: product.y + m * cell + metrics.name * 1.12 },
    beside: true,
    // Beside a low operand its second line would stand on the name of the left one.
    noteRoom:
      left.y - right.y > metrics.name * 2.15 + metrics.label * 1.8 ? Number.POSITIVE_INFINITY : 0,
  };
};

/** A name that would run out of the stage ends at its matrix's right edge instead of starting at its left. */
const keptInside = (place: Point, text: string, width: number, stage: StageValue) => {
  const { metrics, size } = stage;
  const needed = textWidth(text, metrics.name * 0.9) + metrics.label * 3.4;
  return place.x + needed > size.width
    ? ({ ...place, x: Math.min(place.x + width, size.width), anchor: 'end' } as const)
    : place;
};

/** (AB)ᵀ = BᵀAᵀ: transposed, a product is one of its operands in the other order, with what stands beside each above it. */
const swapped = (props: FalkProps): FalkProps => ({
  ...props,
  left: props.right,
  right: props.left,
  rowTokens: props.colTokens,
  colTokens: props.rowTokens,
  leftColTokens: props.rightRowTokens ?? null,
  rightRowTokens: props.leftColTokens ?? null,
});

export const Falk = (given: FalkProps): React.ReactNode => {
  const stage = useStage();
  const { metrics, palette, size, active, moment, turned } = stage;
  const props = turned ? swapped(given) : given;
  const {
    left,
    right,
    product,
    rowTokens,
    colTokens,
    rightRowTokens = null,
    leftColTokens = null,
    sign = '',
  } = props;
  // On the stage for rows, what is drawn transposed swings into place.
  const swings = right.transposed === true && !turned;
  const inner = drawnShape(stage, left);
  const outer = drawnShape(stage, right);
  const shape: FalkShape = {
    m: inner.rows,
    k: inner.cols,
    n: outer.cols,
    rowChips: rowTokens !== null,
    colChips: colTokens !== null,
    uprightRows: swings ? outer.cols : 0,
    ...props.shape,
  };
  const layout = falkLayout(size, shape, metrics);
  const { cell } = layout;
  const seat = seatIn(product, active, sourceMatrix(stage, product));
  const place = seat && (turned ? { row: seat.col, col: seat.row } : seat);
  const line = { palette, metrics, cell };
  const litRow = place ? new Set([place.row]) : null;
  const litCol = place ? new Set([place.col]) : null;
  // In a row there is no room for chips between the operands, and the tokens stand on the left already.
  const inRow = layout.arrangement === 'row';
  const RightRows = inRow ? RowBands : RowChips;
  const productName = inRow
    ? matrixSymbols[product.matrix]
    : `${product.notation} = ${left.notation}${sign}${right.notation}`;
  const rightNote = shapeNote(outer, right.caption);
  const names = namePlaces(layout, metrics, props, shape.m);
  const upright = {
    rows: shape.n,
    terms: shape.k,
    room: shape.m,
    stands: swings && moment?.turning === true && moment.turned(0) === 0,
  };
  // Until its rows have become columns, the right operand stands where the product will be.
  const turning = moment?.turning === true && swings;
  const seatOf = turning
    ? (row: number, col: number) =>
        turnedSeat(poseOf(layout, upright, row, moment.turned(row)), col, cell)
    : undefined;
  const later = turning ? 'hidden' : undefined;
  return (
    <>
      {rowTokens && <RowChips tokens={rowTokens} {...line} {...layout.left} lit={litRow} />}
      {colTokens && !turning && (
        <ColChips tokens={colTokens} {...line} {...layout.right} lit={litCol} />
      )}
      {rightRowTokens && <RightRows tokens={rightRowTokens} {...line} {...layout.right} />}
      {leftColTokens && <ColChips tokens={leftColTokens} {...line} {...layout.left} />}
      <StageMatrix {...left} {...layout.left} cell={cell} calm={turning} />
      <StageMatrix {...right} {...layout.right} cell={cell} seatOf={seatOf} calm={turning} />
      {colTokens && turning && (
        <TurningChips tokens={colTokens} layout={layout} upright={upright} />
      )}
      <g visibility={later}>
        {rowTokens && <RowBands tokens={rowTokens} {...line} {...layout.product} lit={litRow} />}
        {colTokens && layout.arrangement === 'cross' && (
          <ColBands tokens={colTokens} {...line} {...layout.product} lit={litCol} />
        )}
        <StageMatrix {...product} {...layout.product} cell={cell} />
        {place && <Crosshair layout={layout} place={place} inner={shape.k} metrics={metrics} />}
        <MatrixName
          notation={productName}
          note={shapeNote({ rows: inner.rows, cols: outer.cols }, product.caption)}
          {...keptInside(names.product, productName, shape.n * cell, stage)}
          metrics={metrics}
          palette={palette}
        />
      </g>
      <Ghosts layout={layout} left={left} right={right} />
      <Signs layout={layout} shape={shape} metrics={metrics} />
      <MatrixName
        notation={left.notation}
        note={shapeNote(inner, left.caption)}
        {...names.left}
        metrics={metrics}
        palette={palette}
      />
      {upright.stands && (
        <MatrixName
          notation={matrixSymbols[right.matrix]}
          note={shapeNote({ rows: outer.cols, cols: outer.rows }, right.caption)}
          x={uprightSeat(layout, upright).x}
          y={uprightSeat(layout, upright).y - metrics.name * 0.55}
          metrics={metrics}
          palette={palette}
        />
      )}
      {!turning && (
        <MatrixName
          notation={right.notation}
          {...(textWidth(rightNote, metrics.label) < names.noteRoom ? { note: rightNote } : {})}
          {...(names.beside
            ? ({ ...names.right, anchor: 'end', stacked: true } as const)
            : keptInside(
                names.right,
                `${right.notation} ${right.caption ?? ''}`,
                shape.n * cell,
                stage,
              ))}
          metrics={metrics}
          palette={palette}
        />
      )}
      {props.beside?.(layout)}
    </>
  );
};

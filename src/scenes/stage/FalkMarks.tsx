/** What leads the eye through a Falk scheme: the crosshair of the cell that is explained, and the signs between matrices on one line. */
import { Frame, type FalkLayout, type FalkShape, type Metrics } from '../../viz/index.ts';

/** Frames round the row and the column that make the cell, and the two beams that lead to it. */
export const Crosshair = ({
  layout,
  place,
  inner,
  metrics,
}: {
  readonly layout: FalkLayout;
  readonly place: { readonly row: number; readonly col: number };
  readonly inner: number;
  readonly metrics: Metrics;
}): React.ReactNode => {
  const { left, right, product, cell, arrangement } = layout;
  const rowY = left.y + place.row * cell;
  const colX = right.x + place.col * cell;
  const { stroke } = metrics.fine ?? metrics;
  const beam = { stroke: 'var(--ink)', strokeOpacity: 0.5, strokeWidth: 1.2 * stroke };
  const fromX = left.x + inner * cell + 2;
  const toX = product.x + place.col * cell - 2;
  const fromY = right.y + inner * cell + 2;
  const toY = product.y + place.row * cell - 2;
  return (
    <g pointerEvents="none" aria-hidden="true">
      {arrangement === 'cross' && (
        <>
          <path d={`M${fromX} ${rowY}H${toX}M${fromX} ${rowY + cell}H${toX}`} {...beam} />
          <path d={`M${colX} ${fromY}V${toY}M${colX + cell} ${fromY}V${toY}`} {...beam} />
        </>
      )}
      <Frame x={left.x} y={rowY} width={inner * cell} height={cell} metrics={metrics} />
      <Frame x={colX} y={right.y} width={cell} height={inner * cell} metrics={metrics} />
    </g>
  );
};

export const Signs = ({
  layout,
  shape,
  metrics,
}: {
  layout: FalkLayout;
  shape: FalkShape;
  metrics: Metrics;
}) => {
  if (layout.arrangement === 'cross') return null;
  const { left, right, product, cell } = layout;
  const y = left.y + (shape.m * cell) / 2;
  const middle = (from: number, to: number): number =>
    (from + to - metrics.band - metrics.bandGap) / 2;
  const text = {
    textAnchor: 'middle',
    dy: '0.35em',
    fontSize: metrics.name,
    fill: 'var(--ink-2)',
  } as const;
  return (
    <g aria-hidden="true">
      <text x={(left.x + shape.k * cell + right.x) / 2} y={y} {...text}>
        ×
      </text>
      <text x={middle(right.x + shape.n * cell, product.x)} y={y} {...text}>
        =
      </text>
    </g>
  );
};

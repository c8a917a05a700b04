/** A matrix with everything that belongs around it: chips or bands, its symbol, its shape. */
import { chipsAbove, ColBands, ColChips, MatrixName, RowBands, RowChips } from '../../viz/index.ts';
import { colIsToken } from '../../store/index.ts';
import { drawnShape, shapeNote } from './source.ts';
import { StageMatrix, type StageMatrixProps } from './StageMatrix.tsx';
import { useStage } from './StageContext.tsx';

export interface LabelledMatrixProps extends StageMatrixProps {
  readonly notation: string;
  /** Stands behind the shape. */
  readonly caption?: string | undefined;
  readonly nameAt?: 'below' | 'above' | 'none';
  readonly rows?: 'chips' | 'bands' | 'none';
  readonly cols?: 'chips' | 'bands' | 'none';
  readonly tokens?: readonly string[];
  /** Leaves the shape out, where there is no room for it. */
  readonly bare?: boolean;
  /** Tokens at full strength; all where absent. */
  readonly lit?: ReadonlySet<number>;
  /** Room between the cells and a name below them. */
  readonly lowered?: number;
}

export const LabelledMatrix = (props: LabelledMatrixProps): React.ReactNode => {
  const stage = useStage();
  const { metrics, palette, state } = stage;
  const {
    notation,
    caption,
    nameAt = 'below',
    tokens = state.tokens,
    bare = false,
    lowered = 0,
    lit,
    rows: besides = 'none',
    cols: aboves = 'none',
    ...matrix
  } = props;
  const shape = drawnShape(stage, props);
  // Where rows become columns, so does what stands beside them; tokens on both sides stay there.
  const isTurned = stage.turned && !colIsToken(matrix.matrix);
  const [rows, cols] = isTurned ? [aboves, besides] : [besides, aboves];
  const height = (props.rowsShown?.length ?? shape.rows) * props.cell;
  const line = { tokens, palette, metrics, x: props.x, y: props.y, cell: props.cell, lit };
  const lifts = {
    chips: chipsAbove(metrics),
    bands: metrics.band + metrics.bandGap,
    none: 0,
  };
  const lift = lifts[cols];
  const nameY =
    nameAt === 'above'
      ? props.y - lift - metrics.name * 0.5
      : props.y + height + lowered + metrics.name * 1.25;
  return (
    <>
      {rows === 'chips' && <RowChips {...line} />}
      {rows === 'bands' && <RowBands {...line} />}
      {cols === 'chips' && <ColChips {...line} />}
      {cols === 'bands' && <ColBands {...line} />}
      <StageMatrix {...matrix} />
      {nameAt !== 'none' && (
        <MatrixName
          notation={notation}
          note={bare ? undefined : shapeNote(shape, caption)}
          x={props.x}
          y={nameY}
          metrics={metrics}
          palette={palette}
        />
      )}
    </>
  );
};

/** A matrix with everything that belongs around it: chips or bands, its symbol, its shape. */
import { ColBands, ColChips, MatrixName, RowBands, RowChips } from '../../viz/index.ts';
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
}

export const LabelledMatrix = (props: LabelledMatrixProps): React.ReactNode => {
  const stage = useStage();
  const { metrics, palette, state } = stage;
  const {
    notation,
    caption,
    nameAt = 'below',
    rows = 'none',
    cols = 'none',
    tokens = state.tokens,
    bare = false,
    ...matrix
  } = props;
  const shape = drawnShape(stage, props);
  const height = (props.rowsShown?.length ?? shape.rows) * props.cell;
  const line = { tokens, palette, metrics, x: props.x, y: props.y, cell: props.cell };
  const lifts = {
    chips: metrics.chipHeight + metrics.bandGap,
    bands: metrics.band + metrics.bandGap,
    none: 0,
  };
  const lift = lifts[cols];
  const nameY =
    nameAt === 'above'
      ? props.y - lift - metrics.name * 0.5
      : props.y + height + metrics.name * 1.25;
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

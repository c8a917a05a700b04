/** The last row on its way from X to H, a strip a station. */
import { MatrixName, RowBand } from '../../viz/index.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { strips, type ChainLayout } from './chain-layout.ts';

/** One strip per station, all of one width; the hidden layer has twice the cells at half the size. */
export const Chain = ({ layout }: { readonly layout: ChainLayout }): React.ReactNode => {
  const { metrics, palette, computation, state, moment } = useStage();
  const row = state.tokens.length - 1;
  const { cell, left, middles } = layout;
  const cols = computation.matrix({ matrix: 'x' }).cols;
  return strips.map(({ matrix }, index) => {
    const count = computation.matrix({ matrix }).cols;
    const size = (cols * cell) / count;
    const middle = middles[index] ?? 0;
    const top = middle - size / 2;
    return (
      <g key={matrix} visibility={moment?.station(index) === 0 ? 'hidden' : undefined}>
        <MatrixName
          notation={matrixSymbols[matrix]}
          x={left - metrics.band - metrics.bandGap - 8}
          y={middle + metrics.name * 0.22}
          anchor="end"
          metrics={{ ...metrics, name: metrics.name * 0.78 }}
          palette={palette}
        />
        <RowBand {...{ palette, metrics }} position={row} x={left} y={top} cell={size} />
        <StageMatrix matrix={matrix} rowsShown={[row]} x={left} y={top} cell={size} />
      </g>
    );
  });
};

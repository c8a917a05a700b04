/** The last row on its way from X to H, a strip a station. */
import type { DecoderMatrixName } from '../../decoder/index.ts';
import { cellSize, MatrixName, mix, tokenHue } from '../../viz/index.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import { Note } from '../stage/Note.tsx';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import type { Box } from './box.ts';

/** The stations of the last row, in order; `sign` stands before the row and says how it comes from the ones above. */
const stations: readonly { readonly matrix: DecoderMatrixName; readonly sign: string }[] = [
  { matrix: 'x', sign: '' },
  { matrix: 'output', sign: '+' },
  { matrix: 'residual1', sign: '=' },
  { matrix: 'y', sign: 'norm' },
  { matrix: 'activated', sign: 'ffn' },
  { matrix: 'feedForward', sign: '+' },
  { matrix: 'residual2', sign: '=' },
  { matrix: 'z', sign: 'norm' },
];

/** One strip per station, all of one width; the hidden layer has twice the cells at half the size. */
export const Chain = ({ x, y, width, height }: Box): React.ReactNode => {
  const { metrics, palette, computation, state, messages, moment } = useStage();
  const row = state.tokens.length - 1;
  const nameWidth = metrics.name * 3.4;
  const signWidth = metrics.narrow ? 0 : metrics.label * 4;
  const cols = computation.matrix({ matrix: 'x' }).cols;
  const pitch = height / stations.length;
  const cell = cellSize(
    metrics.cellMax * 0.8,
    (width - nameWidth - signWidth - 8) / cols,
    pitch * 0.82,
  );
  const left = x + nameWidth + (width - nameWidth - signWidth - cols * cell) / 2;
  return stations.map(({ matrix, sign }, index) => {
    const count = computation.matrix({ matrix }).cols;
    const size = (cols * cell) / count;
    const top = y + index * pitch + (pitch - size) / 2;
    return (
      <g key={matrix} visibility={moment?.station(index) === 0 ? 'hidden' : undefined}>
        <MatrixName
          notation={matrixSymbols[matrix]}
          x={left - metrics.band - metrics.bandGap - 8}
          y={y + (index + 0.5) * pitch + metrics.name * 0.22}
          anchor="end"
          metrics={{ ...metrics, name: metrics.name * 0.78 }}
          palette={palette}
        />
        <rect
          x={left - metrics.band - metrics.bandGap}
          y={top + 1}
          width={metrics.band}
          height={size - 2}
          fill={mix(palette.paper, tokenHue(palette, row), 1)}
        />
        <StageMatrix matrix={matrix} rowsShown={[row]} x={left} y={top} cell={size} />
        {sign !== '' && signWidth > 0 && (
          <Note x={left + cols * cell + 8} y={y + (index + 0.5) * pitch + 4}>
            {messages.ui.stations[sign]}
          </Note>
        )}
      </g>
    );
  });
};

/** Step `prediction`: the last row goes on through Add & Norm, Feed Forward, Add & Norm and the output layer to the next character. */
import type { DecoderMatrixName } from '../decoder/index.ts';
import { tokenId, vocabulary } from '../example/index.ts';
import { predictionsOf, selectAsTrained, selectTrace } from '../store/index.ts';
import { cellSize, MatrixName, mix, percent, textWidth, tokenHue } from '../viz/index.ts';
import { matrixSymbols } from '../walkthrough/index.ts';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage } from './stage/StageContext.tsx';

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

const bestCount = 5;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One strip per station, all of one width; the hidden layer has twice the cells at half the size. */
const Chain = ({ x, y, width, height }: Place): React.ReactNode => {
  const { metrics, palette, computation, state, messages } = useStage();
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
      <g key={matrix}>
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

/** Logits and probabilities of the five best characters, with bars. */
const Best = ({ x, y, width, height }: Place): React.ReactNode => {
  const { metrics, palette, state, messages } = useStage();
  const row = state.tokens.length - 1;
  const best = predictionsOf(selectTrace(state), row, bestCount);
  const ids = best.map(({ token }) => tokenId(token));
  const label = metrics.small * 2;
  const gap = metrics.name * 2;
  const cell = cellSize(
    metrics.cellMax,
    (width - label) / bestCount,
    (height - label - gap * 2) / 2 - metrics.label * 2,
  );
  const left = x + (width - bestCount * cell) / 2;
  const notice = selectAsTrained(state) ? null : messages.ui.untrainedLines;
  const fixed = 2 * (cell + gap) + metrics.label * 7.4 + label;
  const room = Math.max(0, Math.min(height - fixed, metrics.label * 12));
  const top = y + Math.max(0, (height - fixed - room) / 2) + gap;
  const second = top + cell + gap;
  const bars = second + cell + metrics.label * 1.2;
  return (
    <>
      <MatrixName
        notation="ℓ"
        note={messages.ui.logits}
        x={left}
        y={top - metrics.name * 0.45}
        metrics={metrics}
        palette={palette}
      />
      <StageMatrix matrix="logits" rowsShown={[row]} colsShown={ids} x={left} y={top} cell={cell} />
      <MatrixName
        notation="p"
        note={messages.ui.probabilities}
        x={left}
        y={second - metrics.name * 0.45}
        metrics={metrics}
        palette={palette}
      />
      <StageMatrix
        matrix="probabilities"
        rowsShown={[row]}
        colsShown={ids}
        x={left}
        y={second}
        cell={cell}
        calm
      />
      {best.map(({ token, probability }, index) => {
        const middle = left + (index + 0.5) * cell;
        const tall = room * probability;
        return (
          <g key={token}>
            <rect
              x={middle - cell * 0.3}
              y={bars}
              width={cell * 0.6}
              height={Math.max(tall, 1)}
              fill={index === 0 ? palette.ink : palette.ink3}
            />
            <Note
              x={middle}
              y={bars + tall + label * 0.75}
              anchor="middle"
              tone="ink"
              bold={index === 0}
              size={metrics.small * 1.4}
            >
              {vocabulary[ids[index] ?? 0]}
            </Note>
            <Note
              x={middle}
              y={bars + tall + label * 0.75 + metrics.label * 1.4}
              anchor="middle"
              tone="ink2"
            >
              {percent(probability)}
            </Note>
          </g>
        );
      })}
      {notice?.map((line, index) => (
        <Note
          key={line}
          x={x + width / 2}
          y={
            bars +
            room * (best[0]?.probability ?? 0) +
            label * 0.75 +
            metrics.label * (4 + 1.5 * index)
          }
          anchor="middle"
          tone="ink2"
          size={Math.max(metrics.micro, Math.min(metrics.label, (width - 8) / textWidth(line, 1)))}
        >
          {line}
        </Note>
      ))}
    </>
  );
};

export const Prediction = (): React.ReactNode => {
  const { size, metrics } = useStage();
  if (metrics.narrow) {
    const upper = size.height * 0.58;
    return (
      <Canvas size={size}>
        <Chain x={0} y={0} width={size.width} height={upper} />
        <Best x={0} y={upper} width={size.width} height={size.height - upper} />
      </Canvas>
    );
  }
  const split = size.width * 0.62;
  return (
    <Canvas size={size}>
      <Chain x={0} y={0} width={split - metrics.label * 2} height={size.height} />
      <Best x={split} y={0} width={size.width - split} height={size.height} />
    </Canvas>
  );
};

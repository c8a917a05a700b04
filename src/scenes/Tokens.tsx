/** Step `tokens`: one character, one row of numbers; as a beat, the row as token embedding plus position. */
import { tokenId } from '../example/index.ts';
import { cellSize, MatrixName, mix, RowChips, tokenHue } from '../viz/index.ts';
import { Canvas } from './stage/Stage.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { Note } from './stage/Note.tsx';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage } from './stage/StageContext.tsx';

/** Room for the chips on the left. */
const chipsWidth = (chip: number, band: number, gap: number): number => chip + band + gap + 4;

const Dimensions = ({
  x,
  y,
  cell,
  count,
}: {
  x: number;
  y: number;
  cell: number;
  count: number;
}) => {
  const { metrics } = useStage();
  return Array.from({ length: count }, (_, index) => (
    <Note key={index} x={x + (index + 0.5) * cell} y={y} anchor="middle" size={metrics.label}>
      {index + 1}
    </Note>
  ));
};

const Rows = (): React.ReactNode => {
  const { size, metrics, computation, messages } = useStage();
  const x = computation.matrix({ matrix: 'x' });
  const chips = chipsWidth(metrics.chipWidth, metrics.band, metrics.bandGap);
  const room = metrics.label * 2 + metrics.name * 2;
  const cell = cellSize(
    metrics.cellMax * 1.12,
    (size.width - chips - 8) / x.cols,
    (size.height - room) / x.rows,
  );
  const left = (size.width - chips - x.cols * cell) / 2 + chips;
  const top = (size.height - room - x.rows * cell) / 2 + metrics.label * 2;
  return (
    <>
      <Dimensions x={left} y={top - metrics.label * 0.8} cell={cell} count={x.cols} />
      <LabelledMatrix
        matrix="x"
        notation="X"
        caption={metrics.narrow ? undefined : messages.ui.rowsAreTokens}
        x={left}
        y={top}
        cell={cell}
        rows="chips"
        round
        byToken
      />
    </>
  );
};

/** Embedding, position and their sum, column under column. */
const Sum = (): React.ReactNode => {
  const { size, metrics, palette, computation, state, active, messages } = useStage();
  const x = computation.matrix({ matrix: 'x' });
  const row = active?.matrix === 'x' ? active.row : 0;
  const token = state.tokens[row] ?? '';
  const id = tokenId(state.vocabulary, token);
  const sign = metrics.name * 2.2;
  const chips = Math.max(chipsWidth(metrics.chipWidth, metrics.band, metrics.bandGap), sign);
  const gap = metrics.name * 1.7;
  const room = metrics.label * 2 + 3 * gap + metrics.name;
  const rows = x.rows + 2;
  const cell = cellSize(
    metrics.cellMax * 0.95,
    (size.width - chips - 8) / x.cols,
    (size.height - room) / rows,
  );
  const left = (size.width - chips - x.cols * cell) / 2 + chips;
  const top = (size.height - room - rows * cell) / 2 + metrics.label * 2 + metrics.name;
  const second = top + cell + gap;
  const third = second + cell + gap;
  const name = (notation: string, note: string, y: number): React.ReactNode => (
    <MatrixName
      notation={notation}
      note={note}
      x={left}
      y={y - metrics.name * 0.4}
      metrics={metrics}
      palette={palette}
    />
  );
  const signText = (text: string, y: number): React.ReactNode => (
    <text
      x={left - metrics.band - metrics.bandGap - 6}
      y={y + cell / 2}
      dy="0.35em"
      textAnchor="end"
      fontSize={metrics.name}
      fill={palette.ink2}
    >
      {text}
    </text>
  );
  const hueOfRow = (): number => row;
  return (
    <>
      {name('E', messages.ui.embeddingOf(token), top)}
      <StageMatrix
        matrix="tokenEmbedding"
        rowsShown={[id]}
        x={left}
        y={top}
        cell={cell}
        round
        byToken
        hueOfRow={hueOfRow}
      />
      {signText('+', second)}
      {name('P', messages.ui.positionOf(row + 1), second)}
      <StageMatrix
        matrix="positionEmbedding"
        rowsShown={[row]}
        x={left}
        y={second}
        cell={cell}
        round
        byToken
        hueOfRow={hueOfRow}
      />
      {name('X', `${x.rows}×${x.cols}`, third)}
      <RowChips
        tokens={state.tokens}
        palette={palette}
        metrics={metrics}
        x={left}
        y={third}
        cell={cell}
        lit={new Set([row])}
      />
      <StageMatrix matrix="x" x={left} y={third} cell={cell} round byToken />
      <path
        d={`M${left} ${third - gap * 0.86}H${left + x.cols * cell}`}
        stroke={mix(palette.paper, tokenHue(palette, row), 0.9)}
        strokeWidth={2 * metrics.stroke}
      />
    </>
  );
};

export const Tokens = (): React.ReactNode => {
  const { size, state } = useStage();
  return <Canvas size={size}>{state.beat === 0 ? <Rows /> : <Sum />}</Canvas>;
};

/** Step `tokens`: one character, one row of numbers; as a beat, the row as token embedding plus position. */
import { tokenId } from '../example/index.ts';
import {
  cellSize,
  chipsAbove,
  chipsBeside,
  MatrixName,
  mix,
  tokenHue,
  type Point,
} from '../viz/index.ts';
import { Canvas } from './stage/Stage.tsx';
import { drawnShape } from './stage/source.ts';
import { columnsOf } from './columns.ts';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { Note, type NoteProps } from './stage/Note.tsx';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage, type StageValue } from './stage/StageContext.tsx';

/** The numbers of the dimensions: above their columns, or before their rows. */
const Dimensions = ({
  x,
  y,
  cell,
  count,
}: Point & { readonly cell: number; readonly count: number }): React.ReactNode => {
  const { metrics, turned } = useStage();
  const { label } = metrics;
  return Array.from({ length: count }, (_, index) => (
    <Note
      key={index}
      {...(turned
        ? { x: x - label * 0.8, y: y + (index + 0.5) * cell + label * 0.36, anchor: 'end' }
        : { x: x + (index + 0.5) * cell, y: y - label * 0.8, anchor: 'middle' })}
    >
      {index + 1}
    </Note>
  ));
};

const Rows = (): React.ReactNode => {
  const stage = useStage();
  const { size, metrics, computation, messages, turned } = stage;
  const { label, name } = metrics;
  const { rows, cols } = drawnShape(stage, { matrix: 'x' });
  const before = turned ? label * 2 : chipsBeside(metrics);
  const above = turned ? chipsAbove(metrics) : label * 2;
  const room = above + name * 2;
  const cell = cellSize(
    metrics.cellMax * 1.12,
    (size.width - before - 8) / cols,
    (size.height - room) / rows,
  );
  const left = (size.width - before - cols * cell) / 2 + before;
  const top = (size.height - room - rows * cell) / 2 + above;
  return (
    <>
      <Dimensions x={left} y={top} cell={cell} count={computation.matrix({ matrix: 'x' }).cols} />
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

/** How large cells are, and where the two vectors and their sum stand. */
export interface SumPlaces {
  readonly cell: number;
  readonly seats: readonly Point[];
  /** Whether there is room for what is said of the vectors. */
  readonly noted: boolean;
  /** Of the sign between the vectors, and the line between them and their sum. */
  readonly plus: Pick<NoteProps, 'x' | 'y' | 'anchor'>;
  readonly rule: string;
}

export type SumIn = (stage: StageValue, notes: readonly string[], sign: number) => SumPlaces;

/** One below the other. */
const sumInRows: SumIn = ({ size, metrics, computation }, _, sign) => {
  const { label, name, band, bandGap, cellMax } = metrics;
  const { rows, cols } = computation.matrix({ matrix: 'x' });
  const chips = Math.max(chipsBeside(metrics), sign);
  const gap = name * 1.7;
  const room = label * 2 + 3 * gap + name;
  const cell = cellSize(
    cellMax * 0.95,
    (size.width - chips - 8) / cols,
    (size.height - room) / (rows + 2),
  );
  const x = (size.width - chips - cols * cell) / 2 + chips;
  const top = (size.height - room - (rows + 2) * cell) / 2 + label * 2 + name;
  const seats = [0, 1, 2].map((place) => ({ x, y: top + place * (cell + gap) }));
  const sum = top + 2 * (cell + gap);
  return {
    cell,
    seats,
    noted: true,
    plus: {
      x: x - band - bandGap - 6,
      y: top + cell + gap + cell / 2 + name * 0.35,
      anchor: 'end',
    },
    rule: `M${x} ${sum - name * 1.46}h${cols * cell}`,
  };
};

/** A vector's symbol and what it is: above a row; above and below a column. */
const VectorName = ({
  notation,
  note,
  seat: { x, y },
  cell,
}: {
  readonly notation: string;
  readonly note: string | undefined;
  readonly seat: Point;
  readonly cell: number;
}): React.ReactNode => {
  const { metrics, palette, computation, turned } = useStage();
  const { label, name } = metrics;
  const middle = x + cell / 2;
  return (
    <>
      <MatrixName
        notation={notation}
        note={turned ? undefined : note}
        x={turned ? middle - name * 0.35 : x}
        y={y - name * (turned ? 0.55 : 0.4)}
        metrics={metrics}
        palette={palette}
      />
      {turned && note !== undefined && (
        <Note
          x={middle}
          y={y + computation.matrix({ matrix: 'x' }).cols * cell + label * 1.6}
          anchor="middle"
        >
          {note}
        </Note>
      )}
    </>
  );
};

/** Embedding, position and their sum: column under column, or row beside row. */
const Sum = (): React.ReactNode => {
  const stage = useStage();
  const { metrics, palette, state, active, messages, turned } = stage;
  const { name, stroke } = metrics;
  const row = active?.matrix === 'x' ? active.row : 0;
  const token = state.tokens[row] ?? '';
  const notes = [messages.ui.embeddingOf(token), messages.ui.positionOf(row + 1)] as const;
  const sign = name * 2.2;
  const { cell, seats, noted, plus, rule } = (columnsOf(stage)?.sum ?? sumInRows)(
    stage,
    notes,
    sign,
  );
  const [first, second, third] = seats;
  if (!first || !second || !third) return null;
  const shared = { cell, round: true, byToken: true } as const;
  const hueOfRow = (): number => row;
  const colour = mix(palette.paper, tokenHue(palette, row), 0.9);
  return (
    <>
      <VectorName notation="E" note={noted ? notes[0] : undefined} seat={first} cell={cell} />
      <StageMatrix
        matrix="tokenEmbedding"
        rowsShown={[tokenId(state.vocabulary, token)]}
        {...first}
        {...shared}
        hueOfRow={hueOfRow}
      />
      <Note {...plus} tone="ink2" size={name}>
        +
      </Note>
      <VectorName notation="P" note={noted ? notes[1] : undefined} seat={second} cell={cell} />
      <StageMatrix
        matrix="positionEmbedding"
        rowsShown={[row]}
        {...second}
        {...shared}
        hueOfRow={hueOfRow}
      />
      <LabelledMatrix
        matrix="x"
        notation="X"
        nameAt={turned ? 'below' : 'above'}
        bare={turned && metrics.narrow}
        rows="chips"
        lit={new Set([row])}
        {...third}
        {...shared}
      />
      <path d={rule} stroke={colour} strokeWidth={2 * stroke} />
    </>
  );
};

export const Tokens = (): React.ReactNode => {
  const { size, state } = useStage();
  return <Canvas size={size}>{state.beat === 0 ? <Rows /> : <Sum />}</Canvas>;
};

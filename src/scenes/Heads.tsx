/** Step `heads`: every head's weights and context side by side, joined to one matrix; as a beat, the output projection. */
import {
  cellSize,
  chipsAbove,
  chipsBeside,
  ColChips,
  MatrixName,
  RowChips,
  textWidth,
  type Box,
  type CellSeat,
} from '../viz/index.ts';
import { contextSeats, HeadPictures } from './HeadPictures.tsx';
import { Falk } from './stage/Falk.tsx';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { drawnShape, shapeNote } from './stage/source.ts';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage, type StageValue } from './stage/StageContext.tsx';

/** A cell on its way from one seat to another, `part` of the way. */
const between = (from: Required<CellSeat>, to: Required<CellSeat>, part: number): CellSeat => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
  size: from.size + (to.size - from.size) * part,
});

/** The seat of a cell of a matrix whose corner is given, as it is drawn. */
const seatAt = (
  { x, y, size }: Required<CellSeat>,
  row: number,
  col: number,
  turned: boolean,
): Required<CellSeat> => {
  const [across, down] = turned ? [row, col] : [col, row];
  return { x: x + across * size, y: y + down * size, size };
};

/** Where the joined matrix stands, and how many columns of it are a head's. */
const joinedIn = ({ metrics, state, computation, turned }: StageValue, space: Box) => {
  const { label, name } = metrics;
  const { rows, cols } = computation.matrix({ matrix: 'concat' });
  // The heads' names stand above their columns, or before their rows; the tokens on the other side.
  const named = label * 2.2;
  const [before, above] = turned
    ? [named + label, chipsAbove(metrics)]
    : [chipsBeside(metrics), named];
  const below = name * 2;
  const [across, down] = turned ? [rows, cols] : [cols, rows];
  const cell = cellSize(
    metrics.cellMax * 0.8,
    (space.width - before - 8) / across,
    (space.height - above - below) / down,
  );
  const x = space.x + (space.width - before - across * cell) / 2 + before;
  const y = space.y + (space.height - above - below - down * cell) / 2 + above;
  return { x, y, cell, rows, cols, width: cols / state.nHeads };
};

/** A head's part of the joined matrix: its name, the bracket over it, and the seam to the one before. */
const Part = ({
  head,
  joined: { x, y, cell, rows, width },
}: {
  readonly head: number;
  readonly joined: ReturnType<typeof joinedIn>;
}): React.ReactNode => {
  const { metrics, palette, messages, moment, turned } = useStage();
  const { label, stroke } = metrics;
  const length = width * cell;
  const from = (turned ? y : x) + head * length;
  const middle = from + length / 2;
  const bracket = turned
    ? `M${x - 4} ${from + 2}h-4V${from + length - 2}h4`
    : `M${from + 2} ${y - 4}v-4H${from + length - 2}v4`;
  const seam = turned
    ? `M${x - 2} ${from}H${x + rows * cell + 2}`
    : `M${from} ${y - 2}V${y + rows * cell + 2}`;
  const isShort = turned || length < label * 3.4;
  return (
    <>
      <path d={bracket} fill="none" stroke={palette.ink3} />
      {(moment === null || moment.arrived(head) === 1) && (
        <Note
          {...(turned
            ? { x: x - label * 1.3, y: middle + label * 0.36, anchor: 'end' }
            : { x: middle, y: y - label, anchor: 'middle' })}
        >
          {isShort ? head + 1 : messages.ui.headName(head + 1)}
        </Note>
      )}
      {head > 0 && moment?.arrived(head) !== 0 && (
        <path d={seam} stroke={palette.ink} strokeWidth={2 * stroke} />
      )}
    </>
  );
};

/** The heads' contexts joined, with seams where one ends and the next begins. */
const Joined = ({
  space,
  joined,
  pictures,
}: {
  readonly space: Box;
  readonly joined: ReturnType<typeof joinedIn>;
  /** Where each head's context comes from. */
  readonly pictures: Box;
}): React.ReactNode => {
  const stage = useStage();
  const { metrics, palette, state, moment, turned } = stage;
  const { x, y, cell, width } = joined;
  const shape = drawnShape(stage, { matrix: 'concat' });
  const part = shapeNote(drawnShape(stage, { matrix: 'context', head: 0 }));
  // Each head's context travels from its picture to its place; there it is its columns of the whole.
  const gathering = moment !== null && moment.arrived(state.nHeads - 1) < 1;
  const from = gathering ? contextSeats(stage, pictures) : [];
  const seatOf = gathering
    ? (row: number, col: number): CellSeat => {
        const head = Math.floor(col / width);
        const start = from[head];
        const place = seatAt({ x, y, size: cell }, row, col, turned);
        if (!start) return place;
        return between(seatAt(start, row, col % width, turned), place, moment.arrived(head));
      }
    : undefined;
  const note = `${state.nHeads} × (${part}) → ${shapeNote(shape)}`;
  const fits = x + metrics.name * 3.6 + textWidth(note, metrics.label) <= space.x + space.width;
  const line = { tokens: state.tokens, palette, metrics, x, y, cell };
  const Chips = turned ? ColChips : RowChips;
  return (
    <>
      <Chips {...line} />
      <StageMatrix matrix="concat" x={x} y={y} cell={cell} seatOf={seatOf} calm={gathering} />
      {Array.from({ length: state.nHeads }, (_, head) => (
        <Part key={head} head={head} joined={joined} />
      ))}
      <MatrixName
        notation="Concat"
        note={fits ? note : shapeNote(shape)}
        x={x}
        y={y + shape.rows * cell + metrics.name * 1.25}
        metrics={metrics}
        palette={palette}
      />
    </>
  );
};

/** The heads' pictures and the joined matrix: one above the other, or side by side where heads are joined downwards. */
const spacesIn = ({ size, metrics, turned }: StageValue): readonly [Box, Box] => {
  const { width, height } = size;
  if (turned && !metrics.narrow) {
    const left = width * 0.56;
    return [
      { x: 0, y: 0, width: left, height },
      { x: left, y: 0, width: width - left, height },
    ];
  }
  const upper = height * (metrics.narrow ? 0.72 : 0.5);
  return [
    { x: 0, y: 0, width, height: upper },
    { x: 0, y: upper, width, height: height - upper },
  ];
};

const Joining = (): React.ReactNode => {
  const stage = useStage();
  const { size, turned } = stage;
  const [pictures, rest] = spacesIn(stage);
  const joined = joinedIn(stage, rest);
  const { x, y, cell, width } = joined;
  const landing = (head: number): number => (turned ? y : x) + (head + 0.5) * width * cell;
  return (
    <Canvas size={size}>
      <HeadPictures space={pictures} landing={landing} />
      <Joined space={rest} joined={joined} pictures={pictures} />
    </Canvas>
  );
};

export const Heads = (): React.ReactNode => {
  const { size, state } = useStage();
  if (state.beat === 0) return <Joining />;
  return (
    <Canvas size={size}>
      <Falk
        left={{ matrix: 'concat', notation: 'Concat', round: true }}
        right={{ matrix: 'wo', notation: 'W_O' }}
        product={{ matrix: 'output', notation: 'O' }}
        sign=" · "
        rowTokens={state.tokens}
        colTokens={null}
      />
    </Canvas>
  );
};

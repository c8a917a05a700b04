/** Step `heads`: every head's weights and context side by side, joined to one matrix; as a beat, the output projection. */
import { cellSize, MatrixName, RowChips, type CellSeat } from '../viz/index.ts';
import { contextSeats, HeadPictures } from './HeadPictures.tsx';
import { Falk } from './stage/Falk.tsx';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage, type StageValue } from './stage/StageContext.tsx';

/** A cell on its way from one seat to another, `part` of the way. */
const between = (from: Required<CellSeat>, to: Required<CellSeat>, part: number): CellSeat => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
  size: from.size + (to.size - from.size) * part,
});

interface Space {
  readonly top: number;
  readonly height: number;
}

/** Where the joined matrix stands, and how many columns of it are a head's. */
const joinedIn = ({ size, metrics, state, computation }: StageValue, { top, height }: Space) => {
  const { rows, cols } = computation.matrix({ matrix: 'concat' });
  const chips = metrics.chipWidth + metrics.band + metrics.bandGap + 4;
  const above = metrics.label * 2.2;
  const below = metrics.name * 2;
  const cell = cellSize(
    metrics.cellMax * 0.8,
    (size.width - chips - 8) / cols,
    (height - above - below) / rows,
  );
  const x = (size.width - chips - cols * cell) / 2 + chips;
  const y = top + (height - above - below - rows * cell) / 2 + above;
  return { x, y, cell, rows, cols, width: cols / state.nHeads };
};

/** The heads' contexts joined, with seams where one ends and the next begins. */
const Joined = (space: Space): React.ReactNode => {
  const stage = useStage();
  const { metrics, palette, state, messages, moment } = stage;
  const { x, y, cell, rows, cols, width } = joinedIn(stage, space);
  // Each head's context travels from its picture to its place; there it is its columns of the whole.
  const gathering = moment !== null && moment.arrived(state.nHeads - 1) < 1;
  const from = contextSeats(stage, space.top);
  const seatOf = gathering
    ? (row: number, col: number): CellSeat => {
        const head = Math.floor(col / width);
        const start = from[head];
        const place = { x: x + col * cell, y: y + row * cell, size: cell };
        if (!start) return place;
        const set = { x: start.x + (col % width) * start.size, y: start.y + row * start.size };
        return between({ ...set, size: start.size }, place, moment.arrived(head));
      }
    : undefined;
  const line = { tokens: state.tokens, palette, metrics, x, y, cell };
  return (
    <>
      <RowChips {...line} />
      <StageMatrix matrix="concat" x={x} y={y} cell={cell} seatOf={seatOf} calm={gathering} />
      {Array.from({ length: state.nHeads }, (_, head) => (
        <g key={head}>
          <path
            d={`M${x + head * width * cell + 2} ${y - 4}v-4H${x + (head + 1) * width * cell - 2}v4`}
            fill="none"
            stroke={palette.ink3}
          />
          {(moment === null || moment.arrived(head) === 1) && (
            <Note x={x + (head + 0.5) * width * cell} y={y - metrics.label} anchor="middle">
              {width * cell < metrics.label * 3.4 ? head + 1 : messages.ui.headName(head + 1)}
            </Note>
          )}
          {head > 0 && moment?.arrived(head) !== 0 && (
            <line
              x1={x + head * width * cell}
              x2={x + head * width * cell}
              y1={y - 2}
              y2={y + rows * cell + 2}
              stroke={palette.ink}
              strokeWidth={2 * metrics.stroke}
            />
          )}
        </g>
      ))}
      <MatrixName
        notation="Concat"
        note={`${state.nHeads} × (${rows}×${width}) → ${rows}×${cols}`}
        x={x}
        y={y + rows * cell + metrics.name * 1.25}
        metrics={metrics}
        palette={palette}
      />
    </>
  );
};

export const Heads = (): React.ReactNode => {
  const stage = useStage();
  const { size, state, metrics } = stage;
  const upper = size.height * (metrics.narrow ? 0.72 : 0.5);
  if (state.beat === 1)
    return (
      <Canvas size={size}>
        <Falk
          left={{ matrix: 'concat', notation: 'Concat', round: true }}
          right={{ matrix: 'wo', notation: 'W_O' }}
          product={{ matrix: 'output', notation: 'O = Concat · W_O' }}
          rowTokens={state.tokens}
          colTokens={null}
        />
      </Canvas>
    );
  const lower = { top: upper, height: size.height - upper };
  const { x, cell, width } = joinedIn(stage, lower);
  const landing = (head: number): number => x + (head + 0.5) * width * cell;
  return (
    <Canvas size={size}>
      <HeadPictures height={upper} landing={landing} />
      <Joined {...lower} />
    </Canvas>
  );
};

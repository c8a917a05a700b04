/** The heads of step `heads`: each with its attention weights and its context; in a narrow frame one below the other. */
import {
  lineLayout,
  textWidth,
  type Block,
  type CellSeat,
  type Metrics,
  type Size,
} from '../viz/index.ts';
import { Arrow, Note } from './stage/Note.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { useStage, type StageValue } from './stage/StageContext.tsx';

/** Cells smaller than this show nothing any more; then a head keeps only one of its two matrices. */
const leastCell = 13;

interface RowProps {
  readonly heads: readonly number[];
  readonly y: number;
  readonly space: Size;
  /** Where each head's arrow down to the joined matrix lands; null where there are none. */
  readonly landing: ((head: number) => number) | null;
}

/** What a head shows where there is room for both of its matrices, else for the weights, else for the context. */
type Shown = readonly ('weights' | 'context')[];

const choices: readonly Shown[] = [['weights', 'context'], ['weights'], ['context']];

const rooms = (metrics: Metrics): { above: number; below: number; gap: number } => ({
  above: metrics.small * 1.7 + metrics.band + metrics.bandGap,
  below: metrics.name * 1.9,
  gap: metrics.label * 1.3,
});

/** The first choice whose cells are large enough, laid out. */
const fit = (
  { heads, space }: Pick<RowProps, 'heads' | 'space'>,
  metrics: Metrics,
  n: number,
  dK: number,
): { readonly shown: Shown; readonly layout: ReturnType<typeof lineLayout> } => {
  const band = metrics.band + metrics.bandGap;
  const chips = metrics.chipWidth + band + 2;
  const layouts = choices.map((shown) => {
    const blocks = heads.flatMap((_, place): Block[] =>
      shown.map((name, index) => ({
        rows: n,
        cols: name === 'weights' ? n : dK,
        before: place === 0 && index === 0 ? chips : band,
      })),
    );
    return { shown, layout: lineLayout(space, blocks, rooms(metrics), metrics.cellMax * 0.75) };
  });
  const last = layouts.at(-1);
  const found = layouts.find(({ layout }) => layout.cell >= leastCell) ?? last;
  if (!found) throw new Error('HeadPictures: no choice of matrices');
  return found;
};

const HeadRow = (props: RowProps): React.ReactNode => {
  const { metrics, computation, messages, state, moment } = useStage();
  // Contexts on their way pass where the names stand.
  const isPassed = moment !== null && moment.arrived(0) > 0 && moment.arrived(state.nHeads - 1) < 1;
  const n = state.tokens.length;
  const dK = computation.matrix({ matrix: 'context', head: 0 }).cols;
  const { shown, layout } = fit(props, metrics, n, dK);
  const { cell, seats } = layout;
  const { y, heads, landing, space } = props;
  const columns = { weights: n, context: dK } as const;
  const symbolWidth = metrics.name * 1.4;
  const shapeWidth = metrics.label * 0.7 + textWidth(`${n}×${n}`, metrics.label);
  // Names may run into the gap behind their matrix, as far as the next band.
  const roomOf = (name: Shown[number]): number => columns[name] * cell + rooms(metrics).gap * 0.7;
  const sides = cell < metrics.micro * 1.3 ? 'bands' : 'chips';
  return heads.map((head, place) => {
    const own = seats.slice(place * shown.length, (place + 1) * shown.length);
    const [first] = own;
    const end = own.at(-1);
    if (!first || !end) return null;
    const name = messages.ui.headName(head + 1);
    const last = shown.at(-1) ?? 'weights';
    const middle = end.x + (columns[last] * cell) / 2;
    const right = end.x + columns[last] * cell;
    const isNamed = roomOf(last) >= symbolWidth;
    const foot = y + end.y + n * cell + (isNamed ? metrics.name * 1.75 : metrics.label);
    return (
      <g key={head}>
        <Note
          x={first.x}
          y={y + first.y - metrics.band - metrics.bandGap - metrics.label * 0.6}
          tone="ink"
          bold
          size={metrics.small}
        >
          {textWidth(name, metrics.small) > right - first.x ? head + 1 : name}
        </Note>
        {shown.map((matrix, index) => {
          const seat = own[index];
          if (!seat) return null;
          const letter = matrix === 'weights' ? 'A' : 'Z';
          return (
            <LabelledMatrix
              key={matrix}
              matrix={matrix}
              head={head}
              notation={`${letter}_${head + 1}`}
              bare={roomOf(matrix) < symbolWidth + shapeWidth}
              nameAt={isPassed || roomOf(matrix) < symbolWidth ? 'none' : 'below'}
              x={seat.x}
              y={y + seat.y}
              cell={cell}
              rows={place === 0 && index === 0 ? sides : 'bands'}
              cols={matrix === 'weights' ? 'bands' : 'none'}
            />
          );
        })}
        {landing && !isPassed && (
          <Arrow
            dashed
            bend
            from={[middle, foot]}
            to={[landing(head), y + space.height - metrics.stroke]}
          />
        )}
      </g>
    );
  });
};

/** Which heads stand on which line of the pictures, and where each line is. */
const headLines = (
  { size, metrics, state }: StageValue,
  height: number,
): readonly Omit<RowProps, 'landing'>[] => {
  const all = Array.from({ length: state.nHeads }, (_, head) => head);
  // Nine heads would be nine tiny rows; they stay on one line of contexts.
  const stacked = metrics.narrow && state.nHeads <= 3;
  const lines = stacked ? all.map((head) => [head]) : [all];
  const each = height / lines.length;
  return lines.map((heads, index) => ({
    heads,
    y: index * each,
    space: { width: size.width, height: each },
  }));
};

/** Where each head's context stands in the pictures, and how large its cells are; null where only its weights have room. */
export const contextSeats = (
  stage: StageValue,
  height: number,
): readonly (Required<CellSeat> | null)[] => {
  const { rows: n, cols: dK } = stage.computation.matrix({ matrix: 'context', head: 0 });
  return headLines(stage, height).flatMap((line) => {
    const { shown, layout } = fit(line, stage.metrics, n, dK);
    const place = shown.indexOf('context');
    return line.heads.map((_, index) => {
      const seat = place < 0 ? undefined : layout.seats[index * shown.length + place];
      return seat ? { x: seat.x, y: line.y + seat.y, size: layout.cell } : null;
    });
  });
};

export const HeadPictures = ({
  height,
  landing,
}: {
  readonly height: number;
  readonly landing: (head: number) => number;
}): React.ReactNode => {
  const stage = useStage();
  const lines = headLines(stage, height);
  return lines.map((line) => (
    <HeadRow key={line.heads.join()} {...line} landing={lines.length === 1 ? landing : null} />
  ));
};

/** The heads of step `heads`: each with its attention weights and its context; in a narrow frame one below the other. */
import {
  lineLayout,
  textWidth,
  type Block,
  type Box,
  type CellSeat,
  type Metrics,
} from '../viz/index.ts';
import { Arrow, Note } from './stage/Note.tsx';
import { drawnShape } from './stage/source.ts';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { useStage, type StageValue } from './stage/StageContext.tsx';

/** Cells smaller than this show nothing any more; then a head keeps only one of its two matrices. */
const leastCell = 13;

interface RowProps {
  readonly heads: readonly number[];
  readonly space: Box;
  /** Where each head's arrow to the joined matrix lands, along the side that it comes to; null where there are none. */
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

/** How large the matrices of a head are, as they are drawn. */
const shapesOf = (stage: StageValue) => ({
  weights: drawnShape(stage, { matrix: 'weights', head: 0 }),
  context: drawnShape(stage, { matrix: 'context', head: 0 }),
});

type Shapes = ReturnType<typeof shapesOf>;

/** The first choice whose cells are large enough, laid out. */
const fit = (
  { heads, space }: Pick<RowProps, 'heads' | 'space'>,
  metrics: Metrics,
  shapes: Shapes,
): { readonly shown: Shown; readonly layout: ReturnType<typeof lineLayout> } => {
  const band = metrics.band + metrics.bandGap;
  const chips = metrics.chipWidth + band + 2;
  const laidOut = (shown: Shown): ReturnType<typeof lineLayout> => {
    const blocks = heads.flatMap((_, place): Block[] =>
      shown.map((name, index) => ({
        ...shapes[name],
        before: place === 0 && index === 0 ? chips : band,
      })),
    );
    return lineLayout(space, blocks, rooms(metrics), metrics.cellMax * 0.75);
  };
  for (const shown of choices) {
    const layout = laidOut(shown);
    if (layout.cell >= leastCell || shown === choices.at(-1)) return { shown, layout };
  }
  throw new Error('HeadPictures: no choice of matrices');
};

const HeadRow = (props: RowProps): React.ReactNode => {
  const stage = useStage();
  const { metrics, messages, state, moment, turned } = stage;
  // Contexts on their way pass where the names stand.
  const isPassed = moment !== null && moment.arrived(0) > 0 && moment.arrived(state.nHeads - 1) < 1;
  const shapes = shapesOf(stage);
  const { shown, layout } = fit(props, metrics, shapes);
  const { cell } = layout;
  const { heads, landing, space } = props;
  const seats = layout.seats.map((seat) => ({ x: space.x + seat.x, y: space.y + seat.y }));
  const symbolWidth = metrics.name * 1.4;
  const shapeWidth = metrics.label * 0.7 + textWidth('5×5', metrics.label);
  // Names may run into the gap behind their matrix, as far as the next band.
  const roomOf = (name: Shown[number]): number =>
    shapes[name].cols * cell + rooms(metrics).gap * 0.7;
  const sides = cell < metrics.micro * 1.3 ? 'bands' : 'chips';
  return heads.map((head, place) => {
    const own = seats.slice(place * shown.length, (place + 1) * shown.length);
    const [first] = own;
    const end = own.at(-1);
    if (!first || !end) return null;
    const name = messages.ui.headName(head + 1);
    const last = shown.at(-1) ?? 'weights';
    const { rows, cols } = shapes[last];
    const right = end.x + cols * cell;
    const isNamed = roomOf(last) >= symbolWidth;
    const foot = end.y + rows * cell + (isNamed ? metrics.name * 1.75 : metrics.label);
    const arrow = turned
      ? ({
          bend: 'right',
          from: [right + metrics.label * 0.6, end.y + (rows * cell) / 2],
          to: [space.x + space.width, landing?.(head) ?? 0],
        } as const)
      : ({
          bend: 'down',
          from: [end.x + (cols * cell) / 2, foot],
          to: [landing?.(head) ?? 0, space.y + space.height - metrics.stroke],
        } as const);
    return (
      <g key={head}>
        <Note
          x={first.x}
          y={first.y - metrics.band - metrics.bandGap - metrics.label * 0.6}
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
              y={seat.y}
              cell={cell}
              // The tokens of columns would stand where the head's name does.
              rows={
                place === 0 && index === 0 && !(turned && matrix === 'context') ? sides : 'bands'
              }
              cols={matrix === 'weights' ? 'bands' : 'none'}
            />
          );
        })}
        {landing && !isPassed && <Arrow dashed {...arrow} />}
      </g>
    );
  });
};

/** Which heads stand on which line of the pictures, and where each line is. */
const headLines = (
  { metrics, state, turned }: StageValue,
  space: Box,
): readonly Omit<RowProps, 'landing'>[] => {
  const all = Array.from({ length: state.nHeads }, (_, head) => head);
  // Nine heads would be nine tiny rows; they stay on one line of contexts, unless they are joined downwards.
  const stacked = turned ? !metrics.narrow : metrics.narrow;
  const lines = stacked && (turned || state.nHeads <= 3) ? all.map((head) => [head]) : [all];
  const height = space.height / lines.length;
  return lines.map((heads, index) => ({
    heads,
    space: { ...space, y: space.y + index * height, height },
  }));
};

/** Where each head's context stands in the pictures, and how large its cells are; null where only its weights have room. */
export const contextSeats = (
  stage: StageValue,
  space: Box,
): readonly (Required<CellSeat> | null)[] =>
  headLines(stage, space).flatMap((line) => {
    const { shown, layout } = fit(line, stage.metrics, shapesOf(stage));
    const place = shown.indexOf('context');
    return line.heads.map((_, index) => {
      const seat = place < 0 ? undefined : layout.seats[index * shown.length + place];
      const { x, y } = line.space;
      return seat ? { x: x + seat.x, y: y + seat.y, size: layout.cell } : null;
    });
  });

export const HeadPictures = ({
  space,
  landing,
}: {
  readonly space: Box;
  readonly landing: (head: number) => number;
}): React.ReactNode => {
  const stage = useStage();
  const lines = headLines(stage, space);
  // Arrows run where no other head stands in between.
  const hasWay = lines.length === 1 ? !stage.turned : stage.turned;
  return lines.map((line) => (
    <HeadRow key={line.heads.join()} {...line} landing={hasWay ? landing : null} />
  ));
};

/** The feed-forward layer, opened: a row is widened to the hidden units, what is negative there is cut to 0, and the rest is narrowed to a row again. */
import { useSoFar } from '../../frame/index.ts';
import type { DecoderMatrixName } from '../../decoder/index.ts';
import { Frame, mix, tokenHue, type Box } from '../../viz/index.ts';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { Cover } from './Cover.tsx';
import {
  boxAt,
  feedForwardLayout,
  placed,
  type FeedForwardLayout,
  type Seat,
} from './feed-forward-layout.ts';
import { HiddenBars } from './HiddenBars.tsx';
import { LayerNames } from './LayerNames.tsx';

type Part = Exclude<keyof FeedForwardLayout, 'down' | 'cell' | 'bars'>;

/** Rows of numbers flow along where they are a token's, and stand across where they are the units'; matrices have a line a unit. */
const parts: readonly {
  readonly matrix: Part & DecoderMatrixName;
  readonly lies: 'along' | 'across' | 'into' | 'out';
}[] = [
  { matrix: 'y', lies: 'along' },
  { matrix: 'w1', lies: 'into' },
  { matrix: 'b1', lies: 'across' },
  { matrix: 'hidden', lies: 'across' },
  { matrix: 'activated', lies: 'across' },
  { matrix: 'w2', lies: 'out' },
  { matrix: 'b2', lies: 'along' },
  { matrix: 'feedForward', lies: 'along' },
];

const ofToken: ReadonlySet<DecoderMatrixName> = new Set([
  'y',
  'hidden',
  'activated',
  'feedForward',
]);

/** The token's band at the head of a row that flows along. */
const Band = ({ layout, seat }: { layout: FeedForwardLayout; seat: Seat }): React.ReactNode => {
  const { metrics, palette, state } = useStage();
  const { band, bandGap } = metrics;
  const box = boxAt(layout, { u: seat.u - band - bandGap, v: seat.v + 1 }, band, layout.cell - 2);
  return <rect {...box} fill={mix(palette.paper, tokenHue(palette, state.tokens.length - 1), 1)} />;
};

/** Frames round what the active cell is made of: a row and a line of the first matrix, or the units and a line of the second. */
const Operands = ({ layout }: { layout: FeedForwardLayout }): React.ReactNode => {
  const { active, metrics, computation } = useStage();
  const { cell, y, w1, w2, activated } = layout;
  const { rows: dModel, cols: units } = computation.matrix({ matrix: 'w1' });
  if (!active) return null;
  const { matrix, col } = active;
  if (matrix === 'hidden')
    return [
      boxAt(layout, y, dModel * cell, cell),
      boxAt(layout, { ...w1, v: w1.v + col * cell }, dModel * cell, cell),
    ].map((box) => <Frame key={`${box.x} ${box.y}`} {...box} metrics={metrics} />);
  if (matrix === 'feedForward')
    return [
      boxAt(layout, activated, cell, units * cell),
      boxAt(layout, { ...w2, u: w2.u + col * cell }, cell, units * cell),
    ].map((box) => <Frame key={`${box.x} ${box.y}`} {...box} metrics={metrics} />);
  return null;
};

/** While the result is added up: the unit whose term lands now, on its way through its weight. */
const Landing = ({ layout }: { layout: FeedForwardLayout }): React.ReactNode => {
  const { moment, active, metrics, computation } = useStage();
  const { cell, activated, w2 } = layout;
  const { cols: units } = computation.matrix({ matrix: 'w1' });
  const unit = Math.floor(moment?.landed ?? 0);
  if (!moment || !active || moment.landed <= 0 || unit >= units) return null;
  const seats = [
    { ...activated, v: activated.v + unit * cell },
    { u: w2.u + active.col * cell, v: w2.v + unit * cell },
  ];
  return seats.map((seat) => {
    const box = boxAt(layout, seat, cell, cell);
    return <Frame key={`${box.x} ${box.y}`} {...box} strong metrics={metrics} />;
  });
};

/** What the units' strips do not show yet. */
const Unmade = ({ layout }: { layout: FeedForwardLayout }): React.ReactNode => {
  const { moment, computation } = useStage();
  if (!moment) return null;
  const { cell, hidden, activated } = layout;
  const { cols: units } = computation.matrix({ matrix: 'w1' });
  return Array.from({ length: units }, (_, unit) => (
    <g key={unit}>
      <Cover
        {...boxAt(layout, { ...hidden, v: hidden.v + unit * cell }, cell, cell)}
        shown={moment.station(unit)}
      />
      <Cover
        {...boxAt(layout, { ...activated, v: activated.v + unit * cell }, cell, cell)}
        shown={moment.part}
      />
    </g>
  ));
};

/** The two large matrices come one behind the other. */
const large: readonly DecoderMatrixName[] = ['w1', 'w2'];

const useLargeParts = (): ((matrix: DecoderMatrixName) => boolean) => {
  const drawn = useSoFar(large.length, 1);
  return (matrix) => !large.slice(drawn).includes(matrix);
};

export const FeedForward = (box: Box): React.ReactNode => {
  const { metrics, computation, state, turned } = useStage();
  const row = state.tokens.length - 1;
  const { rows: dModel, cols: units } = computation.matrix({ matrix: 'w1' });
  const layout = feedForwardLayout(box, metrics, { dModel, units }, turned || metrics.narrow);
  const { down, cell } = layout;
  const isDrawn = useLargeParts();
  // A row lies as it is where its direction is the page's; a matrix has its units on lines or in columns.
  const isTurned = (lies: (typeof parts)[number]['lies']): boolean =>
    (lies === 'along' || lies === 'out' ? down : !down) !== turned;
  return (
    <g>
      <Band layout={layout} seat={layout.y} />
      <Band layout={layout} seat={layout.feedForward} />
      {parts
        .filter(({ matrix }) => isDrawn(matrix))
        .map(({ matrix, lies }) => (
          <StageMatrix
            key={matrix}
            matrix={matrix}
            {...(ofToken.has(matrix) ? { rowsShown: [row] } : {})}
            {...placed(layout, layout[matrix])}
            cell={cell}
            transposed={isTurned(lies)}
          />
        ))}
      <Unmade layout={layout} />
      <HiddenBars layout={layout} />
      <LayerNames layout={layout} />
      <Operands layout={layout} />
      <Landing layout={layout} />
    </g>
  );
};

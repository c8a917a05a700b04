/** Step `roles`: a query walks along the keys, each gives a score, the scores become shares, and the values come home in them. */
import { Frame, RowBand, RowBands, RowChips } from '../../viz/index.ts';
import { PartialSum } from '../stage/Ghosts.tsx';
import { Turnable } from '../stage/Turnable.tsx';
import { Canvas } from '../stage/Stage.tsx';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { Asker } from './Asker.tsx';
import { askingNow, type RolesProps } from './asking.ts';
import { Homecoming } from './Homecoming.tsx';
import { layOut } from './layout.ts';
import { Lines } from './Lines.tsx';
import { Names } from './Names.tsx';

/** Frames round the query and the key whose score is made or pointed at, and what of its terms has been added up. */
const Pair = ({ layout, asking }: RolesProps): React.ReactNode => {
  const { active, metrics } = useStage();
  if (active?.matrix !== 'scores' || asking.open[active.col] !== true) return null;
  const { cell, pitch, lines, stands, q, k, scores, span } = layout;
  const y = lines + active.col * pitch;
  return (
    <g aria-hidden="true" pointerEvents="none">
      <Frame x={q} y={stands + asking.stand * pitch} width={span} height={cell} metrics={metrics} />
      <Frame x={k} y={y} width={span} height={cell} metrics={metrics} />
      <PartialSum x={scores} y={y} cell={cell} />
    </g>
  );
};

/** The numbers, all of the trace: q at its place, K, one row of S and of A, V, and one row of Z. */
const Numbers = ({ layout, asking }: RolesProps): React.ReactNode => {
  const { state, metrics, palette, active, moment } = useStage();
  const { head, tokens, hovered, pinned } = state;
  const { cell, pitch, lines, stands, q, k, scores, weights, v, home } = layout;
  const { row, stand, asked, open } = asking;
  const line = { tokens, palette, metrics, cell, pitch };
  // Until somebody asks for a number, or the query asks for it, every row is to be seen as it is.
  const calm = moment ? active?.matrix !== 'scores' : !hovered && !pinned;
  const own = { palette, metrics, cell, position: row };
  const whole = { head, y: lines, cell, pitch, round: true, calm };
  const one = { head, rowsShown: [row], cell } as const;
  const blocked = (key: number): boolean => open[key] !== true;
  const standing = stands + stand * pitch;
  return (
    <>
      <RowChips {...line} x={k} y={lines} />
      <StageMatrix {...whole} matrix="k" x={k} />
      <RowBand {...own} x={q} y={standing} />
      <StageMatrix {...one} matrix="q" x={q} y={standing} round calm={calm} />
      <StageMatrix
        {...one}
        matrix="scores"
        transposed
        blockedBlank
        x={scores}
        y={lines}
        pitch={pitch}
        calm
        shownOf={(_, key) => asked(key)}
      />
      <StageMatrix
        {...one}
        matrix="weights"
        transposed
        x={weights}
        y={lines}
        pitch={pitch}
        shownOf={(_, key) => (blocked(key) ? 1 : (moment?.between(row, key) ?? 1))}
      />
      <RowBands {...line} x={v} y={lines} />
      <StageMatrix {...whole} matrix="v" x={v} />
      <RowBand {...own} x={v} y={home} />
      <StageMatrix {...one} matrix="context" x={v} y={home} calm={calm} />
    </>
  );
};

const Picture = (): React.ReactNode => {
  const stage = useStage();
  const { size, metrics, computation, state } = stage;
  const { rows: n, cols: dK } = computation.matrix({ matrix: 'k', head: state.head });
  const layout = layOut(size, metrics, { n, dK });
  const asking = askingNow(stage);
  const both = { layout, asking };
  // Mirrored, it stands beside the way from scores to shares.
  const { mirrored = false, label } = metrics;
  const choice = mirrored
    ? {
        ...layout.choice,
        x: (layout.scores + layout.cell + layout.weights) / 2 - label * 2.5,
        y: layout.choice.y - label,
      }
    : layout.choice;
  return (
    <>
      <Canvas size={size}>
        <Lines {...both} />
        <Names {...both} />
        <Numbers {...both} />
        <Pair {...both} />
        <Homecoming {...both} />
      </Canvas>
      <Asker place={choice} row={asking.row} />
    </>
  );
};

export const Roles = (): React.ReactNode => (
  <Turnable box={{ x: 0, y: 0, ...useStage().size }}>{() => <Picture />}</Turnable>
);

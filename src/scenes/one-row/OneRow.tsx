/** Step `one-row`: one row of Z taken apart; V's rows shrink by their attention weights and add up. The weights can be dragged. */
import { rowOnItsWay } from '../../choreography/index.ts';
import { at } from '../../math/index.ts';
import { takenRow } from '../../store/index.ts';
import {
  ColBand,
  ColBands,
  ColChips,
  MatrixName,
  numeral,
  RowBand,
  RowBands,
  RowChips,
} from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { Canvas } from '../stage/Stage.tsx';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { aroundOf } from './around.ts';
import { layOut, type OneRowLayout } from './layout.ts';
import styles from './OneRow.module.css';
import { ShrunkRows, SumSoFar } from './ShrunkRows.tsx';

/** As the style sheet has it, and how short one can be. */
const sliderHeight = 24;
const sliderLength = 40;

const Sliders = ({
  layout: { cell, slider, weights, cellAt },
  shares,
}: {
  layout: OneRowLayout;
  shares: readonly number[];
}): React.ReactNode => {
  const { state, messages, turned } = useStage();
  // Of a long sentence each is as small as its line, so that none covers the next.
  const scale = Math.min(1, cell / (turned ? sliderLength : sliderHeight));
  return shares.map((share, index) => (
    <input
      key={index}
      type="range"
      className={styles['slider']}
      style={{
        left: cellAt(weights, index, 0).x + slider.x,
        top: cellAt(weights, index, 0).y + slider.y,
        width: slider.width / scale,
        scale,
      }}
      min={0}
      max={1}
      step={0.01}
      value={share}
      aria-label={messages.ui.weightOf(state.tokens[index] ?? '')}
      aria-valuetext={numeral(share, 2)}
      onChange={(event) =>
        state.setRowWeights(
          shares.map((old, place) => (place === index ? Number(event.target.value) : old)),
          // One drag is one change.
          `weight ${index}`,
        )
      }
      onPointerUp={state.endGesture}
      onKeyUp={state.endGesture}
      onBlur={state.endGesture}
    />
  ));
};

const Total = ({
  layout,
  shares,
}: {
  layout: OneRowLayout;
  shares: readonly number[];
}): React.ReactNode => {
  const { state, metrics, messages } = useStage();
  const total = shares.reduce((sum, share) => sum + share, 0);
  const off = Math.abs(total - 1) > 0.005;
  const renormalise = (): void => {
    if (total > 0) state.setRowWeights(shares.map((share) => share / total));
  };
  return (
    <>
      <div className={styles['total']} style={{ ...layout.total, fontSize: metrics.small }}>
        <output>{`Σ = ${numeral(total, 2)}`}</output>
        {off && <span>{messages.ui.noLongerSoftmax}</span>}
        {off && total > 0 && (
          <button type="button" onClick={renormalise}>
            {messages.ui.renormalise}
          </button>
        )}
        {state.rowWeights && (
          <button type="button" onClick={() => state.setRowWeights(null)}>
            {messages.ui.undoWeights}
          </button>
        )}
      </div>
    </>
  );
};

/** What stands around the blocks: their names, the tokens beside or above them, and the signs between them. */
const Signs = ({ layout, row }: { readonly layout: OneRowLayout; readonly row: number }) => {
  const stage = useStage();
  const { state, metrics, palette, moment, turned } = stage;
  const { tokens } = state;
  const { v, cell, weights, values, shrunk, sum } = layout;
  const around = aroundOf(stage, layout);
  const line = { tokens, palette, metrics, cell };
  const [Chips, Bands, Band] = turned
    ? [ColChips, ColBands, ColBand]
    : [RowChips, RowBands, RowBand];
  // A row on its way is its own arrow.
  const isOnItsWay = (index: number): boolean => {
    const { travel } = rowOnItsWay((moment?.landed ?? tokens.length) - index);
    return travel > 0 && travel < 1;
  };
  // Beside the blocks there is no room for shapes.
  const shape = (rows: number): string | undefined => (turned ? undefined : `${rows}×${v.cols}`);
  const shared = { metrics, palette } as const;
  return (
    <>
      <MatrixName {...shared} {...around.weights} notation={`a_{${row + 1}}`} />
      <Chips {...line} {...weights} />
      <MatrixName {...shared} {...around.values} notation="V" note={shape(v.rows)} />
      <Bands {...line} {...values} />
      {tokens.map((token, index) => {
        const way = around.wayOf(index);
        return (
          way &&
          !isOnItsWay(index) && (
            <Note key={`${index}${token}`} {...way} anchor="middle" tone="ink2">
              {around.way}
            </Note>
          )
        );
      })}
      {around.shrunk && (
        <MatrixName {...shared} {...around.shrunk} notation={`a_{${row + 1}j}v_j`} />
      )}
      <Bands {...line} {...shrunk} />
      <path d={around.rule} stroke={palette.ink} strokeWidth={1.5 * metrics.stroke} />
      <Note {...around.sigma} tone="ink" size={metrics.name}>
        Σ
      </Note>
      <Band {...shared} cell={cell} {...sum} position={row} />
      <MatrixName {...shared} {...around.sum} notation={`z_{${row + 1}}`} note={shape(1)} />
    </>
  );
};

export const OneRow = (): React.ReactNode => {
  const stage = useStage();
  const { size, state, computation } = stage;
  const { head, tokens } = state;
  const row = takenRow(state);
  const layout = layOut(stage);
  const { cell, weights, values, sum } = layout;
  const matrix = computation.matrix({ matrix: 'weights', head });
  const shares = tokens.map((_, col) => at(matrix, row, col));
  const shared = { head, cell } as const;
  return (
    <>
      <Canvas size={size}>
        <Signs layout={layout} row={row} />
        <StageMatrix {...shared} matrix="weights" rowsShown={[row]} transposed {...weights} />
        <StageMatrix {...shared} matrix="v" {...values} round />
        <ShrunkRows layout={layout} shares={shares} />
        <StageMatrix
          {...shared}
          matrix="context"
          rowsShown={[row]}
          digits={layout.digits}
          {...sum}
        />
        <SumSoFar layout={layout} shares={shares} />
      </Canvas>
      <Sliders layout={layout} shares={shares} />
      <Total layout={layout} shares={shares} />
    </>
  );
};

/** Step `one-row`: one row of Z taken apart; V's rows shrink by their attention weights and add up. The weights can be dragged. */
import { rowOnItsWay } from '../../choreography/index.ts';
import { at } from '../../math/index.ts';
import { takenRow } from '../../store/index.ts';
import { MatrixName, numeral, RowBands, RowChips, RowBand } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { Canvas } from '../stage/Stage.tsx';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { layOut, type Layout } from './layout.ts';
import styles from './OneRow.module.css';
import { ShrunkRows, SumSoFar } from './ShrunkRows.tsx';

const Sliders = ({
  layout,
  shares,
}: {
  layout: Layout;
  shares: readonly number[];
}): React.ReactNode => {
  const { state, messages } = useStage();
  return shares.map((share, index) => (
    <input
      key={index}
      type="range"
      className={styles['slider']}
      style={{
        left: layout.weights + layout.cell + 6,
        top: layout.top + index * layout.cell + layout.cell / 2,
        width: layout.slider - 6,
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
  layout: Layout;
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
      <div
        className={styles['total']}
        style={{
          left: layout.weights - 4,
          top: layout.sum + layout.cell * 0.5,
          fontSize: metrics.small,
          maxWidth: layout.values - layout.weights + 40,
        }}
      >
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

export const OneRow = (): React.ReactNode => {
  const stage = useStage();
  const { size, state, metrics, palette, computation, moment } = stage;
  const { head, tokens } = state;
  const row = takenRow(state);
  const layout = layOut(stage);
  const { v, cell, top, weights, values, shrunk, sum } = layout;
  const matrix = computation.matrix({ matrix: 'weights', head });
  const shares = tokens.map((_, col) => at(matrix, row, col));
  const line = { tokens, palette, metrics, cell };
  // A row on its way is its own arrow.
  const isOnItsWay = (index: number): boolean => {
    const { travel } = rowOnItsWay((moment?.landed ?? tokens.length) - index);
    return travel > 0 && travel < 1;
  };
  const name = (notation: string, x: number, note?: string): React.ReactNode => (
    <MatrixName
      notation={notation}
      note={note}
      x={x}
      y={top - metrics.name * 0.6}
      metrics={metrics}
      palette={palette}
    />
  );
  return (
    <>
      <Canvas size={size}>
        {name(`a_${row + 1}`, weights)}
        <RowChips {...line} x={weights} y={top} />
        <StageMatrix
          matrix="weights"
          head={head}
          rowsShown={[row]}
          transposed
          x={weights}
          y={top}
          cell={cell}
        />
        {name('V', values, `${v.rows}×${v.cols}`)}
        <RowBands {...line} x={values} y={top} />
        {tokens.map(
          (token, index) =>
            !isOnItsWay(index) && (
              <Note
                key={`${index}${token}`}
                x={shrunk - metrics.band - metrics.bandGap - metrics.name * 0.6}
                y={top + (index + 0.5) * cell + metrics.label * 0.36}
                anchor="middle"
                tone="ink2"
              >
                →
              </Note>
            ),
        )}
        <StageMatrix matrix="v" head={head} x={values} y={top} cell={cell} round />
        {name(`a_{${row + 1}j}v_j`, shrunk)}
        <RowBands {...line} x={shrunk} y={top} />
        <ShrunkRows layout={layout} shares={shares} />
        <line
          x1={shrunk}
          x2={shrunk + v.cols * cell}
          y1={sum - metrics.name * 0.33}
          y2={sum - metrics.name * 0.33}
          stroke={palette.ink}
          strokeWidth={1.5 * metrics.stroke}
        />
        <Note
          x={shrunk - metrics.band - metrics.bandGap - 6}
          y={sum + cell * 0.6}
          anchor="end"
          tone="ink"
          size={metrics.name}
        >
          Σ
        </Note>
        <RowBand {...line} position={row} x={shrunk} y={sum} />
        <StageMatrix
          matrix="context"
          head={head}
          rowsShown={[row]}
          digits={layout.digits}
          x={shrunk}
          y={sum}
          cell={cell}
        />
        <SumSoFar layout={layout} shares={shares} />
        <MatrixName
          notation={`z_${row + 1}`}
          note={`1×${v.cols}`}
          x={shrunk}
          y={sum + cell + metrics.name * 1.1}
          metrics={metrics}
          palette={palette}
        />
      </Canvas>
      <Sliders layout={layout} shares={shares} />
      <Total layout={layout} shares={shares} />
    </>
  );
};

/** Step `one-row`: one row of Z taken apart; V's rows shrink by their attention weights and add up. The weights can be dragged. */
import { at } from '../math/index.ts';
import { selectDomain, takenRow } from '../store/index.ts';
import {
  cellSize,
  MatrixName,
  mix,
  numeral,
  numeralSize,
  paintCell,
  RowBands,
  RowChips,
  tokenHue,
} from '../viz/index.ts';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage, type StageValue } from './stage/StageContext.tsx';
import styles from './OneRow.module.css';

/** Sizes and places of the columns: weights with their sliders, V, the shrunk rows. */
const layOut = ({ size, metrics, computation, state }: StageValue) => {
  const v = computation.matrix({ matrix: 'v', head: state.head });
  const chips = metrics.chipWidth + metrics.band + metrics.bandGap + 4;
  const slider = Math.max(54, Math.min(metrics.label * 8, size.width * 0.15));
  const sign = metrics.name * 1.4;
  const above = metrics.name * 2;
  const below = metrics.name * 2.6;
  const fixed = chips + slider + 2 * sign + metrics.band + metrics.bandGap + 8;
  const cell = cellSize(
    metrics.cellMax * 0.95,
    (size.width - fixed) / (1 + 2 * v.cols),
    (size.height - above - below) / (v.rows + 1),
  );
  const width = fixed + (1 + 2 * v.cols) * cell;
  const left = (size.width - width) / 2 + chips;
  const top = (size.height - above - below - (v.rows + 1) * cell) / 2 + above;
  const weights = left;
  const values = weights + cell + slider + sign;
  const shrunk = values + v.cols * cell + sign + metrics.band + metrics.bandGap;
  return {
    v,
    cell,
    top,
    weights,
    slider,
    values,
    shrunk,
    sum: top + v.rows * cell + metrics.name * 0.7,
  };
};

type Layout = ReturnType<typeof layOut>;

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
        )
      }
    />
  ));
};

/** V's rows times their weights: what is added up. Products of the weights and V that stand beside them. */
const ShrunkRows = ({
  layout,
  shares,
}: {
  layout: Layout;
  shares: readonly number[];
}): React.ReactNode => {
  const { state, metrics, palette, active } = useStage();
  const { v, cell, shrunk, top } = layout;
  const fontSize = numeralSize(cell, '−0.000', metrics);
  const domain = selectDomain(state, 'v');
  return shares.map((share, row) =>
    Array.from({ length: v.cols }, (_, col) => {
      const value = share * at(v, row, col);
      const hue = state.fill === 'token' ? tokenHue(palette, row) : null;
      const lit = active?.matrix === 'context' ? active.col === col : true;
      const paint = paintCell(
        { palette, rule: 'signed', domain, hue, round: false },
        value,
        lit ? 'plain' : 'operand-rest',
      );
      return (
        <g key={`${row}-${col}`} data-shrunk={value}>
          <rect
            x={shrunk + col * cell + 1.5}
            y={top + row * cell + 1.5}
            width={cell - 3}
            height={cell - 3}
            rx={3}
            fill={paint.form === 'frame' ? palette.paper : paint.colour}
            stroke={paint.form === 'frame' ? paint.colour : 'var(--cell-line)'}
            strokeWidth={paint.form === 'frame' ? 3 : 1}
          />
          {fontSize > 0 && (
            <text
              x={shrunk + (col + 0.5) * cell}
              y={top + (row + 0.5) * cell}
              dy="0.355em"
              textAnchor="middle"
              fontSize={fontSize}
              fill={paint.ink}
            >
              {numeral(value, 3)}
            </text>
          )}
        </g>
      );
    }),
  );
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
  const { size, state, metrics, palette, computation } = stage;
  const { head, tokens } = state;
  const row = takenRow(state);
  const layout = layOut(stage);
  const { v, cell, top, weights, values, shrunk, sum } = layout;
  const matrix = computation.matrix({ matrix: 'weights', head });
  const shares = tokens.map((_, col) => at(matrix, row, col));
  const line = { tokens, palette, metrics, cell };
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
        {tokens.map((token, index) => (
          <g key={`${index}${token}`}>
            <Note
              x={shrunk - metrics.band - metrics.bandGap - metrics.name * 0.6}
              y={top + (index + 0.5) * cell + 4}
              anchor="middle"
              tone="ink2"
            >
              →
            </Note>
          </g>
        ))}
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
        <rect
          x={shrunk - metrics.bandGap - metrics.band}
          y={sum + 1}
          width={metrics.band}
          height={cell - 2}
          fill={mix(palette.paper, tokenHue(palette, row), 1)}
        />
        <StageMatrix
          matrix="context"
          head={head}
          rowsShown={[row]}
          digits={3}
          x={shrunk}
          y={sum}
          cell={cell}
        />
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

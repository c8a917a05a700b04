/** Step `roles`: one query meets every key, and brings home the values in the shares it found. */
import { cellSize, MatrixName, RowBands, RowChips, RowBand } from '../viz/index.ts';
import { Arrow, Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage } from './stage/StageContext.tsx';

export const Roles = (): React.ReactNode => {
  const { size, metrics, palette, state, computation, active, messages } = useStage();
  const { head, tokens } = state;
  const { rows: n, cols: dK } = computation.matrix({ matrix: 'k', head });
  const row =
    active?.matrix === 'context' || active?.matrix === 'q' ? active.row : tokens.length - 1;
  const chips = metrics.chipWidth + metrics.band + metrics.bandGap + 4;
  const gap = Math.min(metrics.label * 4, size.width * 0.06);
  const above = metrics.name * 2.4;
  const below = metrics.name * 1.6;
  const between = metrics.name * 2.6;
  const cell = cellSize(
    metrics.cellMax,
    (size.width - 2 * chips - 2 * gap - 8) / (2 * dK + 1),
    (size.height - above - below - 2 * between) / (n + 2),
  );
  const width = 2 * chips + 2 * gap + (2 * dK + 1) * cell;
  const left = (size.width - width) / 2 + chips;
  const height = above + below + 2 * between + (n + 2) * cell;
  const top = (size.height - height) / 2 + above;
  const keysTop = top + cell + between;
  const homeTop = keysTop + n * cell + between;
  const weightsX = left + dK * cell + gap;
  const valuesX = weightsX + cell + gap + chips - metrics.chipWidth;
  const line = { tokens, palette, metrics, cell };
  const name = (
    notation: string,
    note: string | undefined,
    x: number,
    y: number,
  ): React.ReactNode => (
    <MatrixName
      notation={notation}
      note={note}
      x={x}
      y={y - metrics.name * 0.5}
      metrics={metrics}
      palette={palette}
    />
  );
  const token = tokens[row] ?? '';
  return (
    <Canvas size={size}>
      {name(`q_${row + 1}`, messages.ui.tokenAsks(token), left, top)}
      <RowBand {...{ palette, metrics, cell }} position={row} x={left} y={top} />
      <StageMatrix matrix="q" head={head} rowsShown={[row]} x={left} y={top} cell={cell} round />
      <Arrow
        from={[left + (dK * cell) / 2, top + cell + 5]}
        to={[left + (dK * cell) / 2, keysTop - metrics.name * 1.5]}
      />
      {name('K', messages.ui.isAsked, left, keysTop)}
      <RowChips {...line} x={left} y={keysTop} />
      <StageMatrix matrix="k" head={head} x={left} y={keysTop} cell={cell} round />
      <Arrow
        from={[left + dK * cell + 6, keysTop + (n * cell) / 2]}
        to={[weightsX - 6, keysTop + (n * cell) / 2]}
      />
      {name('A', metrics.narrow ? undefined : messages.ui.shares, weightsX, keysTop)}
      <StageMatrix
        matrix="weights"
        head={head}
        rowsShown={[row]}
        transposed
        x={weightsX}
        y={keysTop}
        cell={cell}
      />
      {Array.from({ length: n }, (_, index) => (
        <Note
          key={index}
          x={(weightsX + cell + valuesX - metrics.band - metrics.bandGap) / 2}
          y={keysTop + (index + 0.5) * cell + metrics.label * 0.36}
          anchor="middle"
          tone="ink2"
        >
          ×
        </Note>
      ))}
      {name('V', messages.ui.answers, valuesX, keysTop)}
      <RowBands {...line} x={valuesX} y={keysTop} />
      <StageMatrix matrix="v" head={head} x={valuesX} y={keysTop} cell={cell} round />
      <Arrow
        from={[valuesX + (dK * cell) / 2, keysTop + n * cell + 5]}
        to={[valuesX + (dK * cell) / 2, homeTop - metrics.name * 1.5]}
      />
      {name(`z_${row + 1}`, messages.ui.broughtHome, valuesX, homeTop)}
      <RowBand {...{ palette, metrics, cell }} position={row} x={valuesX} y={homeTop} />
      <StageMatrix
        matrix="context"
        head={head}
        rowsShown={[row]}
        x={valuesX}
        y={homeTop}
        cell={cell}
      />
    </Canvas>
  );
};

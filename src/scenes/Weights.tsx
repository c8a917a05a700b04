/** Step `weights`: the same numbers of W_Q, W_K and W_V, cut into as many heads as the reader likes. */
import { cellSize, MatrixName, textWidth } from '../viz/index.ts';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage } from './stage/StageContext.tsx';

const names = ['wq', 'wk', 'wv'] as const;
const notations = { wq: 'W_Q', wk: 'W_K', wv: 'W_V' } as const;

export const Weights = (): React.ReactNode => {
  const { size, metrics, palette, computation, state, messages, moment } = useStage();
  const { rows, cols } = computation.matrix({ matrix: 'wq' });
  const { nHeads } = state;
  const width = cols / nHeads;
  const seam = nHeads > 1 ? Math.max(6, metrics.label * 0.8) : 0;
  // While the matrix is being cut, its seams are on their way.
  const open = moment?.part ?? 1;
  const between = Math.min(metrics.label * 3, size.width * 0.04);
  const stacked = metrics.narrow;
  const above = metrics.name * 1.7;
  const below = metrics.label * 2.2;
  const across = stacked ? 1 : names.length;
  const down = stacked ? names.length : 1;
  const cell = cellSize(
    metrics.cellMax,
    (size.width - 8 - (across - 1) * between - across * (nHeads - 1) * seam) / (across * cols),
    (size.height - down * (above + below)) / (down * rows),
  );
  const blockWidth = cols * cell + (nHeads - 1) * seam;
  const blockHeight = above + rows * cell + below;
  const left = (size.width - across * blockWidth - (across - 1) * between) / 2;
  const top = (size.height - down * blockHeight) / 2 + above;
  const whole = `${rows}×${cols}`;
  const cut = `${whole} → ${nHeads} × (${rows}×${width})`;
  const room = blockWidth - metrics.name * 2;
  const note = nHeads > 1 && textWidth(cut, metrics.label) < room ? cut : whole;
  return (
    <Canvas size={size}>
      {names.map((name, index) => {
        const x = left + (stacked ? 0 : index * (blockWidth + between));
        const y = top + (stacked ? index * blockHeight : 0);
        return (
          <g key={name}>
            <MatrixName
              notation={notations[name]}
              note={note}
              x={x}
              y={y - metrics.name * 0.55}
              metrics={metrics}
              palette={palette}
            />
            {Array.from({ length: nHeads }, (_, head) => {
              // Closed, the heads stand together in the middle of the room that they need when open.
              const closed = ((nHeads - 1) * seam * (1 - open)) / 2;
              const headX = x + closed + head * (width * cell + seam * open);
              const narrowHead = width * cell < metrics.label * 3.4;
              return (
                <g key={head}>
                  <StageMatrix matrix={name} head={head} x={headX} y={y} cell={cell} />
                  {open === 1 && (
                    <Note
                      x={headX + (width * cell) / 2}
                      y={y + rows * cell + metrics.label * 1.5}
                      anchor="middle"
                    >
                      {narrowHead ? String(head + 1) : messages.ui.headName(head + 1)}
                    </Note>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </Canvas>
  );
};

/** Step `weights`: the same numbers of W_Q, W_K and W_V, cut into as many heads as the reader likes. */
import { cellSize, MatrixName, textWidth } from '../viz/index.ts';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { drawnShape, shapeNote } from './stage/source.ts';
import { StageMatrix } from './stage/StageMatrix.tsx';
import { useStage, type StageValue } from './stage/StageContext.tsx';

const names = ['wq', 'wk', 'wv'] as const;
const notations = { wq: 'W_Q', wk: 'W_K', wv: 'W_V' } as const;

/** Where the three matrices stand, and how each is cut: along its columns, or along its rows where it is transposed. */
const layOut = (stage: StageValue) => {
  const { size, metrics, computation, state, turned } = stage;
  const { label, name, narrow } = metrics;
  const { rows, cols } = computation.matrix({ matrix: 'wq' });
  const width = cols / state.nHeads;
  const seam = state.nHeads > 1 ? Math.max(6, label * 0.8) : 0;
  const seams = (state.nHeads - 1) * seam;
  const between = Math.min(label * 3, size.width * 0.04);
  const above = name * 1.7;
  // The heads' names stand below their columns, or as numbers behind their rows.
  const [behind, below] = turned ? [label * 1.6, 0] : [0, label * 2.2];
  const drawn = drawnShape(stage, { matrix: 'wq' });
  const [across, down] = narrow ? [1, names.length] : [names.length, 1];
  const cell = cellSize(
    metrics.cellMax,
    (size.width - 8 - (across - 1) * between - across * (behind + (turned ? 0 : seams))) /
      (across * drawn.cols),
    (size.height - down * (above + below + (turned ? seams : 0))) / (down * drawn.rows),
  );
  const blockWidth = drawn.cols * cell + behind + (turned ? 0 : seams);
  const blockHeight = above + drawn.rows * cell + below + (turned ? seams : 0);
  const left = (size.width - across * blockWidth - (across - 1) * between) / 2;
  const top = (size.height - down * blockHeight) / 2 + above;
  const seats = names.map((_, index) => ({
    x: left + (narrow ? 0 : index * (blockWidth + between)),
    y: top + (narrow ? index * blockHeight : 0),
  }));
  return { rows, width, seam, cell, blockWidth, seats };
};

export const Weights = (): React.ReactNode => {
  const stage = useStage();
  const { size, metrics, palette, state, messages, moment, turned } = stage;
  const { label } = metrics;
  const { nHeads } = state;
  const { rows, width, seam, cell, blockWidth, seats } = layOut(stage);
  // While the matrix is being cut, its seams are on their way.
  const open = moment?.part ?? 1;
  const whole = shapeNote(drawnShape(stage, { matrix: 'wq' }));
  const cut = `${whole} → ${nHeads} × (${shapeNote(drawnShape(stage, { matrix: 'wq', head: 0 }))})`;
  const room = blockWidth - metrics.name * 2;
  const note = nHeads > 1 && textWidth(cut, label) < room ? cut : whole;
  // Closed, the heads stand together in the middle of the room that they need when open.
  const closed = ((nHeads - 1) * seam * (1 - open)) / 2;
  const heads = Array.from({ length: nHeads }, (_, head) => head);
  /** How far along the cut a head's part begins. */
  const along = (head: number): number => closed + head * (width * cell + seam * open);
  const middle = (width * cell) / 2;
  const headName = (head: number): string =>
    turned || width * cell < label * 3.4 ? String(head + 1) : messages.ui.headName(head + 1);
  return (
    <Canvas size={size}>
      {names.map((name, index) => {
        const { x, y } = seats[index] ?? { x: 0, y: 0 };
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
            {heads.map((head) => (
              <g key={head}>
                <StageMatrix
                  matrix={name}
                  head={head}
                  x={x + (turned ? 0 : along(head))}
                  y={y + (turned ? along(head) : 0)}
                  cell={cell}
                />
                {open === 1 && (
                  <Note
                    {...(turned
                      ? { x: x + rows * cell + label, y: y + along(head) + middle + label * 0.36 }
                      : { x: x + along(head) + middle, y: y + rows * cell + label * 1.5 })}
                    anchor="middle"
                  >
                    {headName(head)}
                  </Note>
                )}
              </g>
            ))}
          </g>
        );
      })}
    </Canvas>
  );
};

/** Step `black-box`: X goes in, a matrix of the same shape comes out, so layers can be stacked. */
import { cellSize, lineLayout } from '../viz/index.ts';
import { Arrow, Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { useStage } from './stage/StageContext.tsx';

interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const Box = ({ x, y, width, height }: BoxProps): React.ReactNode => {
  const { metrics, palette, messages } = useStage();
  const lines = messages.ui.multiHead;
  const size = Math.max(metrics.label, Math.min(metrics.small * 1.25, width / 7));
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
        fill="var(--wash)"
        stroke={palette.ink}
        strokeWidth={1.5 * metrics.stroke}
      />
      {lines.map((line, index) => (
        <Note
          key={line}
          x={x + width / 2}
          y={y + height / 2 + (index - (lines.length - 1) / 2) * size * 1.5 + size * 0.36}
          anchor="middle"
          tone="ink"
          size={size}
        >
          {line}
        </Note>
      ))}
    </g>
  );
};

/** Input, box and output on one line; in a narrow frame from top to bottom. */
export const BlackBox = (): React.ReactNode => {
  const { size, metrics, computation, messages } = useStage();
  const x = computation.matrix({ matrix: 'x' });
  const chips = metrics.chipWidth + metrics.band + metrics.bandGap + 4;
  const boxWidth = metrics.label * 9;
  const arrow = metrics.label * 2.6;
  const layout = lineLayout(
    size,
    [
      { rows: x.rows, cols: x.cols, before: chips },
      { rows: x.rows, cols: x.cols, before: boxWidth + 2 * arrow + metrics.band + metrics.bandGap },
    ],
    { above: metrics.name * 2, below: metrics.name * 4, gap: 0 },
    metrics.cellMax,
  );
  // On a small projector a line would leave cells that no chip fits beside.
  if (metrics.narrow || layout.cell < metrics.micro * 1.3) {
    const between = metrics.label * 9;
    const cell = cellSize(
      metrics.cellMax,
      (size.width - chips - 12) / x.cols,
      (size.height - between - metrics.name * 4.4) / (2 * x.rows),
    );
    const left = (size.width - chips - x.cols * cell) / 2 + chips;
    const top = metrics.name * 1.6;
    const boxTop = top + x.rows * cell + arrow;
    const second = boxTop + between - 2 * arrow + arrow + metrics.name;
    const middle = left + (x.cols * cell) / 2;
    return (
      <Canvas size={size}>
        <LabelledMatrix
          matrix="x"
          notation="X"
          nameAt="above"
          x={left}
          y={top}
          cell={cell}
          rows="chips"
          round
          calm
        />
        <Arrow from={[middle, top + x.rows * cell + 5]} to={[middle, boxTop - 4]} />
        <Box x={left} y={boxTop} width={x.cols * cell} height={between - 2 * arrow} />
        <Arrow from={[middle, boxTop + between - 2 * arrow + 5]} to={[middle, second - 6]} />
        <LabelledMatrix
          matrix="output"
          notation="O"
          x={left}
          y={second}
          cell={cell}
          rows="chips"
          round
          caption={messages.ui.sameShape}
        />
      </Canvas>
    );
  }
  const [input, output] = layout.seats;
  if (!input || !output) return null;
  const { cell } = layout;
  const boxX = input.x + x.cols * cell + arrow;
  const height = Math.max(x.rows * cell, metrics.label * 5);
  const middle = input.y + (x.rows * cell) / 2;
  const under = input.y + x.rows * cell + metrics.name * 2.6;
  return (
    <Canvas size={size}>
      <LabelledMatrix
        matrix="x"
        notation="X"
        x={input.x}
        y={input.y}
        cell={cell}
        rows="chips"
        round
        calm
      />
      <Arrow from={[input.x + x.cols * cell + 6, middle]} to={[boxX - 5, middle]} />
      <Box x={boxX} y={middle - height / 2} width={boxWidth} height={height} />
      <Arrow
        from={[boxX + boxWidth + 6, middle]}
        to={[output.x - metrics.band - metrics.bandGap - 5, middle]}
      />
      <LabelledMatrix
        matrix="output"
        notation="O"
        x={output.x}
        y={output.y}
        cell={cell}
        rows="bands"
        round
      />
      <Arrow
        from={[output.x + (x.cols * cell) / 2, under - metrics.label]}
        to={[output.x + (x.cols * cell) / 2, under + metrics.label]}
        dashed
      />
      <Note x={output.x + x.cols * cell} y={under + metrics.label * 2.4} anchor="end">
        {messages.ui.nextLayer}
      </Note>
    </Canvas>
  );
};

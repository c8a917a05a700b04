/** One layer from X to what the next one takes: through the box, and past it on the residual stream. */
import {
  cellSize,
  chipsAbove,
  chipsBeside,
  lineLayout,
  textWidth,
  type Box,
} from '../../viz/index.ts';
import { Arrow, Note } from '../stage/Note.tsx';
import { LabelledMatrix } from '../stage/LabelledMatrix.tsx';
import { drawnShape } from '../stage/source.ts';
import { useStage, type StageValue } from '../stage/StageContext.tsx';
import { ClosedBox } from './ClosedBox.tsx';

/** X's way past the box to the point where O is added to it. */
const Bypass = ({
  path,
  x,
  y,
}: {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}): React.ReactNode => {
  const { metrics, palette } = useStage();
  return (
    <>
      <path d={path} fill="none" stroke={palette.ink2} strokeWidth={1.6 * metrics.stroke} />
      <circle cx={x} cy={y} r={3.2 * metrics.stroke} fill={palette.ink} />
    </>
  );
};

/** Input, box and output on one line, as large as the area allows. */
export const lineIn = (stage: StageValue, area: Box) => {
  const { metrics, turned } = stage;
  const { rows, cols } = drawnShape(stage, { matrix: 'x' });
  const chips = turned ? 0 : chipsBeside(metrics);
  // Of tokens that are columns the chips stand above.
  const above = turned ? chipsAbove(metrics) : metrics.label;
  const boxWidth = Math.max(metrics.label * 6.6, Math.min(metrics.label * 9, area.width * 0.16));
  const arrow = Math.min(metrics.label * 2.6, area.width * 0.05);
  const { cell, seats } = lineLayout(
    area,
    [
      { rows, cols, before: chips },
      { rows, cols, before: boxWidth + 2 * arrow + metrics.band + metrics.bandGap },
    ],
    { above, below: metrics.name * 1.5 + metrics.label * 3.6, gap: 0 },
    metrics.cellMax,
  );
  return { cell, seats, rows, cols, boxWidth, arrow };
};

export const InLine = ({ area }: { readonly area: Box }): React.ReactNode => {
  const stage = useStage();
  const { metrics, messages } = stage;
  const { cell, seats, rows, cols, boxWidth, arrow } = lineIn(stage, area);
  const [input, output] = seats;
  if (!input || !output) return null;
  const boxX = input.x + cols * cell + arrow;
  const height = Math.max(rows * cell, metrics.label * 5);
  const middle = input.y + (rows * cell) / 2;
  const [from, to] = [input, output].map(({ x }) => x + (cols * cell) / 2) as [number, number];
  const bottom = input.y + rows * cell;
  const under = bottom + metrics.name * 1.5 + metrics.label * 1.4;
  // The way past the box begins below the middle of X, where a long name would stand.
  const bare = metrics.name * 1.5 + textWidth(' 5×9', metrics.label) > (cols * cell) / 2;
  const shared = { cell, bare, round: true };
  const fits = textWidth(messages.ui.residual, metrics.label) < to - from;
  return (
    <>
      <LabelledMatrix {...input} {...shared} matrix="x" notation="X" rows="chips" calm />
      <Arrow from={[input.x + cols * cell + 6, middle]} to={[boxX - 5, middle]} />
      <ClosedBox x={boxX} y={middle - height / 2} width={boxWidth} height={height} />
      <Arrow
        from={[boxX + boxWidth + 6, middle]}
        to={[output.x - metrics.band - metrics.bandGap - 5, middle]}
      />
      <LabelledMatrix {...output} {...shared} matrix="output" notation="O" rows="bands" />
      <Bypass path={`M${from} ${bottom + 5}V${under}H${to}V${bottom + 5}`} x={to} y={under} />
      <Note x={(from + to) / 2} y={under - metrics.label * 0.6} anchor="middle" tone="ink2">
        {fits ? messages.ui.residual : messages.ui.residualShort}
      </Note>
      <Arrow from={[to, under]} to={[to, under + metrics.label * 1.9]} />
      <Note x={to - metrics.label} y={under + metrics.label * 1.6} anchor="end">
        {messages.ui.nextLayer}
      </Note>
    </>
  );
};

/** From top to bottom; the stream runs on the right. */
export const InColumn = ({ area }: { readonly area: Box }): React.ReactNode => {
  const stage = useStage();
  const { metrics, messages, turned } = stage;
  const { rows, cols } = drawnShape(stage, { matrix: 'x' });
  const { ui } = messages;
  const chips = turned ? 0 : chipsBeside(metrics);
  const lift = turned ? chipsAbove(metrics) : 0;
  const aside = metrics.label * 1.4;
  const arrow = metrics.label * 1.8;
  const boxHeight = metrics.label * 3.6;
  const between = metrics.name * 1.4 + boxHeight + 2 * arrow + lift;
  const below = metrics.name * 1.4 + metrics.label * 3;
  const cell = cellSize(
    metrics.cellMax,
    (area.width - chips - aside - 8) / cols,
    (area.height - between - below - lift - 4) / (2 * rows),
  );
  const left = area.x + (area.width - chips - aside - cols * cell) / 2 + chips;
  const height = lift + between + below + 2 * rows * cell;
  const top = area.y + Math.max(2, (area.height - height) / 2) + lift;
  const boxTop = top + rows * cell + metrics.name * 1.4 + arrow;
  const second = top + rows * cell + between;
  const [middle, right] = [left + (cols * cell) / 2, left + cols * cell];
  const bottom = second + rows * cell;
  const under = bottom + metrics.name * 1.4 + metrics.label;
  const fits = (text: string, room: number): boolean => textWidth(text, metrics.label) <= room;
  const caption = fits(ui.sameShape, cols * cell - metrics.name * 3) ? ui.sameShape : undefined;
  return (
    <>
      <LabelledMatrix
        matrix="x"
        notation="X"
        x={left}
        y={top}
        cell={cell}
        rows="chips"
        round
        calm
      />
      <Arrow from={[middle, top + rows * cell + 5]} to={[middle, boxTop - 4]} />
      <ClosedBox x={left} y={boxTop} width={cols * cell - metrics.label} height={boxHeight} />
      <Arrow from={[middle, boxTop + boxHeight + 5]} to={[middle, second - lift - 6]} />
      <LabelledMatrix
        matrix="output"
        notation="O"
        x={left}
        y={second}
        cell={cell}
        rows="chips"
        round
        caption={caption}
      />
      <Bypass
        path={`M${right + 4} ${top + (rows * cell) / 2}H${right + aside}V${under}H${right - metrics.label}V${bottom + 5}`}
        x={right - metrics.label}
        y={under}
      />
      {fits(ui.residualShort, right + aside - middle - metrics.label) && (
        <Note
          x={right + aside - 6}
          y={top + rows * cell + metrics.name * 1.2}
          anchor="end"
          tone="ink2"
        >
          {ui.residualShort}
        </Note>
      )}
      {fits(ui.nextLayer, right - metrics.label * 2 - area.x) && (
        <Note x={right - metrics.label * 2} y={under + metrics.label * 0.36} anchor="end">
          {ui.nextLayer}
        </Note>
      )}
    </>
  );
};

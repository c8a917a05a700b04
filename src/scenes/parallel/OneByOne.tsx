/** A recurrent network: every state reads its token and the state before, and has to wait for it. */
import { stepDone } from '../../choreography/index.ts';
import { mix, RowBands, RowChips, textWidth } from '../../viz/index.ts';
import { Arrow, Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { stepOfEach, type Dependency } from './dependencies.ts';
import type { ParallelLayout } from './layout.ts';

const subscript = (index: number): string =>
  [...String(index)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');

export interface OneByOneProps {
  readonly layout: ParallelLayout;
  readonly tokens: readonly string[];
  readonly dependencies: readonly Dependency[];
  readonly part: number;
}

export const OneByOne = ({
  layout,
  tokens,
  dependencies,
  part,
}: OneByOneProps): React.ReactNode => {
  const { metrics, palette, messages } = useStage();
  const { recurrent, chips } = layout;
  const { pitch, top } = recurrent;
  const n = tokens.length;
  const steps = stepOfEach(n, dependencies);
  const written = pitch >= metrics.label * 1.7;
  const box = Math.max(2, pitch * 0.62);
  const width = Math.max(box * 1.4, metrics.label * 2.4);
  const gap = metrics.label * 2.6;
  const noteWidth = textWidth(messages.ui.stepNumber(n), metrics.label);
  const whole = chips + gap + width + 8 + noteWidth;
  const x = recurrent.x + Math.max(0, (recurrent.width - whole) / 2) + chips;
  const states = x + gap;
  const boxTop = (row: number): number => top + row * pitch + (pitch - box) / 2;
  const Rows = layout.dense || pitch < metrics.micro * 1.5 ? RowBands : RowChips;
  const arrowHead = Math.min(1, pitch / (metrics.label * 2));
  return (
    <>
      <Rows {...{ tokens, palette, metrics, x, y: top, cell: pitch }} />
      {dependencies.map(({ kind, from, to }) => {
        const done = stepDone(part, n, steps[to] ?? 0);
        if (done === 0) return null;
        const middle = boxTop(to) + box / 2;
        const start: readonly [number, number] =
          kind === 'input' ? [x + 3, middle] : [states + width / 2, boxTop(from) + box + 1];
        const end: readonly [number, number] =
          kind === 'input' ? [states - 3, middle] : [states + width / 2, boxTop(to) - 2];
        const way = Math.min(1, done * 2);
        return (
          <g key={`${kind} ${to}`} data-arrow={`${kind} ${from} ${to}`}>
            <Arrow
              from={start}
              to={[start[0] + (end[0] - start[0]) * way, start[1] + (end[1] - start[1]) * way]}
              size={arrowHead}
            />
          </g>
        );
      })}
      {tokens.map((token, row) => {
        const step = steps[row] ?? 0;
        const done = stepDone(part, n, step);
        const there = done >= 1;
        return (
          <g key={`${row}${token}`}>
            <rect
              x={states}
              y={boxTop(row)}
              width={width}
              height={box}
              rx={Math.min(4, box / 3)}
              fill={mix(palette.paper, palette.ink, 0.1 * done)}
              stroke={there ? palette.ink : palette.hair2}
              strokeWidth={(written ? 1.2 : 0.8) * metrics.stroke}
            />
            {written && (
              <Note
                x={states + width / 2}
                y={boxTop(row) + box / 2 + metrics.label * 0.36}
                anchor="middle"
                tone={there ? 'ink' : 'ink2'}
              >
                {`h${subscript(row + 1)}`}
              </Note>
            )}
            {there && (written || row === n - 1) && (
              <Note x={states + width + 8} y={boxTop(row) + box / 2 + metrics.label * 0.36}>
                {messages.ui.stepNumber(step + 1)}
              </Note>
            )}
          </g>
        );
      })}
    </>
  );
};

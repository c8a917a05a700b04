/** A recurrent network: every state reads its token and the state before, and has to wait for it. */
import { stepDone } from '../../choreography/index.ts';
import {
  ColBands,
  ColChips,
  mix,
  RowBands,
  RowChips,
  textWidth,
  type Box,
} from '../../viz/index.ts';
import { Arrow, Note } from '../stage/Note.tsx';
import { useStage, type StageValue } from '../stage/StageContext.tsx';
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

/** Where tokens, states and notes of the network stand: a line each, from left to right, or from top to bottom where tokens are columns. */
const layOut = ({ metrics, messages, turned }: StageValue, layout: ParallelLayout, n: number) => {
  const { recurrent, chips } = layout;
  const { pitch, tokens } = recurrent;
  const { label } = metrics;
  // Of a state, along its line and across it.
  const box = Math.max(2, pitch * 0.62);
  const length = Math.max(turned ? box : box * 1.4, label * 2.4);
  const gap = label * 2.6;
  const noteWidth = textWidth(messages.ui.stepNumber(n), label);
  const whole = chips + gap + length + 8 + noteWidth;
  const x = turned ? tokens.x : recurrent.x + Math.max(0, (recurrent.width - whole) / 2) + chips;
  const corner = { x, y: tokens.y };
  const states = (turned ? corner.y : x) + gap;
  const lineOf = (row: number): number => (turned ? x : corner.y) + row * pitch + (pitch - box) / 2;
  const boxOf = (row: number): Box =>
    turned
      ? { x: lineOf(row), y: states, width: box, height: length }
      : { x: states, y: lineOf(row), width: length, height: box };
  /** From along and across the lines to the stage. */
  const spot = (along: number, across: number): readonly [number, number] =>
    turned ? [across, along] : [along, across];
  return {
    corner,
    boxOf,
    /** From a token to its state, and from a state to the next. */
    input: (to: number) =>
      [
        spot(states - gap + 3, lineOf(to) + box / 2),
        spot(states - 3, lineOf(to) + box / 2),
      ] as const,
    result: (from: number, to: number) =>
      [
        spot(states + length / 2, lineOf(from) + box + 1),
        spot(states + length / 2, lineOf(to) - 2),
      ] as const,
    written: pitch >= label * (turned ? 2 : 1.7),
    /** Whether every step has room to be counted. */
    counted: turned ? pitch >= noteWidth + 4 : pitch >= label * 1.7,
  };
};

export const OneByOne = ({
  layout,
  tokens,
  dependencies,
  part,
}: OneByOneProps): React.ReactNode => {
  const stage = useStage();
  const { metrics, palette, messages, turned } = stage;
  const { label, micro, stroke } = metrics;
  const { pitch } = layout.recurrent;
  const n = tokens.length;
  const steps = stepOfEach(n, dependencies);
  const { corner, boxOf, input, result, written, counted } = layOut(stage, layout, n);
  const dense = layout.dense || pitch < micro * 1.5;
  const Rows = dense ? RowBands : RowChips;
  const Cols = dense ? ColBands : ColChips;
  const Tokens = turned ? Cols : Rows;
  const arrowHead = Math.min(1, pitch / (label * 2));
  return (
    <>
      <Tokens {...{ tokens, palette, metrics, cell: pitch }} {...corner} />
      {dependencies.map(({ kind, from, to }) => {
        const done = stepDone(part, n, steps[to] ?? 0);
        if (done === 0) return null;
        const [start, end] = kind === 'input' ? input(to) : result(from, to);
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
        const box = boxOf(row);
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 + label * 0.36 };
        return (
          <g key={`${row}${token}`}>
            <rect
              {...box}
              rx={Math.min(4, box.height / 3)}
              fill={mix(palette.paper, palette.ink, 0.1 * done)}
              stroke={there ? palette.ink : palette.hair2}
              strokeWidth={(written ? 1.2 : 0.8) * stroke}
            />
            {written && (
              <Note {...middle} anchor="middle" tone={there ? 'ink' : 'ink2'}>
                {`h${subscript(row + 1)}`}
              </Note>
            )}
            {there && (counted || row === n - 1) && (
              <Note
                {...(turned
                  ? { x: middle.x, y: box.y + box.height + label * 1.4, anchor: 'middle' }
                  : { x: box.x + box.width + 8, y: middle.y })}
              >
                {messages.ui.stepNumber(step + 1)}
              </Note>
            )}
          </g>
        );
      })}
    </>
  );
};

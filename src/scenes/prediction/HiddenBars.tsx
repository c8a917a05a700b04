/** The hidden units as bars about 0: what is positive passes, what is negative is cut and only its outline stays. */
import { mix, numeral } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { barFill } from './bar-fill.ts';
import {
  barsAreNumbered,
  barScale,
  boxAt,
  placed,
  type FeedForwardLayout,
} from './feed-forward-layout.ts';

interface UnitProps {
  readonly layout: FeedForwardLayout;
  readonly unit: number;
  readonly value: number;
  /** From a value to its place along the flow. */
  readonly along: (value: number) => number;
  /** How much of the bar is there, and how far the cut has come, from 0 to 1. */
  readonly grown: number;
  readonly cut: number;
}

/** One unit's bar, its number, and an empty outline where the cut leaves 0. */
const Unit = ({ layout, unit, value, along, grown, cut }: UnitProps): React.ReactNode => {
  const { metrics, palette, active } = useStage();
  const { bars, cell, activated } = layout;
  const negative = value < 0;
  const lit =
    (active?.matrix === 'hidden' || active?.matrix === 'activated') && active.col === unit;
  const shade = barFill(palette, value);
  const outline = negative ? shade : 'none';
  const dashes = `${2 * metrics.stroke} ${2 * metrics.stroke}`;
  const [from, to] = [along(0), along(value * grown)];
  const v = bars.v + unit * cell;
  const number = placed(layout, {
    u: from + (negative ? 1 : -1) * metrics.label * 0.4,
    v: v + cell / 2 + metrics.micro * 0.36,
  });
  return (
    <g data-bar={value}>
      <rect
        {...boxAt(
          layout,
          { u: Math.min(from, to), v: v + cell * 0.2 },
          Math.abs(to - from),
          cell * 0.6,
        )}
        fill={negative ? mix(shade, palette.paper, cut) : shade}
        stroke={lit ? palette.ink : outline}
        strokeWidth={metrics.stroke}
        strokeDasharray={negative ? dashes : undefined}
      />
      {negative && cut > 0 && (
        <rect
          {...boxAt(layout, { u: activated.u + 1.5, v: v + 1.5 }, cell - 3, cell - 3)}
          data-cut={unit}
          fill="none"
          stroke={palette.ink3}
          strokeWidth={metrics.stroke}
          strokeDasharray={cell >= 16 ? dashes : undefined}
          rx={2}
          pointerEvents="none"
        />
      )}
      {barsAreNumbered(layout, metrics) && grown === 1 && (
        <Note
          {...number}
          anchor={negative ? 'start' : 'end'}
          tone={negative ? 'ink3' : 'ink'}
          bold={lit}
          size={metrics.micro}
        >
          {numeral(value)}
        </Note>
      )}
    </g>
  );
};

export const HiddenBars = ({ layout }: { readonly layout: FeedForwardLayout }): React.ReactNode => {
  const { metrics, palette, messages, computation, state, moment } = useStage();
  const { bars, cell, down } = layout;
  const { cols, data } = computation.matrix({ matrix: 'hidden' });
  const row = state.tokens.length - 1;
  const values = [...data.subarray(row * cols, (row + 1) * cols)];
  const { zero, unit } = barScale(bars.length, values, metrics);
  // Downwards, what is positive reaches up: against the flow.
  const along = (value: number): number =>
    bars.u + (down ? bars.length - zero - value * unit : zero + value * unit);
  const cut = moment?.part ?? 1;
  const end = bars.v + cols * cell;
  const axis = boxAt(layout, { u: along(0), v: bars.v - 3 }, 0, cols * cell + 6);
  const count = values.filter((value) => value <= 0).length;
  const words = down
    ? { x: end, y: bars.u - metrics.label * 0.5 }
    : { x: bars.u + bars.length, y: end + metrics.label * 1.6 };
  return (
    <g>
      {values.map((value, index) => (
        <Unit
          key={index}
          layout={layout}
          unit={index}
          value={value}
          along={along}
          grown={moment?.station(index) ?? 1}
          cut={cut}
        />
      ))}
      <path
        d={`M${axis.x} ${axis.y}l${axis.width} ${axis.height}`}
        stroke={palette.ink}
        strokeWidth={1.5 * metrics.stroke}
      />
      {cut > 0 && (
        <Note {...words} anchor="end" tone="ink2">
          {messages.ui.cutToZero(count, cols)}
        </Note>
      )}
    </g>
  );
};

/** One row as bars about 0, with its mean as a dashed line and one standard deviation to either side as a band. */
import { numeral, numeralSize, textWidth } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { barFill } from './bar-fill.ts';
import type { NormLayout, Panel } from './norm-layout.ts';
import type { RowMoments } from './normalising.ts';

export interface NormBarsProps {
  readonly layout: NormLayout;
  readonly panel: Panel;
  readonly values: readonly number[];
  readonly moments: RowMoments;
  /** The column that is explained. */
  readonly col: number | null;
  /** Whether the bars carry their numbers. */
  readonly numbered: boolean;
}

export const NormBars = (props: NormBarsProps): React.ReactNode => {
  const { layout, panel, values, moments, col, numbered } = props;
  const { metrics, palette, messages } = useStage();
  const { cell, left, names } = layout;
  const { mean, deviation } = moments;
  const line = metrics.label;
  const { top, height, zero, unit } = panel;
  // On its way a row may be larger than where it comes from and where it goes.
  const up = (value: number): number => Math.min(top + height, Math.max(top, zero - value * unit));
  // Mirrored, a greater value lies further to the right, and so lower here.
  const { mirrored = false } = metrics;
  const yOf = (value: number): number => (mirrored ? 2 * top + height - up(value) : up(value));
  const [low, high] = [yOf(mean - deviation), yOf(mean + deviation)];
  const across = values.length * cell;
  const size = Math.min(numeralSize(cell, '−0.00', metrics), metrics.small);
  // From a bar's end to its number, which is wide rather than high where it is mirrored.
  const beyond = mirrored ? 1.2 : 0.3;
  const meanAt = yOf(mean) + line * 0.36;
  const from = names - textWidth(`${messages.ui.mean} ${numeral(mean)}`, line);
  return (
    <g>
      <rect
        x={left}
        y={Math.min(low, high)}
        width={across}
        height={Math.abs(low - high)}
        fill={palette.hair}
        fillOpacity={0.55}
      />
      {values.map((value, index) => (
        <rect
          key={index}
          data-bar={value}
          x={left + (index + 0.22) * cell}
          y={Math.min(yOf(0), yOf(value))}
          width={cell * 0.56}
          height={Math.abs(yOf(value) - yOf(0))}
          fill={barFill(palette, value)}
          stroke={index === col ? palette.ink : 'none'}
          strokeWidth={1.5 * metrics.stroke}
        />
      ))}
      <path d={`M${left} ${yOf(0)}h${across}`} stroke={palette.ink3} strokeWidth={metrics.stroke} />
      <path
        d={`M${Math.max(names + line * 0.3, from)} ${yOf(mean)}H${left + across}`}
        stroke={palette.ink}
        strokeWidth={1.4 * metrics.stroke}
        strokeDasharray={`${4 * metrics.stroke} ${3 * metrics.stroke}`}
      />
      <Note x={names} y={meanAt} anchor="end" tone="ink2">
        {messages.ui.mean} {numeral(mean)}
      </Note>
      <Note
        x={names - (mirrored ? line * 2.2 : 0)}
        y={mirrored ? meanAt : Math.min(high + line * 0.36, meanAt - line * 1.3)}
        anchor="end"
      >
        {messages.ui.deviation} {numeral(deviation)}
      </Note>
      {numbered &&
        size > 0 &&
        values.map((value, index) => (
          <Note
            key={index}
            x={left + (index + 0.5) * cell}
            y={yOf(value) + (value < 0 === mirrored ? -size * beyond : size * (0.7 + beyond))}
            anchor="middle"
            tone={index === col ? 'ink' : 'ink2'}
            bold={index === col}
            size={size}
          >
            {numeral(value)}
          </Note>
        ))}
    </g>
  );
};

/** Add & Norm, opened: two rows are added, their sum is moved to mean 0 and stretched to standard deviation 1, then every column gets its gain and bias. */
import type { Box } from '../../viz/index.ts';
import type { DecoderMatrixName } from '../../decoder/index.ts';
import type { Messages } from '../../i18n/index.ts';
import { explain } from '../../store/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { Cover } from './Cover.tsx';
import { normLayout, type NormLayout } from './norm-layout.ts';
import { NormBars } from './NormBars.tsx';
import { normalising, rangeWithZero } from './normalising.ts';
import { Strip } from './Strip.tsx';

/** The matrices of one Add & Norm, from what goes in to what is made, with the sign in front of each. */
type NormStrips = readonly { readonly matrix: DecoderMatrixName; readonly sign?: string }[];

export const firstNorm: NormStrips = [
  { matrix: 'x' },
  { matrix: 'output', sign: '+' },
  { matrix: 'residual1', sign: '=' },
  { matrix: 'norm1Gain', sign: '×' },
  { matrix: 'norm1Bias', sign: '+' },
  { matrix: 'y', sign: '=' },
];

export const secondNorm: NormStrips = [
  { matrix: 'y' },
  { matrix: 'feedForward', sign: '+' },
  { matrix: 'residual2', sign: '=' },
  { matrix: 'norm2Gain', sign: '×' },
  { matrix: 'norm2Bias', sign: '+' },
  { matrix: 'z', sign: '=' },
];

/** Places of the sum and of the result among the strips. */
const sumPlace = 2;
const madePlace = 5;

const notesOf = (norm: NormStrips, { ui }: Messages): readonly string[] => [
  ui.input,
  norm === firstNorm ? ui.attention : (ui.blocks['feedForward'] ?? ''),
  ui.added,
  ui.gain,
  ui.bias,
  ui.normed,
];

/** The rules above the sum and above the result, as in column addition. */
const Rules = ({ layout, cols }: { layout: NormLayout; cols: number }): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { strips, cell, left, names } = layout;
  const from = names - metrics.label * 5;
  const above = metrics.label * 0.38;
  return [sumPlace, madePlace].map((place) => (
    <path
      key={place}
      d={`M${from} ${(strips[place] ?? 0) - above}H${left + cols * cell}`}
      stroke={palette.ink2}
      strokeWidth={metrics.stroke}
    />
  ));
};

/** Two beams through the bars, from the sum's cell to what is made of it. */
const Beams = ({ layout, col }: { layout: NormLayout; col: number }): React.ReactNode => {
  const { metrics } = useStage();
  const { strips, cell, left } = layout;
  const from = (strips[sumPlace] ?? 0) + cell + 2;
  const to = (strips[sumPlace + 1] ?? 0) - 2;
  const x = left + col * cell;
  return (
    <path
      d={`M${x} ${from}V${to}M${x + cell} ${from}V${to}`}
      stroke="var(--ink)"
      strokeOpacity={0.5}
      strokeWidth={1.2 * metrics.stroke}
      pointerEvents="none"
    />
  );
};

export const Norm = ({ norm, ...box }: Box & { readonly norm: NormStrips }): React.ReactNode => {
  const { metrics, messages, computation, state, active, moment } = useStage();
  const row = state.tokens.length - 1;
  const matrixAt = (place: number): DecoderMatrixName => norm[place]?.matrix ?? 'y';
  const sum = computation.matrix({ matrix: matrixAt(sumPlace) });
  const { cols } = sum;
  const values = [...sum.data.subarray(row * cols, (row + 1) * cols)];
  const { shift: mean = 0, divisor: deviation = 1 } = explain(state, {
    matrix: matrixAt(madePlace),
    row,
    col: 0,
  });
  const moments = { mean, deviation };
  const notes = notesOf(norm, messages);
  const layout = normLayout(box, metrics, {
    cols,
    ranges: [
      rangeWithZero([...values, mean - deviation, mean + deviation]),
      rangeWithZero([...normalising(values, moments, 1, 1), -1, 1]),
    ],
    notes: [...notes, messages.ui.standardised],
  });
  const { strips, panels, cell, left } = layout;
  const own = norm.slice(sumPlace).some(({ matrix }) => matrix === active?.matrix);
  const col = own ? (active?.col ?? null) : null;
  const [added, shift, stretch] = [0, 1, 2].map((index) => moment?.station(index) ?? 1) as [
    number,
    number,
    number,
  ];
  const onItsWay = (list: readonly number[]): readonly number[] =>
    normalising(list, moments, shift, stretch);
  const [centre = 0, edge = 1] = onItsWay([mean, mean + deviation]);
  return (
    <g>
      {norm.map(({ matrix, sign }, place) => (
        <Strip
          key={matrix}
          matrix={matrix}
          sign={sign}
          note={notes[place]}
          x={left}
          y={strips[place] ?? 0}
          cell={cell}
          names={layout.names}
          notes={layout.notes}
        />
      ))}
      {values.map((_, index) => (
        <Cover
          key={index}
          x={left + index * cell}
          y={strips[sumPlace] ?? 0}
          width={cell}
          height={cell}
          shown={Math.min(1, Math.max(0, added * cols - index))}
        />
      ))}
      <Rules layout={layout} cols={cols} />
      {added > 0 && (
        <NormBars
          layout={layout}
          panel={panels[0]}
          values={values.map((value) => value * added)}
          moments={moments}
          col={col}
          numbered={false}
        />
      )}
      {shift > 0 && (
        <NormBars
          layout={layout}
          panel={panels[1]}
          values={onItsWay(values)}
          moments={{ mean: centre, deviation: edge - centre }}
          col={col}
          numbered={stretch === 1}
        />
      )}
      {col !== null && <Beams layout={layout} col={col} />}
      {layout.notes !== null && (
        <Note x={layout.notes} y={panels[1].top + panels[1].height / 2 + metrics.label * 0.36}>
          {messages.ui.standardised}
        </Note>
      )}
    </g>
  );
};

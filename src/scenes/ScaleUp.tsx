/** Step `scale-up`: what the same computation costs at GPT‑3's size, on a logarithmic scale beside ours. */
import { costOf, type Cost } from '../example/index.ts';
import { gpt3 } from '../i18n/index.ts';
import { logScale } from '../viz/index.ts';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { useStage } from './stage/StageContext.tsx';

const quantities = [
  'weightCells',
  'parameters',
  'projections',
  'attention',
] as const satisfies readonly (keyof Cost)[];

/** Counts up to a million in full, larger ones with three digits and a power of ten. */
const count = (value: number): string => {
  if (value < 1e6) return new Intl.NumberFormat('en').format(value);
  const power = Math.floor(Math.log10(value));
  const digits = [...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join('');
  return `${(value / 10 ** power).toFixed(2)} × 10${digits}`;
};

export const ScaleUp = (): React.ReactNode => {
  const { size, metrics, palette, state, computation, messages } = useStage();
  const ours = costOf({
    n: state.tokens.length,
    dModel: computation.matrix({ matrix: 'x' }).cols,
    nHeads: state.nHeads,
    nLayers: 1,
  });
  const theirs = costOf({
    n: gpt3.contextLength,
    dModel: gpt3.dModel,
    nHeads: gpt3.nHeads,
    nLayers: gpt3.nLayers,
  });
  const inner = Math.min(size.width - 24, metrics.label * 58);
  const left = (size.width - inner) / 2;
  const largest = Math.max(...quantities.map((quantity) => theirs[quantity]));
  const powers = Math.ceil(Math.log10(largest));
  const x = logScale([1, 10 ** powers], [left, left + inner]);
  const rowHeight = Math.min(
    metrics.label * 8,
    (size.height - metrics.label * 8) / quantities.length,
  );
  const top =
    (size.height - rowHeight * quantities.length - metrics.label * 5) / 2 + metrics.label * 2;
  const bottom = top + rowHeight * quantities.length;
  const bar = Math.min(metrics.label * 1.1, rowHeight * 0.2);
  const ticks = Array.from({ length: Math.floor(powers / 6) + 1 }, (_, place) => 1e6 ** place);
  return (
    <Canvas size={size}>
      {ticks.map((value) => (
        <g key={value}>
          <line
            x1={x(value)}
            x2={x(value)}
            y1={top}
            y2={bottom}
            stroke={palette.hair}
            strokeWidth={metrics.stroke}
          />
          <Note x={x(value)} y={bottom + metrics.label * 1.6} anchor="middle">
            {value === 1
              ? '1'
              : `10${[...String(Math.round(Math.log10(value)))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join('')}`}
          </Note>
        </g>
      ))}
      {quantities.map((quantity, index) => {
        const y = top + index * rowHeight;
        const rows = [
          { key: 'ours', value: ours[quantity], fill: palette.ink3 },
          { key: 'theirs', value: theirs[quantity], fill: palette.ink },
        ];
        return (
          <g key={quantity}>
            <Note x={left} y={y + metrics.label * 1.2} tone="ink" bold>
              {messages.ui.costs[quantity]}
            </Note>
            {rows.map(({ key, value, fill }, line) => {
              const barY = y + metrics.label * 1.9 + line * (rowHeight - metrics.label * 2.4) * 0.5;
              const end = x(value);
              const text = count(value);
              const inside = end + metrics.label * text.length * 0.62 > left + inner;
              return (
                <g key={key} data-cost={quantity} data-model={key} data-count={value}>
                  <rect x={left} y={barY} width={end - left} height={bar} fill={fill} />
                  <text
                    x={inside ? end - 6 : end + 6}
                    y={barY + bar / 2}
                    dy="0.36em"
                    fontSize={metrics.label}
                    textAnchor={inside ? 'end' : 'start'}
                    fill={inside ? palette.paper : palette.ink2}
                  >
                    {text}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
      <rect
        x={left}
        y={bottom + metrics.label * 2.9}
        width={metrics.label}
        height={metrics.label * 0.8}
        fill={palette.ink3}
      />
      <Note x={left + metrics.label * 1.6} y={bottom + metrics.label * 3.6} tone="ink2">
        {messages.ui.ourModel}
      </Note>
      <rect
        x={left + metrics.label * 12}
        y={bottom + metrics.label * 2.9}
        width={metrics.label}
        height={metrics.label * 0.8}
        fill={palette.ink}
      />
      <Note x={left + metrics.label * 13.6} y={bottom + metrics.label * 3.6} tone="ink2">
        {messages.ui.gpt3Model}
      </Note>
    </Canvas>
  );
};

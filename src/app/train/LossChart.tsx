/** The loss of every step on a logarithmic scale, above the two losses that can be known without any model. */
import { useRef } from 'react';
import { useSize } from '../../frame/index.ts';
import { linearScale, logScale, numeral } from '../../viz/index.ts';
import { useRoom, useSession } from './room.ts';
import styles from './LossChart.module.css';

const margin = { top: 12, right: 12, bottom: 26, left: 40 } as const;

/** Losses worth a line across the chart. */
const ticks = [0.5, 1, 2, 4] as const;

interface Scales {
  readonly x: (step: number) => number;
  readonly y: (loss: number) => number;
  readonly width: number;
  readonly height: number;
}

const Axes = ({ x, y, width, height }: Scales): React.ReactNode => {
  const { texts } = useRoom();
  const steps = useSession((state) => state.plan.steps);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={margin.left}
            x2={width - margin.right}
            y1={y(tick)}
            y2={y(tick)}
            className={styles['grid']}
          />
          <text x={margin.left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {[0, steps / 2, steps].map((step) => (
        <text key={step} x={x(step)} y={height - 8} textAnchor={step === 0 ? 'start' : 'end'}>
          {step === steps ? `${step} ${texts.stepsAxis}` : Math.round(step)}
        </text>
      ))}
    </>
  );
};

/** A loss that the corpus itself settles, with its name above the line, or below it where the curve comes to lie above. */
const Limit = ({
  value,
  name,
  below = false,
  scales,
}: {
  readonly value: number;
  readonly name: string;
  readonly below?: boolean;
  readonly scales: Scales;
}): React.ReactNode => (
  <g className={styles['limit']}>
    <line
      x1={margin.left}
      x2={scales.width - margin.right}
      y1={scales.y(value)}
      y2={scales.y(value)}
    />
    <text x={scales.width - margin.right} y={scales.y(value) + (below ? 15 : -5)} textAnchor="end">
      {`${name} ${numeral(value)}`}
    </text>
  </g>
);

/** A corpus that leaves nothing to guess has an entropy of 0, which has no place on a logarithmic scale. */
const leastLoss = 0.01;

const Drawing = ({ width, height }: { readonly width: number; readonly height: number }) => {
  const { texts } = useRoom();
  const losses = useSession((state) => state.run.losses);
  const steps = useSession((state) => state.plan.steps);
  const material = useSession((state) => state.material);
  const floor = Math.max(material.floor, leastLoss);
  const blind = Math.max(material.floorWithoutContext, floor);
  const top = Math.max(Math.log(material.vocabulary.length), blind, ...losses) * 1.15;
  const x = linearScale([0, steps], [margin.left, width - margin.right]);
  // Below the floor there is room for its name.
  const y = logScale([floor, top], [height - margin.bottom - 20, margin.top]);
  const scales = { x, y, width, height };
  const points = losses.map((loss, index) => `${x(index + 1)},${y(Math.max(loss, leastLoss))}`);
  const last = losses.at(-1);
  return (
    <svg
      width={width}
      height={height}
      className={styles['drawing']}
      role="img"
      aria-label={texts.lossLabel(last === undefined ? '–' : numeral(last, 3), losses.length)}
    >
      <Axes {...scales} />
      {blind > floor * 1.12 && (
        <Limit value={blind} name={texts.floorWithoutContext} scales={scales} />
      )}
      <Limit value={floor} name={texts.floor} below scales={scales} />
      {points.length > 0 && <polyline points={points.join(' ')} className={styles['curve']} />}
      {last !== undefined && (
        <circle cx={x(losses.length)} cy={y(last)} r={4} className={styles['now']} />
      )}
    </svg>
  );
};

export const LossChart = (): React.ReactNode => {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { texts } = useRoom();
  const last = useSession((state) => state.run.losses.at(-1));
  return (
    <section className={styles['chart']}>
      <h2>
        {texts.loss}{' '}
        <output data-loss={last}>
          {last === undefined ? '–' : `${numeral(last, 3)} ${texts.nat}`}
        </output>
      </h2>
      <div ref={frame} className={styles['frame']}>
        {size && size.width > 0 && <Drawing width={size.width} height={size.height} />}
      </div>
    </section>
  );
};

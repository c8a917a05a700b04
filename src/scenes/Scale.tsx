/** Step `scale`: the scores before and after ÷√d_k, and a small laboratory that shows why: spread and saturation against d_k. */
import { useMemo, useState } from 'react';
import { useSettled } from '../frame/index.ts';
import {
  chipsAbove,
  chipsBeside,
  equalsSign,
  lineLayout,
  MatrixName,
  numeral,
  printedValue,
  stackLayout,
  textWidth,
} from '../viz/index.ts';
import { arrowBetween } from './stage/arrows.ts';
import { Arrow, Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { ContextBars } from './stage/ContextBars.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { sampleScores } from './samples.ts';
import type { State } from '../store/index.ts';
import { divisorNotation, scaledNotation } from './stage/scaled-notation.ts';
import { useStage } from './stage/StageContext.tsx';
import { sliderBox, StageSlider } from './stage/StageSlider.tsx';
import styles from './Scale.module.css';

const largestWidth = 9;

/** Spread and one row's softmax, without and with the division, for seeded samples of the chosen width. */
const Laboratory = ({ top, height }: { top: number; height: number }): React.ReactNode => {
  const { size, metrics, palette, messages } = useStage();
  // The slider moves in powers of two, so that its whole length is useful.
  const [power, setPower] = useState(6);
  const dK = 2 ** power;
  const { unscaled, scaled } = useMemo(() => sampleScores(dK), [dK]);
  const { left, width: inner } = sliderBox(size, metrics);
  const lines = [
    { key: 'without', name: 'S', result: unscaled },
    { key: 'with', name: 'S/√d_k', result: scaled },
  ];
  const pitch = Math.max(
    metrics.label * 2,
    Math.min(metrics.label * 3, (height - metrics.label * 3.2) / 2),
  );
  const barLeft = left + inner * 0.42;
  return (
    <>
      <StageSlider
        label={messages.ui.sampleWidth(dK)}
        least={0}
        most={largestWidth}
        value={power}
        valueText={`d_k = ${dK}`}
        top={top}
        onChange={setPower}
      />
      <svg className={styles['drawing']} width={size.width} height={size.height} aria-hidden="true">
        <line
          x1={left}
          x2={left + inner}
          y1={top - metrics.label}
          y2={top - metrics.label}
          stroke={palette.hair2}
        />
        {lines.map(({ key, name, result }, index) => {
          const y = top + metrics.label * 3.4 + index * pitch;
          return (
            <g key={key}>
              <MatrixName
                notation={name}
                x={left}
                y={y + pitch / 2}
                metrics={{ ...metrics, name: metrics.label * 1.3 }}
                palette={palette}
              />
              <Note
                x={left + Math.max(inner * 0.14, metrics.label * 4.4)}
                y={y + pitch / 2}
                tone="ink2"
              >
                {`σ = ${numeral(result.spread, 1)}`}
              </Note>
              <ContextBars
                weights={result.weights}
                tokens={['1', '2', '3', '4', '5']}
                rows={[0]}
                x={barLeft}
                y={y - pitch * 0.12}
                pitch={pitch}
                width={left + inner - barLeft}
                lit={null}
              />
            </g>
          );
        })}
      </svg>
    </>
  );
};

/** What the reader's own scaling says; `not` where there is none. */
const dividedByOwn = (
  { scaled, divisor, temperature }: State,
  root: number,
  not: string,
): string => {
  const by = (scaled ? (divisor ?? root) : 1) * temperature;
  return by === 1 ? not : `÷ ${numeral(by)}`;
};

export const Scale = (): React.ReactNode => {
  const { size, state, metrics, computation, messages } = useStage();
  // The laboratory comes behind the matrices: one frame does not draw both.
  const isSettled = useSettled();
  const { head } = state;
  const scores = computation.matrix({ matrix: 'scores', head });
  const chips = chipsBeside(metrics);
  const dK = computation.matrix({ matrix: 'q', head }).cols;
  const root = Math.sqrt(dK);
  const divided =
    divisorNotation(state) === '√d_k'
      ? `÷ √${dK} ${equalsSign(root, printedValue(root, 2), 9)} ${numeral(root)}`
      : dividedByOwn(state, root, messages.ui.notScaled);
  // Room for the arrow and what it says, and where there is more, more.
  const sign = Math.max(
    textWidth(divided, metrics.label) + metrics.label * 0.5,
    Math.min(metrics.label * 7, size.width * 0.1),
  );
  const labHeight = metrics.label * 10.5;
  const space = { width: size.width, height: size.height - labHeight };
  const { narrow } = metrics;
  const between = narrow ? 0 : sign + metrics.band + metrics.bandGap;
  const layout = (narrow ? stackLayout : lineLayout)(
    space,
    [
      { rows: scores.rows, cols: scores.cols, before: chips },
      { rows: scores.rows, cols: scores.cols, before: between },
    ],
    {
      above: chipsAbove(metrics),
      below: metrics.name * 1.9,
      gap: narrow ? metrics.label * 2 : 0,
    },
    metrics.cellMax,
  );
  const [before, after] = layout.seats;
  if (!before || !after) return null;
  const { cell } = layout;
  const arrow = arrowBetween(before, after, scores.cols * cell, scores.rows * cell, metrics);
  return (
    <>
      <Canvas size={size}>
        <LabelledMatrix
          matrix="scores"
          head={head}
          notation="S"
          x={before.x}
          y={before.y}
          cell={cell}
          rows="chips"
          cols="chips"
        />
        <Arrow from={arrow.from} to={arrow.to} />
        <Note {...arrow.note} tone="ink">
          {divided}
        </Note>
        <LabelledMatrix
          matrix="scaled"
          head={head}
          notation={scaledNotation(state)}
          x={after.x}
          y={after.y}
          cell={cell}
          rows={narrow ? 'chips' : 'bands'}
          cols="chips"
        />
      </Canvas>
      {isSettled && (
        <Laboratory
          top={size.height - labHeight + metrics.label * 1.6}
          height={labHeight - metrics.label * 1.6}
        />
      )}
    </>
  );
};

/** What stands on the line of each key beside the numbers: the query's place, the signs of the arithmetic, the bar of its share. */
import { mix, MatrixName, numeral, textWidth, tokenHue } from '../../viz/index.ts';
import { Arrow, Note } from '../stage/Note.tsx';
import { ContextBars } from '../stage/ContextBars.tsx';
import { useStage } from '../stage/StageContext.tsx';
import type { RolesProps } from './asking.ts';
import { divisorNotation } from '../stage/scaled-notation.ts';
import { arrowWord } from './layout.ts';

interface LineProps extends RolesProps {
  readonly line: number;
}

/** Where the query stops to ask, and from there the way down to the next key, where there is room to draw it. */
const Stop = ({ layout, asking, line }: LineProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { cell, pitch, above, q, span } = layout;
  const top = layout.stands + line * pitch;
  const x = q + span / 2;
  const hasWay = !above && asking.open[line + 1] === true && pitch - cell > 7 * metrics.stroke;
  return (
    <>
      {line !== asking.stand && (
        <rect
          data-stop={line}
          x={q + 2}
          y={top + 2}
          width={span - 4}
          height={cell - 4}
          rx={3}
          fill="none"
          stroke={palette.hair2}
          strokeWidth={metrics.stroke}
          strokeDasharray="3 3"
        />
      )}
      {hasWay && <Arrow from={[x, top + cell - 1]} to={[x, top + pitch + 1]} />}
    </>
  );
};

/** A line reads: the query · the key = its score, its share × its value. */
const Signs = ({ layout, line }: LineProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { cell, above, q, k, span, chips, scores, v, bands, bars } = layout;
  const middle = layout.lines + line * layout.pitch + cell / 2;
  const size = metrics.narrow ? metrics.micro : metrics.small;
  // A frame round the share reaches out of its cell.
  const shareEnd = above ? layout.weights + cell + 3 * metrics.stroke : bars.x + bars.width;
  const sign = { y: middle + size * 0.36, anchor: 'middle', tone: 'ink2', size } as const;
  return (
    <>
      {!above && (
        <circle
          cx={(q + span + k - chips) / 2 + 1}
          cy={middle}
          r={1.7 * metrics.stroke}
          fill={palette.ink2}
        />
      )}
      <Note {...sign} x={(k + span + scores) / 2}>
        =
      </Note>
      <Note {...sign} x={(shareEnd + v - bands) / 2}>
        ×
      </Note>
    </>
  );
};

/** From all scores together to their shares, in words where there is room. */
const ToShares = ({ layout, asking }: RolesProps): React.ReactNode => {
  const { metrics, palette, state } = useStage();
  const { label } = metrics;
  const { cell, weights } = layout;
  const from = layout.scores + cell;
  const x = (from + weights) / 2;
  const y = layout.lines + ((asking.open.length - 1) * layout.pitch + cell) / 2;
  const arrow = { from: from + 5, to: weights - 5 };
  return (
    <>
      {/* A head without a shaft would read as "greater than". */}
      {arrow.to - arrow.from >= 7 * metrics.stroke && (
        <Arrow from={[arrow.from, y]} to={[arrow.to, y]} />
      )}
      {textWidth(arrowWord, label) <= weights - from && (
        <>
          {divisorNotation(state) !== '' && (
            <MatrixName
              notation={`÷${divisorNotation(state)}`}
              x={x - label * 1.45}
              y={y - label * 0.75}
              metrics={{ ...metrics, name: label * 1.15 }}
              palette={palette}
            />
          )}
          <Note x={x} y={y + label * 1.45} anchor="middle" tone="ink2">
            {arrowWord}
          </Note>
        </>
      )}
    </>
  );
};

/** A key's share in its token's colour, in the room of a share of 1. */
const ShareBar = ({ layout, asking, line }: LineProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { x, top, width, height } = layout.bars;
  const y = top + line * layout.pitch;
  return (
    <>
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        fill="none"
        stroke={palette.hair}
        strokeWidth={metrics.stroke}
      />
      <rect
        data-share={line}
        x={x}
        y={y}
        width={(asking.drawn[line] ?? 0) * asking.asked(line) * width}
        height={height}
        fill={mix(palette.paper, tokenHue(palette, line), 0.92)}
      />
    </>
  );
};

/** All bars end to end, and what they come to: shares of one whole. */
const Whole = ({ layout, asking }: RolesProps): React.ReactNode => {
  const { metrics, state, computation } = useStage();
  const { bars, above, v, bands } = layout;
  const { y, height } = layout.mix;
  const { row, shared, drawn } = asking;
  if (shared === 0) return null;
  // Where the bar lies between V and z, the values on their way home pass over it.
  const isPassed = above && drawn.some((_, line) => asking.home(line) > 0 && asking.home(line) < 1);
  // The bars fill their line to a good half; here they may have nearly all of it.
  const pitch = above ? height * 1.5 : height;
  return (
    <>
      {/* Mirrored, there is no room for words in front of the bar. */}
      {!metrics.mirrored && (
        <Note
          x={(above ? v - bands : bars.x) - metrics.label * 0.5}
          y={y + height / 2 + metrics.small * 0.36}
          anchor="end"
          tone="ink"
          size={metrics.small}
        >
          {`Σ = ${numeral(drawn.reduce((sum, share) => sum + share, 0))}`}
        </Note>
      )}
      <ContextBars
        weights={computation.matrix({ matrix: 'weights', head: state.head })}
        tokens={state.tokens}
        rows={[row]}
        x={bars.x}
        y={y + (height - pitch) / 2}
        pitch={pitch}
        width={bars.width}
        lit={null}
        grown={() => shared}
        bare={isPassed}
      />
    </>
  );
};

export const Lines = (props: RolesProps): React.ReactNode => (
  <g aria-hidden="true">
    {props.asking.open.map(
      (isOpen, line) =>
        isOpen && (
          <g key={line}>
            <Stop {...props} line={line} />
            <Signs {...props} line={line} />
            <ShareBar {...props} line={line} />
          </g>
        ),
    )}
    <ToShares {...props} />
    <Whole {...props} />
  </g>
);

/** Rows of attention weights as stacked bars in the tokens' colours, in sentence order: who a row is mixed from; upright where rows are columns. */
import { at, type Matrix } from '../../math/index.ts';
import { inkOn, mix, tokenHue } from '../../viz/index.ts';
import { useStage } from './StageContext.tsx';

export interface ContextBarsProps {
  readonly weights: Matrix;
  readonly tokens: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Distance of the bars, and how long a whole one is. */
  readonly pitch: number;
  readonly width: number;
  /** One beside the other, from top to bottom. */
  readonly upright?: boolean;
  readonly rows?: readonly number[];
  /** The row at full strength; null for all. */
  readonly lit: number | null;
  /** How much of a row's bar is there, from 0 to 1. */
  readonly grown?: ((row: number) => number) | undefined;
  /** A segment, by its row and its token, is pointed at. */
  /** Without the tokens' characters, where something passes over. */
  readonly bare?: boolean;
  readonly onSegment?: ((row: number, col: number) => void) | undefined;
}

export const ContextBars = (props: ContextBarsProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { weights, tokens, x, y, pitch, width, lit, grown, onSegment } = props;
  const { bare = false, upright = false } = props;
  const rows = props.rows ?? Array.from({ length: weights.rows }, (_, row) => row);
  const point =
    onSegment &&
    ((event: React.PointerEvent, row: number, col: number): void => {
      // The stage takes what is no cell for empty ground.
      event.stopPropagation();
      onSegment(row, col);
    });
  const height = Math.min(22 * Math.max(1, metrics.stroke), pitch * 0.62);
  const font = Math.max(metrics.micro, Math.min(metrics.small, height * 0.7));
  return (
    <g aria-hidden="true">
      {rows.map((row, place) => {
        let done = 0;
        return tokens.map((token, col) => {
          const share = Math.max(0, at(weights, row, col));
          const segment = share * width * (grown?.(row) ?? 1);
          // Along the bar, and across it.
          const from = done + 0.5;
          const across = place * pitch + (pitch - height) / 2;
          const length = Math.max(0, segment - 1);
          const box = upright
            ? { x: x + across, y: y + from, width: height, height: length }
            : { x: x + from, y: y + across, width: length, height };
          done += segment;
          const colour = mix(
            palette.paper,
            tokenHue(palette, col),
            lit === null || lit === row ? 1 : 0.45,
          );
          return (
            <g
              key={`${row}-${col}`}
              data-bar={`${row},${col}`}
              onPointerOver={point && ((event) => point(event, row, col))}
              onPointerDown={point && ((event) => point(event, row, col))}
            >
              <rect {...box} fill={colour} />
              {!bare && segment >= font * 1.35 && height >= font && (
                <text
                  x={box.x + box.width / 2}
                  y={box.y + box.height / 2}
                  dy="0.36em"
                  textAnchor="middle"
                  fontSize={font}
                  fill={inkOn(colour)}
                >
                  {token}
                </text>
              )}
            </g>
          );
        });
      })}
    </g>
  );
};

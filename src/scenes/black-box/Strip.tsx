/** X and what every layer makes of it, all of the same shape, on the residual stream that runs past them. */
import { memo } from 'react';
import { stepDone } from '../../choreography/index.ts';
import { at, type Matrix } from '../../math/index.ts';
import { selectDomain } from '../../store/index.ts';
import { MatrixName, signedFill, type Palette, type Point } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import type { StripLayout } from './layout.ts';

interface SmallProps extends Point {
  readonly matrix: Matrix;
  readonly cell: number;
  readonly domain: number;
  readonly palette: Palette;
}

/** Colours alone. A hundred of them stand still while another is added. */
const Small = memo(function Small({ matrix, x, y, cell, domain, palette }: SmallProps) {
  const { rows, cols } = matrix;
  return (
    <>
      <rect
        x={x - 0.5}
        y={y - 0.5}
        width={cols * cell + 1}
        height={rows * cell + 1}
        fill={palette.paper}
        stroke={palette.hair2}
        strokeWidth={0.75}
      />
      {Array.from({ length: rows * cols }, (_, place) => {
        const [row, col] = [Math.floor(place / cols), place % cols];
        return (
          <rect
            key={place}
            x={x + col * cell}
            y={y + row * cell}
            width={cell}
            height={cell}
            fill={signedFill(palette, at(matrix, row, col), domain)}
          />
        );
      })}
    </>
  );
});

export interface StripProps {
  readonly layout: StripLayout;
  readonly x: Matrix;
  readonly layers: readonly Matrix[];
  /** How much of the way through all layers is done. */
  readonly part: number;
}

/** The stream on the line of a matrix: from the one before, or from the edge where a line begins, as far as it has come. */
const Stream = ({
  seat,
  before,
  width,
  lift,
  tail,
  done,
}: {
  readonly seat: Point;
  /** How far before the matrix it comes from. */
  readonly before: number;
  readonly width: number;
  readonly lift: number;
  /** How far it goes on behind the matrix, where the line ends but not the stream. */
  readonly tail: number;
  readonly done: number;
}): React.ReactNode => {
  const { metrics, palette } = useStage();
  const y = seat.y - lift;
  const [from, middle] = [seat.x - before, seat.x + width / 2];
  const dot = Math.min(3.2 * metrics.stroke, lift * 0.5);
  return (
    <>
      <line
        x1={from}
        x2={done === 1 && tail > 0 ? seat.x + width + tail : from + (middle - from) * done}
        y1={y}
        y2={y}
        stroke={palette.ink2}
        strokeWidth={1.6 * metrics.stroke}
      />
      {done === 1 && (
        <>
          <line
            x1={middle}
            x2={middle}
            y1={y}
            y2={seat.y - 1}
            stroke={palette.ink2}
            strokeWidth={1.2 * metrics.stroke}
          />
          <circle cx={middle} cy={y} r={dot} fill={palette.ink} />
        </>
      )}
    </>
  );
};

export const Strip = ({ layout, x, layers, part }: StripProps): React.ReactNode => {
  const { state, metrics, palette } = useStage();
  const { perLine, cell, pitchX, pitchY, above, numbered } = layout;
  const width = x.cols * cell;
  // One scale for all of them, so that they compare.
  const domain = selectDomain(state, 'x');
  const seatOf = (index: number): Point => ({
    x: layout.left + (index % perLine) * pitchX,
    y: layout.top + Math.floor(index / perLine) * pitchY + above,
  });
  return (
    <g aria-hidden="true">
      {[x, ...layers].map((matrix, index) => {
        const seat = seatOf(index);
        const done = index === 0 ? 1 : stepDone(part, layers.length, index - 1);
        if (done === 0) return null;
        // Where a line begins the stream comes in from its edge, at X from nowhere.
        const lineStart = index === 0 ? -width / 2 : 0;
        const before = index % perLine === 0 ? lineStart : pitchX - width / 2;
        const endsLine = index < layers.length && index % perLine === perLine - 1;
        return (
          <g key={index}>
            <Stream
              seat={seat}
              before={before}
              width={width}
              tail={endsLine && part * layers.length >= index ? (pitchX - width) / 3 : 0}
              lift={above * 0.62}
              done={done}
            />
            <g opacity={done} data-thumb="layer" data-layer={index}>
              <Small
                matrix={matrix}
                x={seat.x}
                y={seat.y}
                cell={cell}
                domain={domain}
                palette={palette}
              />
            </g>
            {done === 1 && index === 0 && numbered && (
              <MatrixName
                notation="X"
                x={seat.x + width / 2 - metrics.label * 0.4}
                y={seat.y + x.rows * cell + metrics.label * 1.2}
                metrics={{ ...metrics, name: metrics.label * 1.1 }}
                palette={palette}
              />
            )}
            {done === 1 && index > 0 && numbered && (
              <Note
                x={seat.x + width / 2}
                y={seat.y + x.rows * cell + metrics.label * 1.2}
                anchor="middle"
              >
                {index}
              </Note>
            )}
          </g>
        );
      })}
    </g>
  );
};

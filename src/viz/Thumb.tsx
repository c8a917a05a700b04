/** A matrix as a picture of a few pixels a cell, without numbers. */
import { memo } from 'react';
import { at, type Matrix } from '../math/index.ts';
import { paintCell, type Rule } from './paint.ts';
import { tokenHue, type Palette } from './palette.ts';

interface ThumbProps {
  readonly matrix: Matrix;
  readonly rule: Rule;
  readonly domain: number;
  readonly palette: Palette;
  readonly byToken: boolean;
}

/** In units of a cell, to be scaled by the picture that it stands in; the same elements for as long as nothing changes. */
const ThumbCells = memo(({ matrix, rule, domain, palette, byToken }: ThumbProps): React.ReactNode =>
  Array.from({ length: matrix.rows * matrix.cols }, (_, index) => {
    const row = Math.floor(index / matrix.cols);
    const col = index % matrix.cols;
    const options = {
      palette,
      rule,
      domain,
      hue: byToken ? tokenHue(palette, row) : null,
      round: false,
    } as const;
    const { form, colour } = paintCell(options, at(matrix, row, col), 'plain');
    return (
      <rect
        key={index}
        x={col}
        y={row}
        width={col + 1 < matrix.cols ? 1.02 : 1}
        height={row + 1 < matrix.rows ? 1.02 : 1}
        fill={colour}
        fillOpacity={form === 'hatch' ? 0.4 : 1}
      />
    );
  }),
);

/** Fills the size that it is given, whatever the shape of its cells. */
export const Thumb = ({
  name,
  children,
  x,
  y,
  width,
  height,
  ...picture
}: ThumbProps & {
  readonly name: string;
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  /** Drawn over the cells, in their units. */
  readonly children?: React.ReactNode;
}): React.ReactNode => (
  <svg
    {...{ x, y, width, height }}
    viewBox={`0 0 ${picture.matrix.cols} ${picture.matrix.rows}`}
    preserveAspectRatio="none"
    data-thumb={name}
    aria-hidden="true"
  >
    <ThumbCells {...picture} />
    {children}
  </svg>
);

/** What stands around a matrix: token chips, identity bands, its symbol and shape, frames. None of it changes with a number, so it is drawn again only where it differs. */
import { memo } from 'react';
import type { Box, Point } from './geometry.ts';
import type { Metrics } from './metrics.ts';
import { mix, tokenHue, type Palette } from './palette.ts';
import { symbolRuns } from './symbols.ts';

export interface Line {
  readonly tokens: readonly string[];
  readonly palette: Palette;
  readonly metrics: Metrics;
  /** Top left corner of the matrix's cells. */
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Distance of the rows, where they stand apart. */
  readonly pitch?: number | undefined;
  /** Positions that stay at full strength; null for all. */
  readonly lit?: ReadonlySet<number> | null | undefined;
}

const restShare = 0.5;

const bandColour = (palette: Palette, position: number, lit: Line['lit']): string =>
  mix(palette.paper, tokenHue(palette, position), !lit || lit.has(position) ? 1 : restShare);

const chipColour = (palette: Palette, position: number): string =>
  mix(palette.paper, tokenHue(palette, position), palette.chipTint);

type BandProps = Omit<Line, 'tokens'> & { readonly position: number };

/** The token's own colour, in a box. */
const bandIn = (box: Box, { palette, position, lit }: BandProps): React.ReactNode => (
  <rect {...box} fill={bandColour(palette, position, lit)} />
);

/** How far from the cells a band begins. */
const bandAway = ({ band, bandGap }: Metrics): number => band + bandGap;

/** The token's own colour beside its row; (x, y) is the row's top left corner. */
export const RowBand = (props: BandProps): React.ReactNode => {
  const { metrics, x, y, cell } = props;
  const box = { x: x - bandAway(metrics), y: y + 1, width: metrics.band, height: cell - 2 };
  return bandIn(box, props);
};

/** The token's own colour above its column; (x, y) is the column's top left corner. */
export const ColBand = (props: BandProps): React.ReactNode => {
  const { metrics, x, y, cell } = props;
  const box = { x: x + 1, y: y - bandAway(metrics), width: cell - 2, height: metrics.band };
  return bandIn(box, props);
};

/** The tokens' own colours beside the rows. */
export const RowBands = memo(({ tokens, ...line }: Line): React.ReactNode => (
  <g aria-hidden="true">
    {tokens.map((token, row) => (
      <RowBand
        key={`${row}${token}`}
        {...line}
        position={row}
        y={line.y + row * (line.pitch ?? line.cell)}
      />
    ))}
  </g>
));

/** The token's own colour above each column. */
export const ColBands = memo(({ tokens, ...line }: Line): React.ReactNode => (
  <g aria-hidden="true">
    {tokens.map((token, col) => (
      <ColBand key={`${col}${token}`} {...line} position={col} x={line.x + col * line.cell} />
    ))}
  </g>
));

const chipFont = (width: number, height: number, { micro, small, fine }: Metrics): number =>
  Math.max(fine?.micro ?? micro, Math.min(small * 1.65, width * 0.62, height * 0.66));

interface ChipProps extends Pick<Line, 'palette' | 'x' | 'y' | 'lit'> {
  readonly token: string;
  readonly position: number;
  readonly width: number;
  readonly height: number;
  readonly font: number;
}

/** A character on its own colour; where it would run into its neighbours, the colour alone. */
const Chip = (props: ChipProps): React.ReactNode => {
  const { token, position, palette, x, y, width, height, font, lit } = props;
  return (
    <>
      <rect {...{ x, y, width, height }} rx={3} fill={chipColour(palette, position)} />
      {Math.min(width, height) + 2 >= font && (
        <text
          x={x + width / 2}
          y={y + height / 2}
          dy="0.36em"
          textAnchor="middle"
          fontSize={font}
          fill={!lit || lit.has(position) ? palette.ink : palette.ink2}
        >
          {token}
        </text>
      )}
    </>
  );
};

/** The characters in front of the rows, with their bands. */
export const RowChips = memo((line: Line): React.ReactNode => {
  const { tokens, palette, metrics, x, y, cell, pitch = cell, lit } = line;
  const width = metrics.chipWidth;
  const left = x - metrics.bandGap - metrics.band - width - 1;
  return (
    <g aria-hidden="true">
      {tokens.map((token, row) => (
        <Chip
          key={`${row}${token}`}
          {...{ palette, lit, token }}
          position={row}
          x={left}
          y={y + row * pitch + 1}
          width={width}
          height={cell - 2}
          font={chipFont(width, cell, metrics)}
        />
      ))}
      <RowBands {...line} />
    </g>
  );
});

/** The characters above the columns, with their bands. */
export const ColChips = memo((line: Line): React.ReactNode => {
  const { tokens, palette, metrics, x, y, cell, lit } = line;
  const height = metrics.chipHeight - metrics.band;
  const top = y - metrics.bandGap - metrics.band - height;
  return (
    <g aria-hidden="true">
      {tokens.map((token, col) => (
        <Chip
          key={`${col}${token}`}
          {...{ palette, lit, token }}
          position={col}
          x={x + col * cell + 1}
          y={top}
          width={cell - 2}
          height={height}
          font={chipFont(cell, height, metrics)}
        />
      ))}
      <ColBands {...line} />
    </g>
  );
});

const levelShift = { '-1': 0.26, '0': 0, '1': -0.4 } as const;

/** A symbol such as W_Q in the runs of SVG text: variables slant, sub- and superscripts shrink. */
const SymbolSpans = ({
  notation,
  size,
}: {
  readonly notation: string;
  readonly size: number;
}): React.ReactNode => {
  const runs = symbolRuns(notation);
  return runs.map((run, index) => {
    const before = runs[index - 1]?.level ?? 0;
    const shift = (levelShift[run.level] - levelShift[before]) * size;
    return (
      <tspan
        key={`${index}${run.text}`}
        dy={shift === 0 ? undefined : shift}
        fontSize={run.level === 0 ? size : size * 0.68}
        fontStyle={run.upright ? 'normal' : 'italic'}
        fontFamily="var(--font-math)"
      >
        {run.text}
      </tspan>
    );
  });
};

/** How far the end of a symbol stands off the line, to bring what follows back to it. */
const trailingShift = (notation: string, size: number): number => {
  const last = symbolRuns(notation).at(-1);
  return last ? -levelShift[last.level] * size : 0;
};

export interface NameProps extends Point {
  readonly notation: string;
  /** Shape and caption, behind or below the symbol. */
  readonly note?: string | undefined;
  readonly metrics: Metrics;
  readonly palette: Palette;
  readonly anchor?: 'start' | 'end' | undefined;
  /** Puts the note on a line of its own. */
  readonly stacked?: boolean | undefined;
}

/** A matrix's symbol with its shape. (x, y) is the baseline of the symbol. */
export const MatrixName = memo((props: NameProps): React.ReactNode => {
  const { notation, metrics, palette, x, y, anchor = 'start', stacked = false } = props;
  // Beside a mirrored picture there is no room for words.
  const note = metrics.mirrored ? undefined : props.note;
  return (
    <g aria-hidden="true" data-name="">
      <text x={x} y={y} fontSize={metrics.name} textAnchor={anchor} fill={palette.ink}>
        <SymbolSpans notation={notation} size={metrics.name} />
        {note !== undefined && !stacked && (
          <tspan
            dx={metrics.label * 0.7}
            dy={trailingShift(notation, metrics.name)}
            fontSize={metrics.label}
            fill={palette.ink3}
          >
            {note}
          </tspan>
        )}
      </text>
      {note !== undefined && stacked && (
        <text
          x={x}
          y={y + metrics.label * 1.6}
          fontSize={metrics.label}
          textAnchor={anchor}
          fill={palette.ink3}
        >
          {note}
        </text>
      )}
    </g>
  );
});

/** A frame round a block of cells. */
export const Frame = ({
  x,
  y,
  width,
  height,
  strong = false,
  metrics,
}: Point & {
  readonly width: number;
  readonly height: number;
  readonly strong?: boolean;
  readonly metrics: Metrics;
}): React.ReactNode => {
  // Round a small cell a full stroke would lie on its neighbours' numbers.
  const { stroke, pixel = 1 } = metrics.fine ?? metrics;
  const boldest = Math.min(3.2, Math.max(2.4, (width * 0.07) / stroke));
  const line = (strong ? boldest : 2) * stroke;
  // A projector's thicker line stands closer, for the same reason.
  const offset = pixel * (strong || metrics.stroke > 1 ? 1 : 2);
  return (
    <rect
      x={x - offset}
      y={y - offset}
      width={width + 2 * offset}
      height={height + 2 * offset}
      // Round a small cell a larger radius would leave no corner to see.
      rx={Math.min(5, width * 0.25)}
      fill="none"
      stroke="var(--ink)"
      strokeWidth={line}
      pointerEvents="none"
    />
  );
};

/** One cell of a matrix: its shape, its numeral, and what tests, keyboards and screen readers know of it. */
import { memo } from 'react';
import { centredIn } from './centred.ts';
import type { CellForm } from './paint.ts';

export interface CellProps {
  readonly row: number;
  readonly col: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly value: number;
  readonly form: CellForm;
  readonly colour: string;
  readonly ink: string;
  /** Colour of the second token that the cell belongs to; null where it belongs to one. */
  readonly corner: string | null;
  /** The printed number; null where there is no room. */
  readonly text: string | null;
  readonly fontSize: number;
  readonly bold: boolean;
  /** A number in the corner that pairs two operands; 0 for none. */
  readonly pair: number;
  readonly pairSize: number;
  readonly hairline: string | null;
  /** Between the cell's edge and what is painted: a pixel of the screen. */
  readonly inset: number;
  readonly label: string;
  readonly focusable: boolean;
}

const radius = 3;

/** 45° lines through a square from `start` on, as one path: a hatch without ids, so that pictures can be copied. */
const hatchPath = (start: number, side: number, gap: number): string => {
  const lines: string[] = [];
  for (let offset = gap; offset < 2 * side; offset += gap) {
    const from = [Math.max(0, offset - side), Math.min(offset, side)] as const;
    lines.push(`M${start + from[0]} ${start + from[1]}L${start + from[1]} ${start + from[0]}`);
  }
  return lines.join('');
};

/** The upper right corner of a cell, away from its number. */
const cornerPath = (size: number, inset: number): string => {
  const side = size * 0.3;
  return `M${size - inset - side} ${inset}h${side}v${side}Z`;
};

const Shape = ({ size, form, colour, hairline, inset }: CellProps): React.ReactNode => {
  const side = size - 2 * inset;
  const middle = size / 2;
  const border = hairline === null ? {} : { stroke: hairline, strokeWidth: inset };
  const box = {
    x: inset * 1.5,
    y: inset * 1.5,
    width: side - inset,
    height: side - inset,
    rx: Math.min(radius, size / 8),
  };
  switch (form) {
    case 'disc':
      return <circle cx={middle} cy={middle} r={size * 0.43} fill={colour} />;
    case 'ring':
      return (
        <circle
          cx={middle}
          cy={middle}
          r={size * 0.39}
          fill="var(--paper)"
          stroke={colour}
          strokeWidth={size * 0.086}
        />
      );
    case 'frame': {
      const width = Math.min(4, size / 8);
      return (
        <rect
          x={inset + width / 2}
          y={inset + width / 2}
          width={side - width}
          height={side - width}
          rx={box.rx}
          fill="var(--paper)"
          stroke={colour}
          strokeWidth={width}
        />
      );
    }
    case 'hatch':
      return (
        <>
          <rect {...box} fill="var(--paper)" {...border} />
          <path
            d={hatchPath(inset, side, Math.max(4, Math.min(8, size / 7)))}
            stroke={colour}
            strokeWidth={inset}
          />
        </>
      );
    default:
      return <rect {...box} fill={colour} {...border} />;
  }
};

/** Forms with paper inside, whose line a long number would run onto. */
const hollow: ReadonlySet<CellForm> = new Set(['ring', 'frame']);

/** Paper round the characters: where they meet the line, it gives way. */
const halo = {
  stroke: 'var(--paper)',
  strokeWidth: 3,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
} as const;

const CellInner = (props: CellProps): React.ReactNode => {
  const {
    row,
    col,
    x,
    y,
    size,
    value,
    form,
    ink,
    corner,
    text,
    fontSize,
    bold,
    pair,
    pairSize,
    label,
    focusable,
  } = props;
  return (
    // Whatever moves, moves as a whole: one attribute, and no text is laid out anew.
    <g
      transform={`translate(${x} ${y})`}
      role="gridcell"
      data-row={row}
      data-col={col}
      data-value={String(value)}
      aria-label={label}
      tabIndex={focusable ? 0 : -1}
    >
      <rect width={size} height={size} fill="transparent" />
      <Shape {...props} />
      {corner !== null && <path d={cornerPath(size, props.inset)} fill={corner} />}
      {text !== null && (
        <text
          {...centredIn({ x: 0, y: 0 }, size)}
          fontSize={fontSize}
          fontWeight={bold ? 700 : 400}
          fill={ink}
          {...(hollow.has(form) ? halo : {})}
          aria-hidden="true"
        >
          {text}
        </text>
      )}
      {pair > 0 && (
        <text x={5} y={3} dy="0.85em" fontSize={pairSize} fill={ink} aria-hidden="true">
          {pair}
        </text>
      )}
    </g>
  );
};

export const Cell = memo(CellInner);

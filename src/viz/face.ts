/** What is painted of a cell, as shapes: numbers in, attributes out. */
import { middleOfDigits } from './centred.ts';
import type { Attributes, Shape } from './draw.ts';
import type { CellForm } from './paint.ts';

export interface Face {
  readonly size: number;
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
  /** Colour of the line round a filled square; undefined for none. */
  readonly hairline: string | undefined;
  /** The ground that hollow forms let through. */
  readonly paper: string;
  /** Between the cell's edge and what is painted: a pixel of the screen. */
  readonly inset: number;
}

const radius = 3;

/** As `--cell-line`, whose look-up in every cell would take longer than all else that a new colour takes. */
const hairlineOpacity = 0.09;

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

/** The same object for the same arguments as last time: what it is drawn with needs no second look. */
const asLast = <Args extends readonly unknown[], Made>(
  make: (...args: Args) => Made,
): ((...args: Args) => Made) => {
  let last: { readonly args: Args; readonly made: Made } | null = null;
  return (...args) => {
    let isSame = true;
    for (let index = 0; isSame && index < args.length; index++)
      isSame = last?.args[index] === args[index];
    if (last === null || !isSame) last = { args, made: make(...args) };
    return last.made;
  };
};

const cornersOf = (size: number): number => Math.min(radius, size / 8);

/** What a pointer finds: all of the cell. */
const hit = asLast((size: number): Shape => ({
  tag: 'rect',
  place: { width: size, height: size },
  fill: 'transparent',
}));

const box = asLast((size: number, inset: number, isLined: boolean): Attributes => {
  const side = size - 3 * inset;
  return {
    x: inset * 1.5,
    y: inset * 1.5,
    width: side,
    height: side,
    rx: cornersOf(size),
    ...(isLined && { 'stroke-width': inset, 'stroke-opacity': hairlineOpacity }),
  };
});

const frame = asLast((size: number, inset: number): Attributes => {
  const width = Math.min(4, size / 8);
  const [start, side] = [inset + width / 2, size - 2 * inset - width];
  return {
    x: start,
    y: start,
    width: side,
    height: side,
    rx: cornersOf(size),
    'stroke-width': width,
  };
});

const disc = asLast((size: number): Attributes => ({ cx: size / 2, cy: size / 2, r: size * 0.43 }));

const ring = asLast((size: number): Attributes => ({
  cx: size / 2,
  cy: size / 2,
  r: size * 0.39,
  'stroke-width': size * 0.086,
}));

const hatch = asLast((size: number, inset: number): Attributes => {
  const side = size - 2 * inset;
  const gap = Math.max(4, Math.min(8, size / 7));
  return { d: hatchPath(inset, side, gap), 'stroke-width': inset };
});

/** What is painted under the number. */
const groundOf = ({ size, form, colour, hairline, inset, paper }: Face): readonly Shape[] => {
  const square = (fill: string): Shape => ({
    tag: 'rect',
    place: box(size, inset, hairline !== undefined),
    fill,
    stroke: hairline,
  });
  switch (form) {
    case 'disc':
      return [{ tag: 'circle', place: disc(size), fill: colour }];
    case 'ring':
      return [{ tag: 'circle', place: ring(size), fill: paper, stroke: colour }];
    case 'frame':
      return [{ tag: 'rect', place: frame(size, inset), fill: paper, stroke: colour }];
    case 'hatch':
      return [square(paper), { tag: 'path', place: hatch(size, inset), stroke: colour }];
    default:
      return [square(colour)];
  }
};

/** Forms with paper inside, whose line a long number would run onto. */
const hollow: ReadonlySet<CellForm> = new Set(['ring', 'frame']);

/** A line of paper round the characters: where they meet the form's line, that gives way. */
const halo: Attributes = {
  'stroke-width': 3,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
};

const digits = asLast(
  (size: number, fontSize: number, bold: boolean, hasHalo: boolean): Attributes => ({
    x: size / 2,
    y: size / 2,
    dy: middleOfDigits,
    'text-anchor': 'middle',
    'font-size': fontSize,
    'font-weight': bold ? 700 : 400,
    'aria-hidden': 'true',
    ...(hasHalo && halo),
  }),
);

/** What is painted of a cell, from the back to the front. */
export const shapesOf = (face: Face): readonly Shape[] => {
  const { size, inset, form, corner, text, fontSize, bold, pair, pairSize, ink, paper } = face;
  const shapes: Shape[] = [hit(size), ...groundOf(face)];
  if (corner !== null)
    shapes.push({ tag: 'path', place: { d: cornerPath(size, inset) }, fill: corner });
  if (text !== null) {
    const hasHalo = hollow.has(form);
    const place = digits(size, fontSize, bold, hasHalo);
    shapes.push({ tag: 'text', place, fill: ink, stroke: hasHalo ? paper : undefined, text });
  }
  if (pair > 0) {
    const place = { x: 5, y: 3, dy: '0.85em', 'font-size': pairSize, 'aria-hidden': 'true' };
    shapes.push({ tag: 'text', place, fill: ink, text: String(pair) });
  }
  return shapes;
};

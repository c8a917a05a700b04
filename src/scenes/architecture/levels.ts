/** What the two insides of the figure are laid out with: levels read upwards, pictures of our own matrices, words beside them. */
import { textWidth, type Metrics, type Point, type Box } from '../../viz/index.ts';
import type { MatrixSource } from '../stage/source.ts';
import type { Line, Picture, Word } from './pieces.ts';
import { labelLines } from './label-lines.ts';

/** What an inside is drawn from. */
export interface Inside {
  readonly area: Box;
  readonly metrics: Metrics;
  readonly names: Readonly<Record<string, string>>;
  readonly nHeads: number;
  readonly head: number;
  /** Rows and columns of a matrix. */
  readonly shapeOf: (source: MatrixSource) => { readonly rows: number; readonly cols: number };
}

/** From the mask on, what is inside is computed with it, whatever the step's own state of the mask. */
export const masked = { variant: 'after' } as const;

export interface Shown {
  readonly source: MatrixSource;
  readonly symbol: string;
}

/** So much of its size a picture may give up for the words beside it. */
const leastShare = 0.6;

/** A matrix in a box, as large as it fits, its symbol and shape beside it where there is room. */
export const pictureIn = (
  { shapeOf, metrics }: Inside,
  box: Box,
  { source, symbol }: Shown,
  anchor: 'start' | 'middle' = 'middle',
): { readonly picture: Picture; readonly words: readonly Word[] } => {
  const { rows, cols } = shapeOf(source);
  const text = `${rows}×${cols}`;
  const { label } = metrics;
  const beside = label * 0.6;
  const written = Math.max(textWidth(text, label), textWidth(symbol, label * 1.25));
  const largest = Math.min(box.height / rows, box.width / cols, metrics.cellMax * 0.34);
  // Somewhat smaller is worth its name.
  const withWords = Math.min(largest, (box.width - beside - written) / cols);
  const cell = withWords > largest * leastShare ? withWords : largest;
  const [width, height] = [cols * cell, rows * cell];
  const fits = cell === withWords && height >= label * 2.2;
  const all = fits ? width + beside + written : width;
  const x = anchor === 'start' ? box.x : box.x + (box.width - all) / 2;
  const y = box.y + (box.height - height) / 2;
  const picture = { source, x, y, width, height };
  if (!fits) return { picture, words: [] };
  const at = (down: number): Point => ({ x: x + width + beside, y: y + height / 2 + down });
  return {
    picture,
    words: [
      { at: at(-label * 0.2), text: symbol, size: label * 1.25, symbol: true, beside: true },
      { at: at(label * 1.15), text, size: label, beside: true },
    ],
  };
};

export const upright = (x: number, from: number, to: number): Line => ({
  points: [
    { x, y: from },
    { x, y: to },
  ],
  arrow: true,
});

/** Levels from the bottom up: heights beside each other, and the room between them. */
export const levelsIn = (area: Box, heights: readonly number[], gap: number): readonly Box[] => {
  const total = heights.reduce((sum, height) => sum + height, 0);
  const unit = (area.height - gap * (heights.length - 1)) / total;
  let bottom = area.y + area.height;
  return heights.map((share) => {
    const height = share * unit;
    const box = { ...area, y: bottom - height, height };
    bottom -= height + gap;
    return box;
  });
};

export const thirdOf = (box: Box, index: number, gap: number): Box => {
  const width = (box.width - 2 * gap) / 3;
  return { ...box, x: box.x + index * (width + gap), width };
};

/** A block's words on the left, what it makes on the right. */
export const split = (box: Box, share: number): readonly [Box, Box] => {
  const width = box.width * share;
  return [
    { ...box, width },
    { ...box, x: box.x + width, width: box.width - width },
  ];
};

/** Words beside a block's picture, or above it where they, or those of blocks in the same line, would not fit beside. */
export const wordsAnd = (
  box: Box,
  share: number,
  texts: readonly string[],
  metrics: Metrics,
): readonly [Box, Box] => {
  const beside = split(box, share);
  if (texts.every((text) => labelLines(text, beside[0], metrics))) return beside;
  const line = metrics.small * 1.7;
  return [
    { ...box, height: line },
    { ...box, y: box.y + line, height: box.height - line },
  ];
};

export const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

export const middle = ({ x, width }: Box): number => x + width / 2;
export const end = ({ y, height }: Box): number => y + height;

export const columnOf = ({ area, metrics }: Inside): Box => {
  const width = Math.min(area.width - metrics.label * 2, metrics.label * 44);
  const margin = metrics.label * 0.8;
  return {
    x: area.x + (area.width - width) / 2,
    y: area.y + margin,
    width,
    height: area.height - 2 * margin,
  };
};

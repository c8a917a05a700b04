/** How a block's name fits its box: on one line or two, at a size that can be read. */
import { textWidth, type Metrics, type Size } from '../../viz/index.ts';

/** Breaks a label in two at the space nearest to its middle; one without spaces stays whole. */
const inTwo = (text: string): readonly string[] => {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [best] = spaces.toSorted(
    (a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2),
  );
  return best === undefined ? [text] : [text.slice(0, best), text.slice(best + 1)];
};

export const leading = 1.25;

/** The lines of a name and their size; null where the box is too small for it, with some air where something stands above or below. */
export const labelLines = (
  text: string,
  box: Size,
  { micro, small, label }: Metrics,
  air = 0,
): { readonly lines: readonly string[]; readonly size: number } | null => {
  const width = box.width - label * 0.7;
  const wanted = Math.max(micro, Math.min(small, box.height * 0.62));
  const lines = textWidth(text, wanted) > width ? inTwo(text) : [text];
  const longest = Math.max(...lines.map((line) => textWidth(line, 1)));
  const size = Math.min(wanted, width / longest);
  if (size + 0.25 < micro || (lines.length * leading + air) * size > box.height) return null;
  return { lines, size: Math.max(size, micro) };
};

/** A token's two vectors and their sum, where tokens are columns: side by side. */
import type { SumIn } from '../scenes/index.ts';
import { cellSize, chipsAbove, textWidth } from '../viz/index.ts';

/** Every vector has a slot as wide as what is said of it below, where there is room for that. */
export const sum: SumIn = ({ size, metrics, computation }, notes, sign) => {
  const { label, name, cellMax } = metrics;
  const { rows, cols } = computation.matrix({ matrix: 'x' });
  const said = Math.max(...notes.map((note) => textWidth(note, label))) + label;
  // What is said is left out where it would take the numbers' room; then a slot has room for the sign beside its column.
  const noted = 2 * said <= size.width * 0.38;
  const between = name * 1.4;
  const above = Math.max(chipsAbove(metrics), name * 1.6);
  const below = name * 1.9;
  const open = size.width - sign - 8;
  const cell = cellSize(
    cellMax * 0.95,
    noted ? (open - 2 * said) / rows : (open - 2 * between) / (rows + 2),
    (size.height - above - below) / cols,
  );
  const slot = noted ? Math.max(said, cell) : cell + between;
  const left = (size.width - 2 * slot - sign - rows * cell) / 2;
  const y = (size.height - above - below - cols * cell) / 2 + above;
  const first = left + (slot - cell) / 2;
  const third = left + 2 * slot + sign;
  const length = cols * cell;
  return {
    cell,
    seats: [first, first + slot, third].map((x) => ({ x, y })),
    noted,
    plus: {
      x: first + (slot + cell) / 2,
      y: y + length / 2 + name * 0.35,
      anchor: 'middle',
    },
    rule: `M${third - sign * 0.6} ${y}v${length}`,
  };
};

/** Where everything stands in the picture of the output layer: every token of the vocabulary has a column of its own, through U, bias, logit and share. */
import type { Box, Metrics } from '../../viz/index.ts';

/** One line of the vocabulary's columns; a narrow frame needs more than one. */
export interface Line {
  /** The first token of the line, and how many it has. */
  readonly from: number;
  readonly count: number;
  /** Tops and heights from top to bottom. */
  readonly u: number;
  readonly bias: number;
  readonly logits: number;
  readonly shares: number;
}

export interface OutputLayout {
  /** Left edge of the columns, and the width of one. */
  readonly left: number;
  readonly pitch: number;
  /** Height of one of U's rows, of the strip of the bias, of the two charts. */
  readonly row: number;
  readonly biasHeight: number;
  readonly logitsHeight: number;
  readonly sharesHeight: number;
  readonly lines: readonly Line[];
  /** Left edge of h, which stands in front of U's rows. */
  readonly h: number;
  /** Whether h carries its numbers. */
  readonly numbered: boolean;
  readonly table: Box;
}

/** Columns are never narrower than this; where there is height, they are wider and on several lines. */
const leastPitch = { wide: 3, narrow: 4.5 } as const;
/** Lines of the table below. */
const tableLines = 4;
export const tableLine = ({ label, mirrored }: Pick<Metrics, 'label' | 'mirrored'>): number =>
  label * (mirrored ? 4.4 : 1.5);

export const outputLayout = (
  { x, y, width, height }: Box,
  metrics: Metrics,
  { dModel, vocabulary }: { readonly dModel: number; readonly vocabulary: number },
): OutputLayout => {
  const { label, micro, narrow, name } = metrics;
  const before = narrow ? label * 2.6 : label * 5.4;
  const room = width - before;
  const perLine = Math.floor(room / leastPitch[narrow ? 'narrow' : 'wide']);
  const lineCount = Math.ceil(vocabulary / perLine);
  const count = Math.ceil(vocabulary / lineCount);
  const pitch = Math.floor((room / count) * 2) / 2;
  const left = x + before + (room - count * pitch) / 2;
  const biasHeight = Math.max(6, label * 0.6);
  const gap = label * 0.4;
  // Above U stands its name, above the logits the characters of the best.
  const head = name * 1.1;
  const names = label * 1.5;
  const fixed = head + biasHeight + names + 3 * gap;
  const leastRow = narrow ? 8 : micro * 1.08;
  const whole = tableLine(metrics) * tableLines;
  const openBeside = (table: number): number => (height - table - label) / lineCount - fixed;
  // Mirrored, the table takes a width that small frames do not have.
  const hasTable = !metrics.mirrored || openBeside(whole) - dModel * leastRow > label * 5;
  const table = hasTable ? whole : 0;
  const open = openBeside(table);
  const row = Math.max(leastRow, Math.min(label * 1.6, (open * 0.42) / dModel));
  const charts = Math.max(label * 2, Math.min(open - dModel * row, label * 26));
  const logitsHeight = charts * 0.62;
  const sharesHeight = charts * 0.38;
  const lineHeight = fixed + dModel * row + charts;
  const used = lineCount * lineHeight + label + table;
  const top = y + Math.max(0, (height - used) / 2);
  const lines = Array.from({ length: lineCount }, (_, line): Line => {
    const u = top + line * lineHeight + head;
    const bias = u + dModel * row + gap;
    const logits = bias + biasHeight + names;
    const from = line * count;
    return {
      from,
      count: Math.min(count, vocabulary - from),
      u,
      bias,
      logits,
      shares: logits + logitsHeight + gap,
    };
  });
  return {
    left,
    pitch,
    row,
    biasHeight,
    logitsHeight,
    sharesHeight,
    lines,
    h: left - label * 0.5 - row,
    numbered: !narrow && !metrics.mirrored && row >= micro * 1.05,
    table: { x, y: top + lineCount * lineHeight + label, width, height: table },
  };
};

/** The line that a token's column is on, and the column's left edge. */
export const columnOf = (
  { left, pitch, lines }: OutputLayout,
  token: number,
): { readonly line: Line; readonly x: number } => {
  const line = lines.findLast(({ from }) => from <= token) ?? lines[0];
  if (!line) throw new RangeError(`columnOf: no line for token ${token}`);
  return { line, x: left + (token - line.from) * pitch };
};

/** Middles of some labels that want to stand at given places of a line, moved apart so that none covers its neighbour; in the order given. */
export const movedApart = (
  wanted: readonly number[],
  least: number,
  [from, to]: readonly [number, number],
): readonly number[] => {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((a, b) => a.at - b.at);
  const placed = [...wanted];
  let edge = from;
  for (const { at, index } of order) {
    placed[index] = Math.max(at, edge + least / 2);
    edge = (placed[index] ?? at) + least / 2;
  }
  edge = to;
  for (const { at, index } of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? at, edge - least / 2);
    edge = (placed[index] ?? at) - least / 2;
  }
  return placed;
};

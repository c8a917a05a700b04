/** Where everything sits in the picture of the costs: fields and buttons, a message, a row for each quantity, the axis. */
import type { Metrics, Size } from '../../viz/index.ts';

/** Below so many label sizes the fields stand in two columns, and a quantity's name above its dots instead of beside them. */
const roomy = 34;
/** A quantity with its name above its dots needs so many label sizes from top to bottom. */
const leastAbove = 4.2;

export const layOutCosts = (size: Size, { label, narrow }: Metrics, rows: number) => {
  const width = Math.min(size.width - 16, label * 64);
  const isRoomy = width / label >= roomy;
  const [columns, lines] = isRoomy ? [4, 2] : [2, 4];
  const line = narrow ? 40 : Math.max(28, label * 2.1);
  const gap = label * 0.5;
  const fields = lines * line + (lines - 1) * gap;
  const message = label * (isRoomy ? 2 : 3.4);
  const foot = label * (isRoomy ? 3.4 : 5);
  const left = (size.width - width) / 2;
  const fits = size.height - fields - message - foot >= rows * leastAbove * label;
  const beside = isRoomy || (!narrow && !fits);
  const most = label * (beside ? 4 : 5.6);
  const pitch = Math.min(most, (size.height - fields - message - foot) / rows);
  const top = Math.max(0, (size.height - fields - message - foot - rows * pitch) / 2);
  const axisLeft = beside ? left + Math.max(width * 0.34, label * 14) : left + label;
  const rowsTop = top + fields + message;
  return {
    width,
    left,
    beside,
    columns,
    line,
    gap,
    top,
    messageTop: top + fields,
    message,
    rowsTop,
    pitch,
    bottom: rowsTop + rows * pitch,
    axis: [axisLeft, left + width - label * 1.4] as const,
  };
};

export type CostLayout = ReturnType<typeof layOutCosts>;

/** Where the strips of the chain stand, and the buttons that open its stations. */
import type { DecoderMatrixName } from '../../decoder/index.ts';
import { cellSize, type Metrics, type Box } from '../../viz/index.ts';

/** The strips of the last row, in order, with the stop that each belongs to. */
export const strips: readonly {
  readonly matrix: DecoderMatrixName;
  readonly stop: string | null;
}[] = [
  { matrix: 'x', stop: null },
  { matrix: 'output', stop: 'norm1' },
  { matrix: 'residual1', stop: 'norm1' },
  { matrix: 'y', stop: 'norm1' },
  { matrix: 'activated', stop: 'feed-forward' },
  { matrix: 'feedForward', stop: 'feed-forward' },
  { matrix: 'residual2', stop: 'norm2' },
  { matrix: 'z', stop: 'norm2' },
];

/** A button that opens a stop: a bracket beside its strips, or a heading above them. */
export interface StationBox extends Box {
  readonly stop: string;
  readonly form: 'bracket' | 'heading';
}

export interface ChainLayout {
  readonly cell: number;
  readonly left: number;
  /** Middle of each strip. */
  readonly middles: readonly number[];
  readonly stations: readonly StationBox[];
}

/** Height of a heading: a finger's width on a phone. */
export const headingHeight = ({ narrow, label }: Metrics): number =>
  narrow ? 44 : Math.max(24, label * 2);

const stops = [...new Set(strips.flatMap(({ stop }) => stop ?? []))];

/** Above, beside and between the strips: room for headings or for brackets, and the cells that it leaves. */
const roomsFor = (
  form: StationBox['form'],
  { width, height }: Box,
  metrics: Metrics,
  cols: number,
) => {
  const { name, label, cellMax } = metrics;
  const heading = form === 'heading' ? headingHeight(metrics) : 0;
  const aside = form === 'bracket' ? label * 6.4 : 0;
  const names = name * 3.4;
  const pitch = (height - stops.length * heading) / strips.length;
  const cell = cellSize(cellMax * 0.8, (width - names - aside - 8) / cols, pitch * 0.82);
  return { form, heading, aside, names, pitch, cell };
};

/** Stations stand beside their strips where the numbers in the strips survive it, else above them. */
export const chainLayout = (box: Box, metrics: Metrics, cols: number): ChainLayout => {
  const { x, y, width } = box;
  const { label, micro, narrow } = metrics;
  const beside = roomsFor('bracket', box, metrics, cols);
  const isBeside = !narrow && beside.cell >= micro * 2.9;
  const rooms = isBeside ? beside : roomsFor('heading', box, metrics, cols);
  const { form, heading, aside, names, pitch, cell } = rooms;
  const left = x + names + (width - names - aside - cols * cell) / 2;
  /** Headings of the stations up to a strip. */
  const headingsTo = (index: number): number => stops.indexOf(strips[index]?.stop ?? '') + 1;
  const middles = strips.map((_, index) => y + headingsTo(index) * heading + (index + 0.5) * pitch);
  const stations = stops.map((stop): StationBox => {
    const own = middles.filter((_, index) => strips[index]?.stop === stop);
    const top = (own[0] ?? y) - pitch / 2;
    if (form === 'heading') return { stop, form, x, y: top - heading, width, height: heading };
    const behind = { x: left + cols * cell + label * 0.6, width: aside - label * 0.6 };
    return { stop, form, ...behind, y: top + 3, height: own.length * pitch - 6 };
  });
  return { cell, left, middles, stations };
};

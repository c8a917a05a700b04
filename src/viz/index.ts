/** Pictures: geometry, colour, numerals and the components that draw a matrix. Knows no store and no scene. */
export {
  ColBand,
  ColBands,
  ColChips,
  Frame,
  MatrixName,
  RowBand,
  RowBands,
  RowChips,
} from './Labels.tsx';
export {
  cellSize,
  falkLayout,
  leastCell,
  lineLayout,
  numeralSize,
  stackLayout,
  type Block,
  type FalkLayout,
  type FalkShape,
} from './layout.ts';
export { chipsAbove, chipsBeside, metricsFor, type FrameKind, type Metrics } from './metrics.ts';
export type { Box, Point, Size } from './geometry.ts';
export { MatrixView, type CellSeat, type MatrixViewProps } from './MatrixView.tsx';
export { Grid } from './Grid.tsx';
export { centredIn } from './centred.ts';
export { linearScale, logScale } from './scales.ts';
export {
  equalsSign,
  factorNumeral,
  isUnwieldy,
  largeNumeral,
  powerOfTen,
  numeral,
  percent,
  printedValue,
  signedNumeral,
} from './numerals.ts';
export { paintCell, type Emphasis, type PaintOptions, type Rule } from './paint.ts';
export {
  contrast,
  inkOn,
  channelsOf,
  mix,
  palettes,
  quietInkOn,
  shareFill,
  signedFill,
  tokenHue,
  type Palette,
  type PaletteName,
} from './palette.ts';
export { Thumb } from './Thumb.tsx';
export { symbolRuns, type Run } from './symbols.ts';
export { textWidth } from './text-width.ts';

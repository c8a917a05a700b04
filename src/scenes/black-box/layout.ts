/** Where the box with its two matrices and the strip of layers stand. */
import type { Box, Metrics, Size } from '../../viz/index.ts';

/** How small matrices are set in lines, as large as fits. */
export interface StripLayout {
  readonly perLine: number;
  readonly cell: number;
  readonly pitchX: number;
  readonly pitchY: number;
  /** From the top of a line to its matrices: the stream runs in this room. */
  readonly above: number;
  readonly left: number;
  readonly top: number;
  /** Whether every layer has its number below it. */
  readonly numbered: boolean;
}

const largestCell = 12;
/** More layers than this do without numbers but the last one. */
const mostNumbered = 24;

export const stripLayout = (
  area: Box,
  count: number,
  { rows, cols }: { readonly rows: number; readonly cols: number },
  metrics: Metrics,
): StripLayout => {
  const numbered = count <= mostNumbered;
  const above = metrics.stroke * (numbered ? 12 : 8);
  const below = numbered ? metrics.label * 1.5 : metrics.stroke * 2;
  const gap = metrics.stroke * (numbered ? 12 : 5);
  const widest = numbered ? metrics.label * 1.6 : 0;
  const cellFor = (perLine: number): number =>
    Math.min(
      largestCell * metrics.stroke,
      (area.width / perLine - gap) / cols,
      (area.height / Math.ceil(count / perLine) - above - below) / rows,
    );
  const fits = (perLine: number): boolean => area.width / perLine >= widest;
  const possible = Array.from({ length: count }, (_, index) => index + 1).filter(
    (perLine) => perLine === 1 || fits(perLine),
  );
  const largest = Math.max(...possible.map(cellFor));
  // As few lines as cells of nearly that size allow.
  const best = possible.findLast((perLine) => cellFor(perLine) >= largest * 0.8) ?? 1;
  const cell = Math.max(1, cellFor(best));
  const pitchX = Math.max(widest, cols * cell + gap);
  const pitchY = rows * cell + above + below;
  const lines = Math.ceil(count / best);
  return {
    perLine: best,
    cell,
    pitchX,
    pitchY,
    above,
    left: area.x + (area.width - Math.min(best, count) * pitchX + gap) / 2,
    top: area.y + Math.max(0, (area.height - lines * pitchY) / 2),
    numbered,
  };
};

/** The box above or, in a frame that is flat, beside the strip; and the slider below both. */
export const areasOf = (
  size: Size,
  metrics: Metrics,
  beside: boolean,
  sliderHeight: number,
  turned: boolean,
): { readonly box: Box; readonly strip: Box; readonly slider: number } => {
  const height = size.height - sliderHeight;
  const slider = height + metrics.label * 0.8;
  if (beside) {
    const width = size.width * 0.5;
    return {
      box: { x: 0, y: 0, width, height },
      strip: { x: width, y: 0, width: size.width - width - 4, height },
      slider,
    };
  }
  // The box needs some height whatever the strip gets, and more where its matrices are tall.
  const share = turned || metrics.narrow || height < metrics.label * 24 ? 0.68 : 0.56;
  return {
    box: { x: 0, y: 0, width: size.width, height: height * share },
    strip: { x: 4, y: height * share, width: size.width - 8, height: height * (1 - share) },
    slider,
  };
};

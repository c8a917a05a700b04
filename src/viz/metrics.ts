/** The sizes that a frame allows, from a phone to a projector. */

import type { Size } from './geometry.ts';

/** The sizes a frame allows: type, chips, bands, gaps, and how large a cell may grow. */
export interface Metrics {
  readonly micro: number;
  readonly label: number;
  readonly small: number;
  readonly name: number;
  readonly numeralMax: number;
  readonly cellMax: number;
  readonly falkGap: number;
  readonly chipWidth: number;
  readonly chipHeight: number;
  readonly band: number;
  readonly bandGap: number;
  /** Multiplies strokes: frames of 2 and 3.2 px. */
  readonly stroke: number;
  /** Whether the frame is too narrow for matrices side by side. */
  readonly narrow: boolean;
  /** Whether the picture is mirrored, so that lines of text lie side by side and need their width. */
  readonly mirrored?: boolean;
  /** How long a pixel of the screen is in the picture; 1 where absent. */
  readonly pixel?: number;
  /** Where it is shown larger, the same for what changes no seat: type and lines may be finer. */
  readonly fine?: Metrics;
}

const reader: Metrics = {
  micro: 11,
  label: 12,
  small: 13,
  name: 21,
  numeralMax: 16,
  cellMax: 58,
  falkGap: 40,
  chipWidth: 44,
  chipHeight: 34,
  band: 5,
  bandGap: 6,
  stroke: 1,
  narrow: false,
};

const compact: Metrics = {
  ...reader,
  name: 18,
  numeralMax: 13,
  cellMax: 46,
  falkGap: 26,
  chipWidth: 28,
  chipHeight: 26,
  band: 4,
  bandGap: 5,
};

const projector: Metrics = {
  micro: 24,
  label: 26,
  small: 28,
  name: 46,
  numeralMax: 28,
  cellMax: 92,
  falkGap: 64,
  chipWidth: 62,
  chipHeight: 54,
  band: 9,
  bandGap: 10,
  stroke: 2,
  narrow: false,
};

const scaleMetrics = (metrics: Metrics, factor: number): Metrics => {
  const entries = Object.entries(metrics).map(([key, value]) => [
    key,
    typeof value === 'number' ? value * factor : value,
  ]);
  return Object.fromEntries(entries) as Metrics;
};

/** Room that tokens take beside the rows that they stand for, and above the columns. */
export const chipsBeside = ({ chipWidth, band, bandGap }: Metrics): number =>
  chipWidth + band + bandGap + 4;
export const chipsAbove = ({ chipHeight, bandGap }: Metrics): number => chipHeight + bandGap;

export type FrameKind = 'reader' | 'present' | 'embed';

/** What fits a frame: full size in the reader, tighter below 720 px, and on a projector 1/45 of the screen's height at the least. */
export const metricsFor = (kind: FrameKind, stage: Size, screen: Size): Metrics => {
  if (kind === 'present') return scaleMetrics(projector, Math.max(screen.height / 1080, 0.46));
  const base = kind === 'embed' || stage.width < 720 || stage.height < 420 ? compact : reader;
  return { ...base, narrow: stage.width < 400 };
};

/** Places and sizes on the stage, in CSS pixels. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of the stage. */
export interface Box extends Point, Size {}

/** The one error for operands that do not fit together, and how shapes are written in its message. */

/** Thrown for a wrong shape, an empty or ragged input, or a mix of array kinds. The message names the function and the shapes. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** A shape as messages write it: `5×9`. */
export const shapeOf = ({ rows, cols }: { readonly rows: number; readonly cols: number }): string =>
  `${rows}×${cols}`;

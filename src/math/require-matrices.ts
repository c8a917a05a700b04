/** The check that every operation makes of its operands before it looks at their shapes. */
import type { Matrix } from './matrix.ts';
import { ShapeError, shapeOf } from './shape-error.ts';

const kindOf = (m: Matrix): string =>
  m.data instanceof Float32Array ? 'Float32Array' : 'Float64Array';

const describe = (m: unknown): string => {
  if (typeof m !== 'object' || m === null) return String(m);
  const { rows, cols, data } = m as Partial<Matrix>;
  return `${rows}×${cols} over ${data === undefined ? 'no data' : `${data.length} entries`}`;
};

/** A matrix that was built by hand may be anything, so trust nothing but fields that agree. */
const isMatrix = (m: unknown): m is Matrix => {
  if (typeof m !== 'object' || m === null) return false;
  const { rows, cols, data } = m as Partial<Matrix>;
  return (
    (data instanceof Float32Array || data instanceof Float64Array) &&
    Number.isInteger(rows) &&
    Number.isInteger(cols) &&
    rows! > 0 &&
    cols! > 0 &&
    data.length === rows! * cols!
  );
};

/**
 * Throws ShapeError in the name of `caller` unless each operand is a well-formed matrix of at least one row and column,
 * and all are of one array kind. Operands are given by the names that the message uses; absent optional ones are left out.
 */
export const requireMatrices = (
  caller: string,
  operands: Readonly<Record<string, Matrix>>,
): void => {
  let first: readonly [string, Matrix] | undefined;
  for (const [name, m] of Object.entries(operands)) {
    if (!isMatrix(m)) {
      throw new ShapeError(
        `${caller}: ${name} must be a matrix of at least one row and one column over rows·cols entries, got ${describe(m)}`,
      );
    }
    first ??= [name, m];
    if (kindOf(first[1]) !== kindOf(m)) {
      throw new ShapeError(
        `${caller}: ${first[0]} and ${name} must be of one array kind, ` +
          `got ${first[0]} ${shapeOf(first[1])} ${kindOf(first[1])}, ${name} ${shapeOf(m)} ${kindOf(m)}`,
      );
    }
  }
};

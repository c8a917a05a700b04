/** Every operand of attention that does not fit, one at a time. */
import { describe, expect, it } from 'vitest';
import { attend, attendHead } from '../../../src/attention/index.ts';
import { ShapeError, type Matrix } from '../../../src/math/index.ts';
import { matrixFrom, type Kind } from '../../support/fixtures.ts';

const zeros = (rows: number, cols: number, kind: Kind = 'Float64'): Matrix =>
  matrixFrom(
    rows,
    cols,
    Array.from({ length: rows * cols }, () => 0),
    kind,
  );

const expectShapeError = (run: () => unknown, message: string): void => {
  expect(run).toThrow(ShapeError);
  expect(run).toThrow(message);
};

const good = {
  x: zeros(5, 9),
  wq: zeros(9, 6),
  wk: zeros(9, 6),
  wv: zeros(9, 6),
  wo: zeros(6, 9),
  nHeads: 3,
};
type Operands = typeof good & { memory?: Matrix };

const attendWith = (changes: Partial<Operands>) => {
  const { x, wq, wk, wv, wo, nHeads, memory }: Operands = { ...good, ...changes };
  return attend(x, { wq, wk, wv, wo }, { nHeads, causal: false }, memory);
};

describe('attend', () => {
  it('takes what fits', () => {
    expect(() => attendWith({})).not.toThrow();
  });

  it.each<[string, Partial<Operands>, string]>([
    ['x', { x: zeros(5, 8) }, 'attend: x.cols must equal wq.rows, got x 5×8, wq 9×6'],
    ['wq, rows', { wq: zeros(8, 6) }, 'attend: x.cols must equal wq.rows, got x 5×9, wq 8×6'],
    ['wq, columns', { wq: zeros(9, 9) }, 'attend: wk.cols must equal wq.cols, got wq 9×9, wk 9×6'],
    ['wk, rows', { wk: zeros(8, 6) }, 'attend: x.cols must equal wk.rows, got x 5×9, wk 8×6'],
    ['wk, columns', { wk: zeros(9, 3) }, 'attend: wk.cols must equal wq.cols, got wq 9×6, wk 9×3'],
    ['wv, rows', { wv: zeros(8, 6) }, 'attend: x.cols must equal wv.rows, got x 5×9, wv 8×6'],
    ['wv, columns', { wv: zeros(9, 9) }, 'attend: wv.cols must equal wq.cols, got wq 9×6, wv 9×9'],
    ['wo, rows', { wo: zeros(9, 9) }, 'attend: wo.rows must equal wq.cols, got wq 9×6, wo 9×9'],
    [
      'memory against wk',
      { memory: zeros(7, 4), wv: zeros(4, 6) },
      'attend: memory.cols must equal wk.rows, got memory 7×4, wk 9×6',
    ],
    [
      'memory against wv',
      { memory: zeros(7, 4), wk: zeros(4, 6) },
      'attend: memory.cols must equal wv.rows, got memory 7×4, wv 9×6',
    ],
  ])('refuses %s of another shape', (_, changes, message) => {
    expectShapeError(() => attendWith(changes), message);
  });

  it.each([4, 12, 0, -1, 1.5, Number.NaN, Infinity])(
    'refuses %d heads of six columns',
    (nHeads) => {
      expectShapeError(
        () => attendWith({ nHeads }),
        `attend: nHeads must be a whole number that divides wq.cols, got nHeads ${nHeads}, x 5×9, wq 9×6`,
      );
    },
  );

  it.each([
    ['x', zeros(5, 9, 'Float32')],
    ['wq', zeros(9, 6, 'Float32')],
    ['wk', zeros(9, 6, 'Float32')],
    ['wv', zeros(9, 6, 'Float32')],
    ['wo', zeros(6, 9, 'Float32')],
    ['memory', zeros(5, 9, 'Float32')],
  ] as const)('refuses %s of another kind', (name, narrow) => {
    expectShapeError(() => attendWith({ [name]: narrow }), 'attend: ');
    expectShapeError(
      () => attendWith({ [name]: narrow }),
      `${name} ${narrow.rows}×${narrow.cols} Float32Array`,
    );
  });

  it.each(['x', 'wq', 'wk', 'wv', 'wo', 'memory'])('refuses an empty %s', (name) => {
    const empty = { rows: 0, cols: 9, data: new Float64Array(0) };
    expectShapeError(() => attendWith({ [name]: empty }), `attend: ${name} must be a matrix`);
  });

  it('refuses a missing parameter', () => {
    expectShapeError(
      () => attendWith({ wk: undefined as unknown as Matrix }),
      'attend: wk must be a matrix',
    );
  });
});

describe('attendHead', () => {
  it.each<[string, () => unknown, string]>([
    [
      'q and k of other widths',
      () => attendHead(zeros(5, 3), zeros(7, 4), zeros(7, 3)),
      'attendHead: q.cols must equal k.cols, got q 5×3, k 7×4',
    ],
    [
      'k and v of other lengths',
      () => attendHead(zeros(5, 3), zeros(7, 3), zeros(5, 3)),
      'attendHead: k.rows must equal v.rows, got k 7×3, v 5×3',
    ],
    [
      'a bias that lies on its side',
      () => attendHead(zeros(5, 3), zeros(7, 3), zeros(7, 3), { bias: zeros(7, 5) }),
      'attendHead: bias must be q.rows×k.rows, got bias 7×5, q 5×3, k 7×3',
    ],
    [
      'a bias of one row, which is not spread over all',
      () => attendHead(zeros(5, 3), zeros(7, 3), zeros(7, 3), { bias: zeros(1, 7) }),
      'got bias 1×7, q 5×3, k 7×3',
    ],
    [
      'a v of another kind',
      () => attendHead(zeros(5, 3), zeros(7, 3), zeros(7, 3, 'Float32')),
      'attendHead: q and v must be of one array kind, got q 5×3 Float64Array, v 7×3 Float32Array',
    ],
    [
      'a bias of another kind',
      () => attendHead(zeros(5, 3), zeros(7, 3), zeros(7, 3), { bias: zeros(5, 7, 'Float32') }),
      'attendHead: q and bias must be of one array kind',
    ],
  ])('refuses %s', (_, run, message) => expectShapeError(run, message));
});

/** One head by hand: square values that a missing transpose would change, the bias, and what a mask leaves. */
import { describe, expect, it } from 'vitest';
import { attendHead } from '../../../src/attention/index.ts';
import { fromRows, toRows } from '../../../src/math/index.ts';

const q = fromRows([
  [1, 2],
  [3, 4],
]);
const k = fromRows([
  [5, 6],
  [7, 8],
]);
const v = fromRows([
  [1, 0, 2],
  [0, 1, 4],
]);

describe('scores', () => {
  it('are dot products of rows with rows, square as the operands are', () => {
    expect(toRows(attendHead(q, k, v).scores)).toEqual([
      [17, 23],
      [39, 53],
    ]);
  });
});

describe('scale', () => {
  it('is 1/√dK by default', () => {
    const { scores, scaled } = attendHead(q, k, v);
    expect([...scaled.data]).toEqual([...scores.data].map((score) => score * (1 / Math.sqrt(2))));
  });

  it('is the given one, negative too', () => {
    expect(toRows(attendHead(q, k, v, { scale: -1 }).scaled)).toEqual([
      [-17, -23],
      [-39, -53],
    ]);
  });

  it('0 makes every key count alike', () => {
    expect(toRows(attendHead(q, k, v, { scale: 0 }).weights)).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });
});

describe('bias', () => {
  const bias = fromRows([
    [0.5, -Infinity],
    [-Infinity, -Infinity],
  ]);

  it('is added to the scaled scores', () => {
    expect(toRows(attendHead(q, k, v, { scale: 1, bias }).masked)).toEqual([
      [17.5, -Infinity],
      [-Infinity, -Infinity],
    ]);
  });

  it('that blocks a whole row makes its weights and its context zeros', () => {
    const { weights, context } = attendHead(q, k, v, { scale: 1, bias });
    expect([toRows(weights)[1], toRows(context)[1]]).toEqual([
      [0, 0],
      [0, 0, 0],
    ]);
  });

  it('and the causal mask add up', () => {
    const only = fromRows([
      [1, 1],
      [1, -Infinity],
    ]);
    expect(toRows(attendHead(q, k, v, { scale: 1, bias: only, causal: true }).masked)).toEqual([
      [18, -Infinity],
      [40, -Infinity],
    ]);
  });
});

describe('causal', () => {
  it('is off by default', () => {
    expect(attendHead(q, k, v).masked.data.every(Number.isFinite)).toBe(true);
  });

  it('lets the first row see only the first key', () => {
    const { weights, context } = attendHead(q, k, v, { causal: true });
    expect([toRows(weights)[0], toRows(context)[0]]).toEqual([
      [1, 0],
      [1, 0, 2],
    ]);
  });

  it('is aligned top left with more keys than queries', () => {
    const one = fromRows([[1, 2]]);
    expect(toRows(attendHead(one, k, v, { causal: true }).weights)).toEqual([[1, 0]]);
  });
});

describe('NaN', () => {
  it('in a value that is looked at shows in the context', () => {
    const bad = fromRows([
      [Number.NaN, 1],
      [1, 1],
    ]);
    expect(toRows(attendHead(q, k, bad).context)[1]).toEqual([Number.NaN, 1]);
  });

  it('in a query shows in its row of weights and in no other', () => {
    const bad = fromRows([
      [Number.NaN, 0],
      [0, 0],
    ]);
    expect(toRows(attendHead(bad, k, v).weights)).toEqual([
      [Number.NaN, Number.NaN],
      [0.5, 0.5],
    ]);
  });

  it('in a blocked value shows too: the context is a plain product', () => {
    const bad = fromRows([[1], [Number.NaN]]);
    expect(attendHead(q, k, bad, { causal: true }).context.data[0]).toBeNaN();
  });
});

it('keeps q, k and v as they were given', () => {
  const trace = attendHead(q, k, v);
  expect([trace.q === q, trace.k === k, trace.v === v]).toEqual([true, true, true]);
});

it('the width of v may differ from that of k', () => {
  expect(attendHead(q, k, v).context.cols).toBe(3);
});

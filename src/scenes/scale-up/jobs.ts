/** What is computed beside the page: the speed of our own multiplication, and large attention weights. Each job hands its results out one by one. */
import { attendHead } from '../../attention/index.ts';
import { normal } from '../../example/index.ts';
import { fromData, matmul, type Matrix } from '../../math/index.ts';

export interface MeasureRequest {
  readonly job: 'measure';
  /** For about how long to multiply. */
  readonly milliseconds: number;
}

export interface WeightsRequest {
  readonly job: 'weights';
  /** Tokens. */
  readonly n: number;
  /** Width of the head. */
  readonly dK: number;
}

export type Request = MeasureRequest | WeightsRequest;

export interface RateReply {
  readonly job: 'measure';
  /** Multiplications a second. */
  readonly rate: number;
}

/** Some rows of the n×n weights. */
export interface WeightsReply {
  readonly job: 'weights';
  /** The first row. */
  readonly from: number;
  /** Rows laid end to end, n numbers each. */
  readonly rows: Float32Array<ArrayBuffer>;
}

export type Reply = RateReply | WeightsReply;

const seed = 2048;
/** Small enough for the processor's caches, large enough that a call costs nothing beside its products. */
const side = 128;

const square = (next: () => number): Matrix =>
  fromData(side, side, Float32Array.from({ length: side ** 2 }, next));

/** Multiplications a second of `matmul` on two 128×128 matrices in float32, by the clock `now` in milliseconds. */
export const measureRate = (milliseconds: number, now: () => number): number => {
  const next = normal(seed);
  const [a, b] = [square(next), square(next)];
  // The first products are slower: the engine compiles meanwhile.
  for (let count = 0; count < 10; count++) matmul(a, b);
  const begin = now();
  let products = 0;
  let taken = 0;
  while (taken < milliseconds) {
    matmul(a, b);
    products++;
    taken = now() - begin;
  }
  return (products * side ** 3) / (taken / 1000);
};

/** Standard normal queries and keys of one head, the same on every machine. */
export const drawHead = (n: number, dK: number): { readonly q: Matrix; readonly k: Matrix } => {
  const next = normal(seed);
  const draw = (): Matrix => fromData(n, dK, Float64Array.from({ length: n * dK }, next));
  return { q: draw(), k: draw() };
};

/** Rows that are computed at once: a power of two, so that blocks of cells can be pooled as they come. */
const blockRows = 32;

const rowsOf = ({ data, cols }: Matrix, from: number, to: number): Matrix =>
  fromData(to - from, cols, data.slice(from * cols, to * cols));

/** 0 where a query of the block may look, −Infinity at the keys after it. */
const causalBias = (from: number, to: number): Matrix => {
  const bias = new Float64Array((to - from) * to);
  for (let row = from; row < to; row++)
    bias.fill(-Infinity, (row - from) * to + row + 1, (row - from + 1) * to);
  return fromData(to - from, to, bias);
};

/**
 * The causal weights of one head, block by block: `attendHead` on a block of queries and all keys up to the last of them.
 * Keys further on are blocked for every query of the block and are left out; their weights are 0.
 */
function* weightBlocks({ n, dK }: WeightsRequest): Generator<WeightsReply, void, void> {
  const { q, k } = drawHead(n, dK);
  for (let from = 0; from < n; from += blockRows) {
    const to = Math.min(n, from + blockRows);
    // Only the weights are wanted; the values are one column of zeros.
    const values = fromData(to, 1, new Float64Array(to));
    const bias = causalBias(from, to);
    const { weights } = attendHead(rowsOf(q, from, to), rowsOf(k, 0, to), values, { bias });
    const rows = new Float32Array((to - from) * n);
    for (let row = 0; row < to - from; row++) {
      rows.set(weights.data.subarray(row * to, (row + 1) * to), row * n);
    }
    yield { job: 'weights', from, rows };
  }
}

/** The results of a job, one after the other. */
export function* repliesTo(request: Request, now: () => number): Generator<Reply, void, void> {
  if (request.job === 'weights') yield* weightBlocks(request);
  else yield { job: 'measure', rate: measureRate(request.milliseconds, now) };
}

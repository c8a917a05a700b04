/** What is computed beside the page: the speed of our own multiplication. Each job hands its results out one by one. */
import { normal } from '../../example/index.ts';
import { fromData, matmul, type Matrix } from '../../math/index.ts';

export interface MeasureRequest {
  readonly job: 'measure';
  /** For about how long to multiply. */
  readonly milliseconds: number;
}

export type Request = MeasureRequest;

export interface RateReply {
  readonly job: 'measure';
  /** Multiplications a second. */
  readonly rate: number;
}

export type Reply = RateReply;

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

/** The results of a job, one after the other. */
export function* repliesTo(request: Request, now: () => number): Generator<Reply, void, void> {
  yield { job: 'measure', rate: measureRate(request.milliseconds, now) };
}

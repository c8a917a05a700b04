/** A map of weights that fills up while it is computed beside the page. */
import { useEffect, useRef, useState } from 'react';
import { emptyPyramid, putRows, type Pyramid } from './pyramid.ts';
import type { RunJob } from './run-job.ts';

/** What is there of the weights; another object whenever there is more. */
export interface Filled {
  readonly pyramid: Pyramid;
  /** How many rows are there. */
  readonly rows: number;
}

export interface Weights {
  readonly filled: Filled;
  readonly running: boolean;
  readonly cancel: () => void;
  /** Starts over. */
  readonly start: () => void;
}

export const useWeights = (n: number, dK: number, run: RunJob): Weights => {
  const [filled, setFilled] = useState<Filled>(() => ({ pyramid: emptyPyramid(n), rows: 0 }));
  const [running, setRunning] = useState(true);
  const end = useRef<() => void>(() => undefined);
  const { pyramid } = filled;
  useEffect(() => {
    end.current = run(
      { job: 'weights', n: pyramid.n, dK },
      (reply) => {
        if (reply.job !== 'weights') return;
        putRows(pyramid, reply.from, reply.rows);
        setFilled({ pyramid, rows: reply.from + reply.rows.length / pyramid.n });
      },
      () => setRunning(false),
    );
    return () => end.current();
  }, [pyramid, dK, run]);
  const cancel = (): void => {
    end.current();
    setRunning(false);
  };
  const start = (): void => {
    setFilled({ pyramid: emptyPyramid(n), rows: 0 });
    setRunning(true);
  };
  return { filled, running, cancel, start };
};

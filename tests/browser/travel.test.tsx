/** From stop to stop: what both show travels from its old seat, what is new appears, and at the end everything is as if it had never moved. */
import { act } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { all, cellOn, loadScenes, mountScene, type Mounted } from './support.tsx';

beforeAll(loadScenes);

const running = (): Animation[] => document.getAnimations();

beforeEach(() => {
  for (const animation of running()) animation.cancel();
});

/** Stops all journeys at a time, in milliseconds. */
const holdAt = (time: number): void => {
  for (const animation of running()) {
    animation.pause();
    animation.currentTime = time;
  }
};

const edges = (element: Element): number[] => {
  const { left, top, width } = element.getBoundingClientRect();
  return [left, top, width].map(Math.round);
};

const finish = (): void => {
  for (const animation of running()) animation.finish();
};

const go = (
  { store }: Mounted,
  change: (state: ReturnType<Mounted['store']['getState']>) => void,
) => act(() => change(store.getState()));

describe('a matrix on both stops', () => {
  it('sets out from where it was and arrives where it belongs', () => {
    const mounted = mountScene({ step: 'scores' });
    const score = (): SVGElement => cellOn(mounted.container, 'scores', 2, 3);
    const before = edges(score());
    go(mounted, (state) => state.goTo('scale'));
    holdAt(0);
    expect(edges(score())).toEqual(before);
    finish();
    const after = edges(score());
    expect(after).not.toEqual(before);
    for (const animation of running()) animation.cancel();
    expect(edges(score())).toEqual(after);
  });

  it('has a row that travels alone where only that row is shown', () => {
    const mounted = mountScene({ step: 'context' });
    const entry = (): SVGElement => cellOn(mounted.container, 'context', 4, 1);
    const before = edges(entry());
    go(mounted, (state) => state.goTo('one-row', 1));
    holdAt(0);
    expect(edges(entry())).toEqual(before);
  });

  it('goes on as its successor where the scores are only masked', () => {
    const mounted = mountScene({ step: 'scale' });
    const before = edges(cellOn(mounted.container, 'scaled', 0, 0));
    go(mounted, (state) => state.goTo('softmax'));
    holdAt(0);
    expect(edges(cellOn(mounted.container, 'masked', 0, 0))).toEqual(before);
  });
});

describe('what is new', () => {
  it('appears when the rest has nearly arrived', () => {
    const mounted = mountScene({ step: 'scores' });
    go(mounted, (state) => state.goTo('scale'));
    const opacity = (): number => {
      const holder = cellOn(mounted.container, 'scaled', 0, 0).closest(
        '[data-matrix]',
      )?.parentElement;
      return Number(getComputedStyle(holder!).opacity);
    };
    holdAt(0);
    const first = opacity();
    finish();
    expect([first, opacity()]).toEqual([0, 1]);
  });
});

describe('nothing travels', () => {
  it('when the stage is drawn for the first time', () => {
    mountScene({ step: 'scores' });
    expect(running()).toEqual([]);
  });

  it('when a cell is pointed at, the head changes or a moment passes', () => {
    const mounted = mountScene({ step: 'scores' });
    go(mounted, (state) => state.hover({ matrix: 'scores', head: 0, row: 1, col: 1 }));
    go(mounted, (state) => state.setHead(2));
    go(mounted, (state) => state.setMoment(0.5));
    expect(running()).toEqual([]);
  });
});

describe('another number of heads', () => {
  it('cuts the same columns anew: each sets out within a seam of where it was', () => {
    const mounted = mountScene({ step: 'weights' });
    const columns = (): number[] =>
      all(mounted.container, '[data-matrix="wk"] [data-row="0"]').map(
        (cell) => edges(cell)[0] ?? 0,
      );
    const before = columns();
    go(mounted, (state) => state.setHeads(9));
    holdAt(0);
    const seam = 12;
    const off = columns().map((left, col) => Math.abs(left - (before[col] ?? 0)));
    expect([before.length, Math.max(...off) <= seam]).toEqual([9, true]);
    finish();
    expect(columns()).not.toEqual(before);
  });
});

/** What is pointed at beside the stage lights up on it: a term its two cells, a segment of a context bar its token's row of V. */
import { act, fireEvent } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { selectDomain } from '../../src/store/index.ts';
import { palettes, signedFill } from '../../src/viz/index.ts';
import { all, loadScenes, mountScene, one, valueOf, type Mounted } from './support.tsx';

beforeAll(loadScenes);

/** The cells of a matrix that have a frame of their own, as "row,col". */
const framed = (root: ParentNode, matrix: string): string[] => {
  const frames = all(root, '[data-stage] rect[fill="none"][stroke="var(--ink)"]').map((frame) =>
    frame.getBoundingClientRect(),
  );
  return all(root, `[data-matrix="${matrix}"] [data-row]`)
    .filter((cell) => {
      const box = cell.getBoundingClientRect();
      const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 8;
      return frames.some(
        (frame) =>
          isNear(frame.left, box.left) &&
          isNear(frame.right, box.right) &&
          isNear(frame.top, box.top) &&
          isNear(frame.bottom, box.bottom),
      );
    })
    .map((cell) => `${cell.getAttribute('data-row')},${cell.getAttribute('data-col')}`);
};

describe('a term that is pointed at', () => {
  const term = ({ container }: Mounted, index: number): Element =>
    all(container, '[data-term]')[index]!;

  it('frames its two cells, until the pointer leaves', () => {
    const mounted = mountScene({ step: 'scores' });
    const both = (): string[][] => ['q', 'k'].map((matrix) => framed(mounted.container, matrix));
    expect(both()).toEqual([[], []]);
    fireEvent.pointerEnter(term(mounted, 1));
    expect(both()).toEqual([['4,1'], ['1,1']]);
    fireEvent.pointerLeave(term(mounted, 1));
    expect(both()).toEqual([[], []]);
  });

  it('frames them for the keyboard too', () => {
    const mounted = mountScene({ step: 'scores' });
    act(() => term(mounted, 0).querySelector('button')!.focus());
    expect(framed(mounted.container, 'q')).toEqual(['4,0']);
  });

  it('is marked in the list', () => {
    const mounted = mountScene({ step: 'scores' });
    fireEvent.pointerEnter(term(mounted, 2));
    expect(all(mounted.container, '[data-lit]')).toEqual([term(mounted, 2)]);
  });
});

describe('a segment of a context bar', () => {
  /** The rows of V in which no cell is dimmed. */
  const brightRows = ({ container, store }: Mounted): number[] => {
    const domain = selectDomain(store.getState(), 'v');
    return all(container, '[data-matrix="v"] [role="row"]').flatMap((row, index) => {
      const cells = all(row, '[data-row]');
      const isFull = (cell: Element): boolean =>
        cell.querySelector('rect:nth-of-type(2)')?.getAttribute('fill') ===
        signedFill(palettes.light, valueOf(cell), domain);
      return cells.every(isFull) ? [index] : [];
    });
  };

  it('lights its token’s row of V, and explains its own row', () => {
    const mounted = mountScene({ step: 'context' });
    fireEvent.pointerOver(one(mounted.container, '[data-bar="4,1"]'));
    expect(mounted.store.getState()).toMatchObject({
      hovered: { matrix: 'context', row: 4 },
      lit: { term: 1, wholeRow: true },
    });
    expect(brightRows(mounted)).toEqual([1]);
  });

  it('gives way to what is pointed at next', () => {
    const mounted = mountScene({ step: 'context' });
    fireEvent.pointerOver(one(mounted.container, '[data-bar="4,1"]'));
    fireEvent.pointerOver(one(mounted.container, '[data-stage]'), {
      pointerType: 'mouse',
    });
    expect(mounted.store.getState()).toMatchObject({ hovered: null, lit: null });
  });
});

/** Selecting on the stage: arrows, Home and End, Enter, Esc; a pointer does what focus does; a finger selects once. */
import { act, fireEvent } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { predictionsOf, selectActiveCell, selectTrace } from '../../src/store/index.ts';
import { tokenId } from '../../src/example/index.ts';
import { all, cellOn, loadScenes, mountScene, one, type Mounted } from './support.tsx';

beforeAll(loadScenes);

const scores = (): Mounted => mountScene({ step: 'scores' });

const focus = (element: SVGElement): void => act(() => element.focus());
/** The focused cell as "matrix row,col". */
const focused = (): string => {
  const element = document.activeElement;
  const matrix = element?.closest<SVGElement>('[data-matrix]')?.dataset['matrix'] ?? 'none';
  return `${matrix} ${element?.getAttribute('data-row')},${element?.getAttribute('data-col')}`;
};
const press = (key: string): boolean => fireEvent.keyDown(document.activeElement!, { key });
const active = ({ store }: Mounted) => selectActiveCell(store.getState());

describe('arrow keys', () => {
  it.each([
    ['ArrowRight', 'scores 2,3'],
    ['ArrowLeft', 'scores 2,1'],
    ['ArrowUp', 'scores 1,2'],
    ['ArrowDown', 'scores 3,2'],
    ['Home', 'scores 2,0'],
    ['End', 'scores 2,4'],
  ])('%s leads to %s', (key, place) => {
    const { container } = scores();
    focus(cellOn(container, 'scores', 2, 2));
    press(key);
    expect(focused()).toBe(place);
  });

  it.each([
    ['ArrowRight', 4, 4],
    ['ArrowDown', 4, 4],
    ['ArrowLeft', 0, 0],
    ['ArrowUp', 0, 0],
  ])('%s stays at the edge', (key, row, col) => {
    const { container } = scores();
    focus(cellOn(container, 'scores', row, col));
    press(key);
    expect(focused()).toBe(`scores ${row},${col}`);
  });

  it.each(['ArrowRight', 'ArrowDown'])('%s at the edge does not turn the page either', (key) => {
    const { container } = scores();
    focus(cellOn(container, 'scores', 4, 4));
    // fireEvent gives false where the default was prevented.
    expect(press(key)).toBe(false);
  });

  it.each([
    ['ArrowDown', 'k 2,1'],
    ['ArrowRight', 'k 3,0'],
    ['ArrowLeft', 'k 1,0'],
  ])('%s follows the picture in a transposed matrix, to %s', (key, place) => {
    const { container } = scores();
    focus(cellOn(container, 'k', 2, 0));
    press(key);
    expect(focused()).toBe(place);
  });

  it('with a modifier are the browser’s', () => {
    const { container } = scores();
    focus(cellOn(container, 'scores', 2, 2));
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight', ctrlKey: true });
    expect(focused()).toBe('scores 2,2');
  });

  it('walk columns that are shown in another order than they have', () => {
    const { container, store } = mountScene({ step: 'prediction' });
    const state = store.getState();
    const ids = predictionsOf(state.vocabulary, selectTrace(state), 4, 5).map(({ token }) =>
      tokenId(state.vocabulary, token),
    );
    focus(cellOn(container, 'logits', 4, ids[0]!));
    const walked = ids.map(() => {
      const place = focused();
      press('ArrowRight');
      return place;
    });
    expect(walked).toEqual(ids.map((id) => `logits 4,${id}`));
  });
});

describe('tab stops', () => {
  it('are one a matrix', () => {
    const { container } = scores();
    const counts = all(container, '[data-matrix]').map(
      (matrix) => all(matrix, '[tabindex="0"]').length,
    );
    expect(counts).toEqual([1, 1, 1]);
  });

  it('follow the active cell', () => {
    const { container } = scores();
    focus(cellOn(container, 'scores', 1, 2));
    expect(cellOn(container, 'scores', 1, 2).getAttribute('tabindex')).toBe('0');
  });
});

describe('focus', () => {
  it('explains the cell', () => {
    const mounted = scores();
    focus(cellOn(mounted.container, 'scores', 1, 3));
    expect(active(mounted)).toEqual({ matrix: 'scores', head: 0, row: 1, col: 3 });
  });

  it('does what the pointer does', () => {
    const draw = (choose: (cell: SVGElement) => void): string => {
      const { container, unmount } = scores();
      choose(cellOn(container, 'scores', 1, 3));
      const html = container.innerHTML;
      unmount();
      return html;
    };
    const byFocus = draw(focus);
    expect(draw((cell) => fireEvent.pointerOver(cell, { pointerType: 'mouse' }))).toBe(byFocus);
  });

  it('ends with Esc', () => {
    const mounted = scores();
    focus(cellOn(mounted.container, 'scores', 1, 3));
    press('Escape');
    expect([focused(), mounted.store.getState().hovered]).toEqual(['none null,null', null]);
  });
});

describe.each(['Enter', ' '])('%j', (key) => {
  it('pins the focused cell', () => {
    const { container, store } = scores();
    focus(cellOn(container, 'scores', 1, 3));
    press(key);
    expect(store.getState().pinned).toEqual({ matrix: 'scores', head: 0, row: 1, col: 3 });
  });

  it('lets it go when pressed again', () => {
    const { container, store } = scores();
    focus(cellOn(container, 'scores', 1, 3));
    press(key);
    press(key);
    expect(store.getState().pinned).toBeNull();
  });
});

describe('the mouse', () => {
  it('explains what it is over', () => {
    const mounted = scores();
    fireEvent.pointerOver(cellOn(mounted.container, 'q', 1, 0), { pointerType: 'mouse' });
    expect(active(mounted)).toEqual({ matrix: 'q', head: 0, row: 1, col: 0 });
  });

  it('gives the pinned cell back when it leaves', () => {
    const mounted = mountScene({
      step: 'scores',
      pinned: { matrix: 'scores', head: 0, row: 0, col: 1 },
    });
    fireEvent.pointerOver(cellOn(mounted.container, 'q', 1, 0), { pointerType: 'mouse' });
    fireEvent.pointerLeave(one(mounted.container, '[data-stage]'));
    expect(active(mounted)).toMatchObject({ matrix: 'scores', row: 0, col: 1 });
  });

  it('pins with a click', () => {
    const { container, store } = scores();
    const cell = cellOn(container, 'scores', 3, 1);
    fireEvent.pointerDown(cell, { pointerType: 'mouse' });
    fireEvent.click(cell);
    expect(store.getState().pinned).toMatchObject({ row: 3, col: 1 });
  });

  it('pins a head’s slice of a projection at its own columns', () => {
    const { container, store } = mountScene({ step: 'projection', head: 2 });
    fireEvent.click(cellOn(container, 'wq', 4, 1));
    expect(store.getState().pinned).toEqual({ matrix: 'wq', row: 4, col: 7 });
  });

  it('pins one picture of two', () => {
    const { container, store } = mountScene({ step: 'mask' });
    fireEvent.click(cellOn(container, 'weights', 1, 1, '[data-variant="before"]'));
    expect(store.getState().pinned).toMatchObject({ matrix: 'weights', variant: 'before' });
  });
});

describe('a finger', () => {
  const touch = { pointerType: 'touch', pointerId: 5 } as const;
  const middleOf = (element: Element): { clientX: number; clientY: number } => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { clientX: left + width / 2, clientY: top + height / 2 };
  };
  /** A tap, with the click that browsers send after it. */
  const tap = (cell: Element): void => {
    fireEvent.pointerDown(cell, { ...touch, ...middleOf(cell) });
    fireEvent.pointerUp(cell, { ...touch, ...middleOf(cell) });
    fireEvent.pointerLeave(cell, touch);
    act(() => (cell as SVGElement).focus());
    fireEvent.click(cell);
  };

  it('selects with one tap', () => {
    const { container, store } = scores();
    tap(cellOn(container, 'scores', 3, 1));
    expect(store.getState().pinned).toMatchObject({ row: 3, col: 1 });
  });

  it('selects another with the next', () => {
    const { container, store } = scores();
    tap(cellOn(container, 'scores', 3, 1));
    tap(cellOn(container, 'scores', 0, 2));
    expect(store.getState().pinned).toMatchObject({ row: 0, col: 2 });
  });

  it('drawn across cells explains each', () => {
    const mounted = scores();
    const [from, to] = [
      cellOn(mounted.container, 'scores', 1, 1),
      cellOn(mounted.container, 'scores', 1, 3),
    ];
    fireEvent.pointerDown(from, { ...touch, ...middleOf(from) });
    fireEvent.pointerMove(from, { ...touch, ...middleOf(to) });
    expect(active(mounted)).toMatchObject({ row: 1, col: 3 });
  });

  it('selects the last cell it was drawn over', () => {
    const { container, store } = scores();
    const [from, to] = [cellOn(container, 'scores', 1, 1), cellOn(container, 'scores', 1, 3)];
    fireEvent.pointerDown(from, { ...touch, ...middleOf(from) });
    fireEvent.pointerMove(from, { ...touch, ...middleOf(to) });
    fireEvent.pointerUp(from, { ...touch, ...middleOf(to) });
    expect(store.getState().pinned).toMatchObject({ row: 1, col: 3 });
  });

  it('beside the cells selects nothing', () => {
    const { container, store } = scores();
    const stage = one(container, '[data-stage]');
    fireEvent.pointerDown(stage, touch);
    fireEvent.pointerUp(stage, touch);
    expect(store.getState().pinned).toBeNull();
  });
});

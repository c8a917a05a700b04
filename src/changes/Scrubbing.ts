/** A number on the stage is dragged sideways to another: a hundredth a pixel, ten times as much with Shift. */
import { useEffect } from 'react';
import { useAppStore } from '../frame/index.ts';
import { matrixIn, selectComputation, type AppStore, type StageCell } from '../store/index.ts';
import { at } from '../math/index.ts';
import { setCell } from './actions.ts';
import { isEditable, ownCellValue } from './edits.ts';
import { swallowClick } from './swallow.ts';

/** Less than this is a press that shook. */
const threshold = 4;
const perPixel = 0.01;

interface Scrub {
  readonly cell: StageCell;
  readonly from: number;
  readonly x: number;
  readonly id: number;
  isMoving: boolean;
}

/** The cell that stands at an element, where it can be set. */
const cellOf = (store: AppStore, target: EventTarget | null): StageCell | null => {
  if (!(target instanceof Element)) return null;
  const element = target.closest<SVGElement>('[data-row][data-col]');
  const matrix = element?.closest<SVGElement>('[data-matrix]');
  if (!element || !matrix) return null;
  const name = matrix.dataset['matrix'] ?? '';
  if (!isEditable(name)) return null;
  const cell = {
    matrix: name,
    row: Number(element.dataset['row']),
    col: Number(element.dataset['col']),
  };
  // The second input of cross-attention may be drawn as X; what it is made of is not.
  return ownCellValue(store.getState(), cell) === null ? null : cell;
};

/** Lets every number that can be set be dragged, by mouse: a finger scrolls, and has the field. Draws nothing. */
export const Scrubbing = (): null => {
  const store = useAppStore();
  useEffect(() => {
    let scrub: Scrub | null = null;
    let count = 0;
    const begin = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      const cell = cellOf(store, event.target);
      const state = store.getState();
      const matrix = cell && matrixIn(selectComputation(state), cell);
      if (!cell || !matrix || state.view === 'train') return;
      count += 1;
      const from = at(matrix, cell.row, cell.col);
      scrub = { cell, from, x: event.clientX, id: count, isMoving: false };
    };
    const move = (event: PointerEvent): void => {
      if (!scrub) return;
      const distance = event.clientX - scrub.x;
      if (!scrub.isMoving && Math.abs(distance) < threshold) return;
      if (!scrub.isMoving) {
        scrub.isMoving = true;
        store.getState().pin(scrub.cell);
        document.documentElement.style.cursor = 'ew-resize';
      }
      const { matrix, row, col } = scrub.cell;
      if (!isEditable(matrix)) return;
      const value = scrub.from + distance * perPixel * (event.shiftKey ? 10 : 1);
      setCell(store, { matrix, row, col, value }, `scrub ${scrub.id}`);
    };
    const end = (): void => {
      if (scrub?.isMoving) {
        store.getState().endGesture();
        document.documentElement.style.cursor = '';
        swallowClick();
      }
      scrub = null;
    };
    addEventListener('pointerdown', begin);
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    return () => {
      removeEventListener('pointerdown', begin);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
  }, [store]);
  return null;
};

/** A number on the stage is dragged sideways to another, by mouse, or by finger where it is chosen: a hundredth a pixel, ten times as much with Shift. */
import { useEffect } from 'react';
import { cellElementOf, cellOf, useAppStore } from '../frame/index.ts';
import {
  cellKey,
  matrixIn,
  selectComputation,
  type AppStore,
  type CellEdit,
  type StageCell,
} from '../store/index.ts';
import { at } from '../math/index.ts';
import { setCell } from './actions.ts';
import { isEditable, ownCellValue } from './edits.ts';
import { swallowClick, threshold } from './press.ts';

const perPixel = 0.01;

type Settable = StageCell & Pick<CellEdit, 'matrix'>;

interface Scrub {
  readonly cell: Settable;
  readonly from: number;
  readonly x: number;
  readonly id: number;
  readonly pointer: number;
  isMoving: boolean;
}

/** The cell that an event happened in, where it can be set. */
const settableAt = (store: AppStore, target: EventTarget | null): Settable | null => {
  const cell = cellOf(cellElementOf(target));
  if (!cell || !isEditable(cell.matrix)) return null;
  const settable = { ...cell, matrix: cell.matrix };
  // The second input of cross-attention may be drawn as X; what it is made of is not.
  return ownCellValue(store.getState(), settable) === null ? null : settable;
};

/** The drag that a press may become; null where it is none. */
const scrubAt = (store: AppStore, event: PointerEvent, id: number): Scrub | null => {
  if (!event.isPrimary || event.button !== 0) return null;
  const state = store.getState();
  const cell = settableAt(store, event.target);
  const matrix = cell && matrixIn(selectComputation(state), cell);
  if (!cell || !matrix || state.view === 'train') return null;
  // A finger scrolls and chooses, and drags only what it has chosen before.
  const isChosen = state.pinned !== null && cellKey(state.pinned) === cellKey(cell);
  if (event.pointerType !== 'mouse' && !isChosen) return null;
  const from = at(matrix, cell.row, cell.col);
  return { cell, from, x: event.clientX, id, pointer: event.pointerId, isMoving: false };
};

/** Listens to the page's pointers; returns the clean-up. */
const scrubbing = (store: AppStore): (() => void) => {
  let scrub: Scrub | null = null;
  let count = 0;
  const begin = (event: PointerEvent): void => {
    if (!event.isPrimary) return;
    count += 1;
    scrub = scrubAt(store, event, count);
  };
  const move = (event: PointerEvent): void => {
    if (!scrub || scrub.pointer !== event.pointerId) return;
    const distance = event.clientX - scrub.x;
    if (!scrub.isMoving && Math.abs(distance) < threshold) return;
    if (!scrub.isMoving) {
      scrub.isMoving = true;
      store.getState().pin(scrub.cell);
      document.documentElement.style.cursor = 'ew-resize';
    }
    // What a finger drags it does not draw across: no other cell is chosen.
    if (event.pointerType !== 'mouse') event.stopPropagation();
    const { matrix, row, col } = scrub.cell;
    const value = scrub.from + distance * perPixel * (event.shiftKey ? 10 : 1);
    setCell(store, { matrix, row, col, value }, `scrub ${scrub.id}`);
  };
  const end = (event: PointerEvent): void => {
    if (scrub?.pointer !== event.pointerId) return;
    if (scrub.isMoving) {
      store.getState().endGesture();
      document.documentElement.style.cursor = '';
      swallowClick();
    }
    scrub = null;
  };
  const events = [
    ['pointerdown', begin],
    ['pointermove', move],
    ['pointerup', end],
    ['pointercancel', end],
  ] as const;
  // Moves before the stage hears of them.
  for (const [name, listen] of events) addEventListener(name, listen, name === 'pointermove');
  return () => {
    for (const [name, listen] of events) removeEventListener(name, listen, name === 'pointermove');
  };
};

/** Lets every number that can be set be dragged. Draws nothing. */
export const Scrubbing = (): null => {
  const store = useAppStore();
  useEffect(() => scrubbing(store), [store]);
  return null;
};

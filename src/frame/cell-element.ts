/** From elements of the stage to the cells they stand for. */
import type { DecoderMatrixName } from '../decoder/index.ts';
import { isCutIntoHeads, type StageCell } from '../store/index.ts';
import type { Variant } from '../walkthrough/index.ts';

/** The cell element that an event happened in; null outside of cells. */
export const cellElementOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('[data-row]') : null;

/** The cell that an element stands for. A head's slice of a projection counts columns from its own edge; the cell does not. */
export const cellOf = (element: Element | null): StageCell | null => {
  const matrix = element?.closest<SVGElement>('[data-matrix]');
  if (!element || !matrix) return null;
  const name = matrix.dataset['matrix'] as DecoderMatrixName;
  const row = Number(element.getAttribute('data-row'));
  const col = Number(element.getAttribute('data-col'));
  const variant = matrix.dataset['variant'] as Variant | undefined;
  const head =
    matrix.dataset['head'] === undefined ? undefined : Number(matrix.dataset['head']) - 1;
  const shared = { matrix: name, row, ...(variant ? { variant } : {}) };
  if (head === undefined) return { ...shared, col };
  if (isCutIntoHeads(name)) return { ...shared, col: col + head * Number(matrix.dataset['cols']) };
  return { ...shared, col, head };
};

/** What stands on the stage, read from the DOM as an embedder would read it. */
import type { Frame, Locator, Page } from '@playwright/test';

export interface DrawnCell {
  readonly row: number;
  readonly col: number;
  /** The attribute's text, so that nothing is lost or repaired on the way. */
  readonly value: string;
}

export interface DrawnMatrix {
  readonly matrix: string;
  /** From 1; null where it belongs to no head. */
  readonly head: number | null;
  readonly variant: string | null;
  readonly rows: number;
  readonly cols: number;
  readonly transposed: boolean;
  readonly cells: readonly DrawnCell[];
}

/** Every matrix of the stage with all its cells. */
export const readStage = (page: Page | Frame): Promise<readonly DrawnMatrix[]> =>
  page.evaluate(() => {
    const text = (element: Element, name: string): string =>
      element.getAttribute(`data-${name}`) ?? '';
    return [...document.querySelectorAll('[data-stage] [data-matrix]')].map((element) => ({
      matrix: text(element, 'matrix'),
      head: element.hasAttribute('data-head') ? Number(text(element, 'head')) : null,
      variant: element.getAttribute('data-variant'),
      rows: Number(text(element, 'rows')),
      cols: Number(text(element, 'cols')),
      transposed: element.hasAttribute('data-transposed'),
      cells: [...element.querySelectorAll('[data-row]')].map((cell) => ({
        row: Number(text(cell, 'row')),
        col: Number(text(cell, 'col')),
        value: text(cell, 'value'),
      })),
    }));
  });

/** A matrix on the stage in one word, for messages and to tell them apart. */
export const nameOf = ({ matrix, head, variant }: DrawnMatrix): string =>
  [matrix, head === null ? '' : `head ${head}`, variant ?? ''].filter(Boolean).join(' ');

/** A cell of a matrix on the stage. */
export const cellOf = (
  page: Page | Frame,
  { matrix, head, variant }: Pick<DrawnMatrix, 'matrix' | 'head' | 'variant'>,
  row: number,
  col: number,
): Locator =>
  page.locator(
    [
      `[data-stage] [data-matrix="${matrix}"]`,
      head === null ? '' : `[data-head="${head}"]`,
      variant === null ? '' : `[data-variant="${variant}"]`,
      ` [data-row="${row}"][data-col="${col}"]`,
    ].join(''),
  );

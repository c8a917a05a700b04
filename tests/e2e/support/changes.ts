/** What readers change with, found as they find it. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** The number of the chosen cell. */
export const field = (page: Page) => page.locator('[data-cell-field] input');

/** The changes are there once their button is. */
export const changeButton = (page: Page) =>
  page.getByRole('button', { name: 'Change', exact: true });
export const ready = (page: Page) => expect(changeButton(page)).toBeVisible();

export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Change something' });

export const cell = (page: Page, matrix: string, row: number, col: number) =>
  page.locator(`[data-matrix="${matrix}"] [data-row="${row}"][data-col="${col}"]`).first();

/** Where a cell is on the screen. */
export const middleOf = async (one: Locator) => {
  const box = await one.boundingBox();
  if (!box) throw new Error('the cell has no box');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

export const valuesOf = (page: Page, matrix: string): Promise<readonly string[]> =>
  page
    .locator(`[data-matrix="${matrix}"] [data-value]`)
    .evaluateAll((cells) => cells.map((one) => one.getAttribute('data-value') ?? ''));

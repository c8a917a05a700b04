/** What readers change with, found as they find it. */
import type { Page } from '@playwright/test';
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

export const valuesOf = (page: Page, matrix: string): Promise<readonly string[]> =>
  page
    .locator(`[data-matrix="${matrix}"] [data-value]`)
    .evaluateAll((cells) => cells.map((one) => one.getAttribute('data-value') ?? ''));

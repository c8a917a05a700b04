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

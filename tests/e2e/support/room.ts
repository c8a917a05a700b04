/** The training room on the built site, and what can be done in it. */
import type { Page } from '@playwright/test';
import { trainingTextsOf } from '../../../src/i18n/index.ts';
import { settle, type Language } from './page.ts';
import { expect } from './test.ts';

export const texts = trainingTextsOf('en');
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const progress = (page: Page) => page.getByRole('progressbar');
export const stepsOf = async (page: Page): Promise<number> =>
  Number(await progress(page).getAttribute('value'));
export const lossOf = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-loss]').getAttribute('data-loss'));
export const viewOf = (page: Page) => page.locator('[data-view]').first().getAttribute('data-view');

/** Opens the room itself and waits until everything in it is drawn. */
export const enter = async (page: Page, language: Language = 'en'): Promise<void> => {
  await page.goto(`/?view=train&step=prediction&lang=${language}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(trainingTextsOf(language).title);
  await expect(page.locator('main svg[role="img"]')).toHaveCount(4);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await settle(page);
};

export const takeSteps = async (page: Page, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) {
    const before = await stepsOf(page);
    await button(page, texts.step).click();
    await expect(progress(page)).toHaveAttribute('value', String(before + 1));
  }
};

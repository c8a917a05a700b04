/** Opening the page at a state and waiting until its stage is drawn. */
import type { Frame, Page } from '@playwright/test';
import { expect } from './test.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Keys and values of a link; what is left out is the page's default. */
export type Link = Readonly<Record<string, string | number>>;

/** A link as the query of an address. */
export const queryOf = (link: Link): string =>
  `?${new URLSearchParams(Object.entries(link).map(([key, value]) => [key, String(value)])).toString()}`;

/** Two frames on: everything that was measured in this one is drawn, and what that changed is drawn too; what set out for a new seat has arrived. */
export const settle = (page: Page | Frame): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    for (const animation of document.getAnimations()) animation.finish();
    await frame();
  });

/** Waits until the scene was measured and drawn, and the inspector is there if it is to come. */
export const stageDrawn = async (page: Page | Frame): Promise<void> => {
  await expect(page.locator('[data-stage] svg').first()).toBeVisible();
  await expect(page.locator('[data-loading]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await settle(page);
};

/** Opens the page at a link. */
export const open = async (page: Page, link: Link | string = {}): Promise<void> => {
  await page.goto(`/${typeof link === 'string' ? link : queryOf(link)}`);
  await stageDrawn(page);
};

/** Goes to a link as the browser's "back" would, without loading the page again; the language and the view stay in it. */
export const follow = async (page: Page, link: Link): Promise<void> => {
  await page.evaluate((address) => {
    history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, queryOf(link));
  await settle(page);
};

/** The step and the beat that the app's root names. */
export const placeOf = async (page: Page | Frame): Promise<{ step: string; beat: number }> => {
  const root = page.locator('[data-step]').first();
  return {
    step: (await root.getAttribute('data-step')) ?? '',
    beat: Number(await root.getAttribute('data-beat')),
  };
};

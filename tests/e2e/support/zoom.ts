/** Enlarging the stage as a reader does, and what is seen of it then. */
import type { Locator, Page } from '@playwright/test';
import { ready } from './changes.ts';
import { open, settle } from './page.ts';
import { expect } from './test.ts';

const long = '我有一个玩具小狗在公园玩球我有一个玩具小狗在公园玩球我有一个玩具小狗';
export const tokens = Array.from(long).slice(0, 32).join('');
export const link = { step: 'scores', lang: 'en', tokens };

export const stage = (page: Page) => page.locator('[data-stage]');
export const control = (page: Page) => page.locator('[data-zoom]');
export const percent = async (page: Page): Promise<number> =>
  (await control(page).count()) === 0
    ? 100
    : Number(await control(page).getAttribute('data-zoom')) * 100;
export const numbers = (page: Page) => page.locator('[data-matrix="scores"] text');

export const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
};

/** One notch of the wheel, away from the reader, with Ctrl held. */
export const zoomIn = async (page: Page, notches: number, by = -120): Promise<void> => {
  await page.keyboard.down('Control');
  for (let notch = 0; notch < notches; notch++) {
    await page.mouse.wheel(0, by);
    await settle(page);
  }
  await page.keyboard.up('Control');
};

export const openZoomed = async (page: Page, notches = 4): Promise<void> => {
  await open(page, link);
  await ready(page);
  const { middle } = await boxOf(stage(page));
  await page.mouse.move(middle.x, middle.y);
  await zoomIn(page, notches);
};

/** How far the picture is scrolled. */
export const placeOf = (page: Page) =>
  stage(page).evaluate(({ scrollLeft, scrollTop }) => ({ x: scrollLeft, y: scrollTop }));

/** Within what is lost to whole pixels on the way. */
export const expectNear = (value: number, wanted: number): void =>
  expect(Math.abs(value - wanted), `${value} near ${wanted}`).toBeLessThan(4);

/** The present view: every beat of every step with the keys of a remote clicker. */
import type { Page } from '@playwright/test';
import { messagesOf } from '../../src/i18n/index.ts';
import { steps } from '../../src/walkthrough/index.ts';
import { open, placeOf, settle, stageDrawn } from './support/page.ts';
import { expect, test } from './support/test.ts';

const places = steps.flatMap(({ id, beats }) =>
  [...beats.keys()].map((beat) => ({ step: id as string, beat })),
);
const root = (page: Page) => page.locator('[data-view]').first();

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
])
  test(`PageDown alone walks it all at ${size.width}×${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page, { view: 'present' });
    const { ui, narration } = messagesOf('zh-CN');
    for (const place of places) {
      await settle(page);
      expect(await placeOf(page)).toEqual(place);
      const { title } = narration[place.step as keyof typeof narration];
      await expect.soft(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect.soft(page.getByRole('region', { name: ui.narration })).toBeHidden();
      await expect.soft(page.locator('main math').first()).toBeVisible();
      await page.keyboard.press('PageDown');
    }
    expect(await placeOf(page), 'the end is the end').toEqual(places.at(-1));
    for (const place of places.slice(-9, -1).toReversed()) {
      await page.keyboard.press('PageUp');
      expect(await placeOf(page)).toEqual(place);
    }
  });

test('arrows and Space step by beats, Home and End go to the ends', async ({ page }) => {
  await open(page, { view: 'present', step: 'projection' });
  const presses: readonly (readonly [string, string, number])[] = [
    ['ArrowRight', 'projection', 1],
    ['Space', 'projection', 2],
    ['n', 'scores', 0],
    ['ArrowLeft', 'projection', 2],
    ['Shift+Space', 'projection', 1],
    ['p', 'projection', 0],
    ['PageUp', 'weights', 0],
    ['End', 'parallel', 0],
    ['Home', 'architecture', 0],
  ];
  for (const [key, step, beat] of presses) {
    await page.keyboard.press(key);
    expect(await placeOf(page), key).toEqual({ step, beat });
  }
});

test('B blackens the screen and brings it back', async ({ page }) => {
  await open(page, { view: 'present', step: 'scores' });
  const black = page.locator('[data-black]');
  await expect(black).toHaveCount(0);
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    await expect(black).toBeVisible();
    const box = await black.boundingBox();
    const size = page.viewportSize();
    expect([box?.width, box?.height]).toEqual([size?.width, size?.height]);
    await expect(black).toHaveCSS('background-color', 'rgb(0, 0, 0)');
    await page.keyboard.press(key);
    await expect(black).toHaveCount(0);
  }
  await page.keyboard.press('b');
  await page.keyboard.press('Escape');
  await expect(black, 'Escape closes what is open first').toHaveCount(0);
  await expect(root(page)).toHaveAttribute('data-view', 'present');
});

test('Escape leaves to the reader at the same step, F comes back', async ({ page }) => {
  await open(page, { view: 'present', step: 'mask' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await page.keyboard.press('Escape');
  await expect(root(page)).toHaveAttribute('data-view', 'reader');
  await stageDrawn(page);
  expect((await placeOf(page)).step).toBe('mask');
  await expect(page).not.toHaveURL(/view=present/);
  await page.keyboard.press('f');
  await expect(root(page)).toHaveAttribute('data-view', 'present');
  await expect(page).toHaveURL(/view=present/);
  await stageDrawn(page);
  expect((await placeOf(page)).step).toBe('mask');
  await page.goBack();
  await expect(root(page)).toHaveAttribute('data-view', 'reader');
});

test('another theme may be asked for in the link', async ({ page }) => {
  await open(page, { view: 'present', step: 'scores', theme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

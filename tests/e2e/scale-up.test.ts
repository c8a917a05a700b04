/** The 2048×2048 map of the built page: it is computed beside the page, in a blog's sandbox too, stops when told to, and shows its numbers. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import { dist } from '../../scripts/lib/site.ts';
import { attendHead } from '../../src/attention/index.ts';
import { fromData } from '../../src/math/index.ts';
import { drawHead } from '../../src/scenes/scale-up/jobs.ts';
import { blogPage } from './support/origins.ts';
import { open, stageDrawn } from './support/page.ts';
import { expect, test } from './support/test.ts';

const place = { step: 'scale-up', beat: 1, lang: 'en' };
const n = 2048;

const isComplete = (page: Page | Frame): Promise<void> =>
  expect(page.locator(`[data-map="resting"][data-computed="${n}"]`)).toBeVisible({
    timeout: 30_000,
  });

/** The weight that our library gives a key of the last row, computed for that row alone. */
const lastRowWeight = (col: number): number => {
  const dK = 128;
  const { q, k } = drawHead(n, dK);
  const last = fromData(1, dK, q.data.slice((n - 1) * dK));
  return attendHead(last, k, k).weights.data[col] ?? Number.NaN;
};

test('the map is computed, zoomed by keys down to numbers, and says what the library says', async ({
  page,
}) => {
  await open(page, place);
  await isComplete(page);
  const map = page.getByRole('button', { name: /Arrows choose/ });
  await map.focus();
  // To the last row, which the first presses reach in strides; then to single cells.
  for (let press = 0; press < 80; press++) await page.keyboard.press('ArrowDown');
  for (let press = 0; press < 10; press++) await page.keyboard.press('+');
  const said = await page.locator('[data-map] output').textContent();
  const [, row, col, weight] = /Row (\d+), column (\d+): ([\d.]+)/.exec(said ?? '') ?? [];
  expect(row).toBe(String(n));
  const wanted = lastRowWeight(Number(col) - 1);
  expect(Math.abs(Number(weight) - wanted)).toBeLessThanOrEqual(wanted * 0.005);
  await expect(
    page.locator('[data-stage] canvas + svg text', { hasText: (wanted * 1000).toFixed(2) }).first(),
  ).toBeVisible();
  // The arrows were the map's own: the page did not turn over.
  await expect(page.locator('[data-step="scale-up"][data-beat="1"]')).toBeVisible();
});

test('computing stops at once when it is cancelled, and can be taken up again', async ({
  page,
}) => {
  await open(page, place);
  await isComplete(page);
  // Both in one task, so that no machine is fast enough to be done in between.
  await page.evaluate(async () => {
    const button = (): HTMLButtonElement | null => document.querySelector('[data-map] button');
    button()?.click();
    await Promise.resolve();
    button()?.click();
  });
  const map = page.locator('[data-map]');
  await expect(map).toHaveAttribute('data-map', 'resting');
  const computed = Number(await map.getAttribute('data-computed'));
  expect(computed).toBeLessThan(n);
  await page.waitForTimeout(500);
  await expect(map).toHaveAttribute('data-computed', String(computed));
  await page.getByRole('button', { name: 'Again' }).click();
  await isComplete(page);
});

test('the map is computed in a blog’s sandbox and from disk', async ({ page }) => {
  const query = `?${new URLSearchParams(Object.entries(place).map(([key, value]) => [key, String(value)])).toString()}`;
  await page.goto(blogPage(query, 'allow-scripts'));
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  if (!frame) throw new Error('the blog has no frame');
  await stageDrawn(frame);
  await isComplete(frame);
  await page.goto(`${pathToFileURL(join(dist, 'embed.html')).href}${query}`);
  await stageDrawn(page);
  await isComplete(page);
});

/** The header beside everything else that needs its room. */
import type { Page } from '@playwright/test';
import { field } from './support/changes.ts';
import { open, settle } from './support/page.ts';
import { expect, test } from './support/test.ts';

/** True where an element is seen whole in its list or line, false in part, null not at all. */
const seen = (all: readonly Element[]): readonly (boolean | null)[] =>
  all.map((one) => {
    const box = one.getBoundingClientRect();
    const frame = one.closest('ol, div')?.getBoundingClientRect();
    const isIn = frame !== undefined && box.top < frame.bottom;
    return isIn ? box.right <= frame.right + 1 : null;
  });

/** Of the candidates and what is said of the model. */
const partsOf = (page: Page): Promise<readonly (boolean | null)[]> =>
  page.locator('header :is(ol li, [data-departures])').evaluateAll(seen);

for (const lang of ['zh-CN', 'en'])
  for (const width of [768, 1024, 1200, 1280, 1440]) {
    test(`keeps the next token beside a change at ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, { step: 'projection', lang, s: 'x_5_1_3', cell: 'x_5_1' });
      await field(page).fill('2');
      await expect(page.locator('[data-said]')).not.toBeEmpty();
      await settle(page);
      const parts = await partsOf(page);
      expect([parts[0], parts.includes(false)]).toEqual([true, false]);
    });

    test(`keeps the next token beside A and B at ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, { step: 'projection', lang, s: 'x_5_1_3', a: 's=x_5_1_2' });
      await expect(page.getByRole('radio', { name: 'B − A' })).toBeAttached();
      const parts = await partsOf(page);
      expect([parts[0], parts.includes(false)]).toEqual([true, false]);
    });
  }

for (const lang of ['zh-CN', 'en'])
  for (const width of [620, 768, 820, 1024, 1440])
    test(`keeps 32 characters off the tools at ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const tokens = '我有一个玩具我有一个小狗在公园玩球我有一个玩具我有一个小狗玩具玩';
      await open(page, { step: 'softmax', lang, tokens });
      const said = page.locator('header [data-unpredicted]');
      await expect(said).toBeAttached();
      const [part] = await said.evaluateAll(seen);
      expect(part).not.toBe(false);
      if (width === 1440) expect(part).toBe(true);
      const gap = await page.locator('header').evaluate((header) => {
        const sentence = header.querySelector('[role="group"]')?.getBoundingClientRect();
        const tools = header.lastElementChild?.getBoundingClientRect();
        return (tools?.left ?? Number.NaN) - (sentence?.right ?? Number.NaN);
      });
      expect(gap).toBeGreaterThanOrEqual(8);
    });

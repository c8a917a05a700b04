/** The header beside everything else that needs its room. */
import type { Page } from '@playwright/test';
import { field } from './support/changes.ts';
import { open, settle } from './support/page.ts';
import { expect, test } from './support/test.ts';

/** Of the candidates and what is said of the model: true where one is seen whole, false in part, null not at all. */
const seen = (all: readonly Element[]): readonly (boolean | null)[] =>
  all.map((one) => {
    const box = one.getBoundingClientRect();
    const frame = one.closest('ol, div')?.getBoundingClientRect();
    const isIn = frame !== undefined && box.top < frame.bottom;
    return isIn ? box.right <= frame.right + 1 : null;
  });

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

    test(`shows what is said of a long sentence whole or not at all at ${width} px, ${lang}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, { step: 'softmax', lang, tokens: '我有一个玩具'.repeat(5) });
      const said = page.locator('header [data-unpredicted]');
      await expect(said).toBeAttached();
      const parts = await said.evaluateAll(seen);
      expect(parts).not.toContain(false);
    });
  }

/** The header beside everything else that needs its room. */
import { field } from './support/changes.ts';
import { open, settle } from './support/page.ts';
import { expect, test } from './support/test.ts';

for (const lang of ['zh-CN', 'en'])
  for (const width of [1200, 1280, 1440])
    test(`keeps the next token beside a change at ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, { step: 'projection', lang, s: 'x_5_1_3', cell: 'x_5_1' });
      await field(page).fill('2');
      await expect(page.locator('[data-said]')).not.toBeEmpty();
      await settle(page);
      // Nothing is there in part: what has no room is out of sight as a whole.
      const parts = await page.locator('header :is(ol li, [data-departures])').evaluateAll((all) =>
        all.map((one) => {
          const box = one.getBoundingClientRect();
          const frame = one.closest('ol, div')?.getBoundingClientRect();
          const isIn = frame !== undefined && box.top < frame.bottom;
          return isIn ? box.right <= frame.right + 1 : null;
        }),
      );
      expect([parts[0], parts.includes(false)]).toEqual([true, false]);
    });

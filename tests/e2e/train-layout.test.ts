/** The training room at every size: nothing beside the screen, nothing on top of anything else, nothing that axe finds serious. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { trainingTextsOf } from '../../src/i18n/index.ts';
import { collisionsOf, inksOf } from './support/layout.ts';
import { languages, settle } from './support/page.ts';
import { button, enter, progress, takeSteps, texts } from './support/room.ts';
import { expect, test } from './support/test.ts';

const sizes = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** What is wrong with the room as it stands: scrolling sideways, texts beyond the edge, too small or on each other. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const { overflow, width } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - innerWidth,
    width: innerWidth,
  }));
  const inks = await inksOf(page, 'body');
  const beyond = inks.filter(({ left, right }) => left < -1 || right > width + 1);
  const tiny = inks.filter(({ size, script }) => size < (script ? 7.3 : 11) - 0.05);
  return [
    ...(overflow > 0 ? [`scrolls sideways by ${overflow}`] : []),
    ...beyond.map(({ text }) => `beyond the edge: “${text}”`),
    ...new Set(tiny.map(({ text, size }) => `too small: “${text}” ${size.toFixed(1)}`)),
    ...collisionsOf(inks).map((pair) => `collide: ${pair}`),
  ];
};

for (const language of languages)
  test(`fits its screens in ${language}, before and after training`, async ({ page }) => {
    const { step, use } = trainingTextsOf(language);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await enter(page, language);
      expect.soft(await faultsOf(page), `${size.width}, at step 0`).toEqual([]);
      await button(page, step).click();
      await expect(progress(page)).toHaveAttribute('value', '1');
      await page.locator('details > summary').click();
      await expect(button(page, use)).toBeVisible();
      await settle(page);
      expect.soft(await faultsOf(page), `${size.width}, at step 1, corpus open`).toEqual([]);
    }
  });

test('twelve characters to begin with fit a phone', async ({ page }) => {
  await page.setViewportSize(sizes[0]);
  await enter(page);
  await page.getByRole('textbox', { name: texts.prompt }).fill('我们一起去公园里玩游戏吧');
  await settle(page);
  expect(await faultsOf(page)).toEqual([]);
});

const grave: ReadonlySet<string> = new Set(['serious', 'critical']);

for (const theme of ['light', 'dark'])
  for (const { width, height } of [sizes[0], sizes[2]])
    test(`axe finds nothing serious, ${theme}, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`/?view=train&lang=en&theme=${theme}`);
      await takeSteps(page, 1);
      await page.locator('details > summary').click();
      const corpus = page.getByRole('textbox', { name: texts.corpus, exact: true });
      await corpus.fill('我有一个球\n我 有');
      await expect(page.getByText(texts.usable(1, 7))).toBeVisible();
      const options = { resultTypes: ['violations' as const] };
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .options(options)
        .analyze();
      const found = violations
        .filter(({ impact }) => grave.has(impact ?? ''))
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      expect(found).toEqual([]);
    });

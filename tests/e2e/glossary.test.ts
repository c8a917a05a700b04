/** The glossary on the built page: cards at every size, the list from the header and by key, and nothing of it in embeds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dist } from '../../scripts/lib/site.ts';
import { glossaryTextsOf } from '../../src/i18n/index.ts';
import { steps } from '../../src/walkthrough/index.ts';
import { inksOf } from './support/layout.ts';
import { follow, languages, open, placeOf, stageDrawn } from './support/page.ts';
import { expect, test } from './support/test.ts';

const card = (page: Page) => page.locator('[data-card]');
const list = (page: Page) => page.locator('dialog');

const screens = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

for (const language of languages)
  for (const size of screens)
    test(`every card of every step is on the screen of ${size.width} px in ${language}`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await page.setViewportSize(size);
      await open(page, { lang: language });
      for (const { id } of steps) {
        await follow(page, { step: id, lang: language });
        await stageDrawn(page);
        const terms = page.locator('[data-glossary]');
        for (let index = 0; index < (await terms.count()); index++) {
          await terms.nth(index).click();
          const name = `${id}, ${await terms.nth(index).getAttribute('data-glossary')}`;
          const box = await card(page).boundingBox();
          if (!box) throw new Error(`no card: ${name}`);
          expect.soft(Math.min(box.x, box.y), name).toBeGreaterThanOrEqual(0);
          expect.soft(box.x + box.width, name).toBeLessThanOrEqual(size.width);
          expect.soft(box.y + box.height, name).toBeLessThanOrEqual(size.height);
          const sizes = (await inksOf(page, '[data-card]')).filter(({ script }) => !script);
          expect.soft(Math.min(...sizes.map((ink) => ink.size)), name).toBeGreaterThanOrEqual(11);
          await page.keyboard.press('Escape');
          await expect(card(page), name).toHaveCount(0);
        }
      }
    });

test('with the keyboard: from the text to the card, to its step, and back', async ({ page }) => {
  await open(page, { step: 'scores', lang: 'en' });
  const query = page.locator('[data-glossary="q"]');
  await query.focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(query).toBeFocused();
  expect((await placeOf(page)).step).toBe('scores');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(card(page).getByRole('button', { name: /^See step 5/ })).toBeFocused();
  await page.keyboard.press('Enter');
  expect((await placeOf(page)).step).toBe('projection');
  await expect(card(page)).toHaveCount(0);
  await expect(page).toHaveURL(/[?&]step=projection/);
  await page.keyboard.press('ArrowRight');
  expect((await placeOf(page)).step, 'the page has its keys again').toBe('scores');
});

test('a press beside a card closes it, and does what it does', async ({ page }) => {
  await open(page, { step: 'scores', lang: 'zh-CN' });
  await page.locator('figcaption [data-glossary="scores"]').click();
  await expect(card(page)).toBeVisible();
  await page.locator('[data-matrix="scores"] [data-row="0"][data-col="4"]').click();
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('[data-inspector] h2')).toContainText('我');
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap opens a card, and the list from the header', async ({ page }) => {
    await open(page, { step: 'heads', lang: 'zh-CN' });
    await page.locator('[data-glossary="concat"]').tap();
    await expect(card(page)).toContainText('拼接');
    await page.getByRole('button', { name: '术语' }).tap();
    await expect(card(page)).toHaveCount(0);
    await expect(list(page)).toBeVisible();
    const box = await list(page).boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await list(page)
      .getByRole('button', { name: /^见第 2 步/ })
      .first()
      .tap();
    expect((await placeOf(page)).step).toBe('tokens');
    await expect(list(page)).toHaveCount(0);
  });
});

for (const language of languages)
  test(`the list opens, finds and closes in ${language}`, async ({ page }) => {
    const { words } = glossaryTextsOf(language);
    await open(page, { step: 'scores', lang: language });
    const button = page.locator('header').getByRole('button', { name: /^(术语|Glossary)$/ });
    await button.press('Enter');
    const field = list(page).getByRole('textbox', { name: words.find });
    await expect(field).toBeFocused();
    // Letters are letters here, and no keys of the page.
    await field.pressSequentially('gfbn');
    await expect(list(page).getByRole('status')).toHaveText(words.notFound);
    await field.fill('W_O');
    await expect(list(page).locator('[data-entry="wo"]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list(page)).toHaveCount(0);
    await expect(button).toBeFocused();
    expect(await placeOf(page)).toEqual({ step: 'scores', beat: 0 });
  });

test('g opens the list, the keys of the page rest behind it, and a press beside it closes it', async ({
  page,
}) => {
  await open(page, { step: 'scores', lang: 'en' });
  await page.keyboard.press('g');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  expect((await placeOf(page)).step).toBe('scores');
  await page.mouse.click(20, 400);
  await expect(list(page)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  expect((await placeOf(page)).step).toBe('scale');
});

test('g does nothing while presenting', async ({ page }) => {
  await open(page, { step: 'scores', view: 'present' });
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowRight');
  await expect(
    page.locator('[data-step="scale"], [data-step="scores"][data-beat="1"]'),
  ).toBeVisible();
  await expect(list(page)).toHaveCount(0);
});

test('without its bundle the texts are there to be read', async ({ page, problems }) => {
  await page.route(/\/assets\/glossary-.*\.js$/, (route) => route.abort());
  await open(page, { step: 'scores', lang: 'en' });
  await expect(page.getByRole('region', { name: 'Narration' })).toContainText('that is the score');
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-step="scale"]')).toBeVisible();
  expect(problems.splice(0).every((problem) => problem.includes('ERR_FAILED'))).toBe(true);
});

for (const language of languages)
  test(`the embed holds none of it in ${language}`, () => {
    const embed = readFileSync(join(dist, 'embed.html'), 'utf8');
    const { glossary, words } = glossaryTextsOf(language);
    const texts = [...Object.values(glossary).map(({ text }) => text), words.find, words.notFound];
    expect(texts.filter((text) => embed.includes(text))).toEqual([]);
  });

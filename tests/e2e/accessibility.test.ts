/** axe on every step and in every surrounding: nothing serious, nothing critical. */
import { steps } from '../../src/walkthrough/index.ts';
import { violationsOf } from './support/axe.ts';
import { open, type Link } from './support/page.ts';
import { expect, test } from './support/test.ts';

const check = (title: string, link: Link, size = { width: 1280, height: 800 }): void => {
  test(title, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page, link);
    expect(await violationsOf(page)).toEqual([]);
  });
};

for (const { id } of steps) check(`${id} in the reader`, { step: id, theme: 'light' });

for (const step of ['tokens', 'scores', 'mask', 'one-row', 'formula', 'scale-up'])
  check(`${step} in the dark`, { step, theme: 'dark' });

for (const step of ['softmax', 'heads', 'prediction', 'architecture'])
  check(`${step} in English`, { step, lang: 'en', theme: 'light' });

for (const step of ['weights', 'scores', 'mask'])
  check(
    `${step} on a projector`,
    { step, view: 'present', theme: 'projector' },
    { width: 1920, height: 1080 },
  );

for (const step of ['projection', 'scale', 'prediction'])
  check(`${step} on a phone`, { step, theme: 'light' }, { width: 390, height: 844 });

for (const theme of ['light', 'dark']) {
  check(`every row of the prediction, ${theme}`, { step: 'prediction', beat: 5, theme });
  check(`the large map of weights, ${theme}`, { step: 'scale-up', beat: 1, theme });
  check(`parts switched off, ${theme}`, { step: 'prediction', off: '2,positions', theme });
}

for (const [beat, theme] of ['light', 'dark', 'light', 'dark'].entries())
  check(`an opened station of the prediction, ${beat + 1}, ${theme}`, {
    step: 'prediction',
    beat: beat + 1,
    theme,
  });

for (const theme of ['light', 'dark'])
  test(`an embedded figure, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 680, height: 480 });
    await page.goto(`/embed.html?step=context&theme=${theme}`);
    await expect(page.locator('[data-matrix="context"]')).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

test('a notice about a link, and a pinned cell of a comparison', async ({ page }) => {
  await open(page, { step: 'mask', theme: 'light', heads: 'x' });
  await page.locator('[data-matrix="masked"][data-variant="after"] [data-row="0"]').last().click();
  expect(await violationsOf(page)).toEqual([]);
});

/** Narrow ones too: there the list is the whole screen. */
for (const theme of ['light', 'dark', 'projector'])
  for (const [lang, width] of [
    ['zh-CN', 1280],
    ['en', 390],
  ] as const)
    test(`the glossary, ${theme}, ${lang}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, { step: 'scores', theme, lang });
      await page.locator('[data-glossary="q"]').click();
      await expect(page.locator('[data-card]')).toBeVisible();
      expect(await violationsOf(page), 'a card').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await expect(page.locator('dialog')).toBeVisible();
      expect(await violationsOf(page), 'the list').toEqual([]);
    });

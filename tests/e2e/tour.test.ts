/** The guided first minute on the built site: who meets it, by keyboard, on narrow screens, in every theme. */
import type { Page } from '@playwright/test';
import { returningReader } from '../../scripts/lib/returning-reader.ts';
import { violationsOf } from './support/axe.ts';
import { inksOf, type Box } from './support/layout.ts';
import { languages, open, placeOf, queryOf, settle, type Link } from './support/page.ts';
import { blogPage, siteOrigin } from './support/origins.ts';
import { expect, test } from './support/test.ts';

// Nobody was here before, unless a test says so.
test.use({ storageState: { cookies: [], origins: [] } });

const card = (page: Page) => page.getByRole('dialog');
const help = (page: Page) => page.locator('header button').last();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Waits until the tour is at a stop, and what that points at has come to rest. */
const reached = async (page: Page, stop: string): Promise<void> => {
  await expect(page.locator(`[data-tour="${stop}"][data-side]`)).toBeVisible();
  await settle(page);
};

/** Does what the stops say, with the pointer. */
const doing: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['next', (page) => page.locator('[data-part="next"]').click()],
  ['move', (page) => page.locator('[data-part="play"]').click()],
  ['ask', (page) => page.locator('[data-matrix="scores"] [data-row="1"][data-col="2"]').click()],
  ['follow', (page) => page.locator('[data-inspector] [data-term] button').first().click()],
  ['change', async () => undefined],
];

test('a first visit meets it beside the page: no focus, no scrolling, nothing blocked', async ({
  page,
}) => {
  await open(page, { lang: 'en' });
  await reached(page, 'next');
  const state = await page.evaluate(() => ({
    focus: document.activeElement?.tagName,
    scrolled: [scrollX, scrollY],
    path: location.search,
  }));
  expect(state).toEqual({ focus: 'BODY', scrolled: [0, 0], path: '?lang=en' });
  await page.getByRole('radio', { name: 'Decoder only' }).click({ trial: true });
  await page.locator('nav button').first().click({ trial: true });
});

test('within three actions a newcomer has stepped, played and asked a number', async ({ page }) => {
  await open(page, { lang: 'en' });
  for (const [stop, act] of doing.slice(0, 3)) {
    await reached(page, stop);
    await act(page);
  }
  await reached(page, 'follow');
  await expect(page.locator('[data-inspector] h2')).toHaveText(/有 asks, 一 is asked/);
});

test('skipped once, it does not come again, and can be had again', async ({ page }) => {
  await open(page);
  await reached(page, 'next');
  await expect(help(page)).toHaveAttribute('data-new');
  await button(page, '跳过').click();
  await expect(card(page)).toHaveCount(0);
  await open(page);
  await expect(help(page)).not.toHaveAttribute('data-new');
  await expect(card(page)).toHaveCount(0);
  await button(page, '怎么用').click();
  await reached(page, 'next');
});

test.describe('a returning reader', () => {
  test.use({ storageState: returningReader(siteOrigin) });
  test('does not meet it', async ({ page }) => {
    await open(page);
    await expect(help(page)).not.toHaveAttribute('data-new');
    await expect(card(page)).toHaveCount(0);
  });
});

test('who follows a link to a place is only offered it', async ({ page }) => {
  for (const link of ['?step=scores', '?figure=7', '?heads=9', '?step=architecture']) {
    await open(page, link);
    await expect(help(page)).toHaveAttribute('data-new');
    await expect(card(page)).toHaveCount(0);
  }
});

test('never in an embed, in the present view or in the training room', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(blogPage(''));
  await expect(page.frameLocator('iframe').locator('[data-stage] svg').first()).toBeVisible();
  await expect(page.frameLocator('iframe').getByRole('dialog')).toHaveCount(0);
  await open(page, { view: 'present' });
  await expect(card(page)).toHaveCount(0);
  await page.goto('/?view=train');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  expect(requested.filter((url) => url.includes('Tour'))).toEqual([]);
});

test('by keyboard alone, doing what it says', async ({ page }) => {
  await open(page, { lang: 'en' });
  await reached(page, 'next');
  await page.keyboard.press('ArrowRight');
  await reached(page, 'move');
  await page.keyboard.press('Space');
  await reached(page, 'ask');
  expect((await placeOf(page)).step).toBe('scores');
  // The card comes first on the page, and behind its last button what it points at.
  await page.keyboard.press('Tab');
  await expect(button(page, 'Skip')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-matrix="scores"] :focus')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await reached(page, 'follow');
  while ((await page.locator('[data-inspector] [data-term] button:focus').count()) === 0)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await reached(page, 'change');
  await expect(page.locator('[data-inspector] nav')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  expect((await placeOf(page)).step).toBe('scores');
});

test('by keyboard alone, from the header’s button and back to it', async ({ page }) => {
  await open(page, { lang: 'en', step: 'mask' });
  await help(page).focus();
  await page.keyboard.press('Enter');
  await reached(page, 'next');
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  for (const stop of ['next', 'move', 'ask', 'follow']) {
    await reached(page, stop);
    await expect(button(page, 'Next stop')).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await reached(page, 'change');
  await expect(button(page, 'Back to where I was')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveCount(0);
  await expect(help(page)).toBeFocused();
  expect((await placeOf(page)).step).toBe('mask');
});

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.locator(selector).evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });

/** What is wrong with the card as it stands, in words. */
const flawsOf = async (page: Page, { width, height }: { width: number; height: number }) => {
  const box = await boxOf(page, '[data-tour]');
  const mark = await boxOf(page, '[data-mark]');
  const covers =
    box.left < mark.right &&
    box.right > mark.left &&
    box.top < mark.bottom &&
    box.bottom > mark.top;
  const isClipped = box.left < 0 || box.top < 0 || box.right > width || box.bottom > height;
  const inks = await inksOf(page, '[data-tour]');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return [
    ...(covers ? ['covers what it points at'] : []),
    ...(isClipped ? ['is clipped'] : []),
    ...(sideways ? ['scrolls sideways'] : []),
    ...inks.filter(({ size }) => size < 11).map(({ text }) => `too small: ${text}`),
    ...inks.filter(({ right }) => right > box.right).map(({ text }) => `runs out: ${text}`),
  ];
};

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
])
  for (const lang of languages)
    test(`every stop fits ${width}×${height} in ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, { lang });
      for (const [stop, act] of doing) {
        await reached(page, stop);
        expect.soft(await flawsOf(page, { width, height }), stop).toEqual([]);
        await act(page);
      }
    });

const walkWithAxe = (title: string, link: Link, size: { width: number; height: number }): void => {
  test(`axe finds nothing at any stop, ${title}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(`/${queryOf(link)}`);
    for (const [stop, act] of doing) {
      await reached(page, stop);
      expect.soft(await violationsOf(page), stop).toEqual([]);
      await act(page);
    }
  });
};

for (const theme of ['light', 'dark', 'projector'])
  walkWithAxe(theme, { theme }, { width: 1280, height: 800 });
walkWithAxe('on a phone', { theme: 'light', lang: 'en' }, { width: 390, height: 844 });

test('nothing of it moves where motion is not wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await reached(page, 'next');
  await button(page, '下一站').click();
  await reached(page, 'move');
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .flatMap(({ effect }) =>
        effect instanceof KeyframeEffect && effect.target?.closest('[data-tour], [data-mark]')
          ? [effect.target.className]
          : [],
      ),
  );
  expect(moving).toEqual([]);
});

test('the page works where the tour cannot be fetched', async ({ page, problems }) => {
  await page.route(/\/assets\/Tour-/, (route) => route.abort());
  await open(page, { lang: 'en' });
  await expect(button(page, 'How to use')).toHaveCount(0);
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  expect((await placeOf(page)).step).toBe('tokens');
  // The browser and React say what was missing.
  expect(problems.splice(0).every((problem) => /Tour-|Failed to fetch/.test(problem))).toBe(true);
});

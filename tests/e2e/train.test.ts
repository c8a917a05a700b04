/** The training room on the built site: the way in and out, a whole run, taking its parameters home, and nothing left behind. */
import type { Page } from '@playwright/test';
import trained from '../../src/example/parameters.json' with { type: 'json' };
import { open, placeOf, settle } from './support/page.ts';
import {
  button,
  enter,
  lossOf,
  progress,
  stepsOf,
  takeSteps,
  texts,
  viewOf,
} from './support/room.ts';
import { expect, test } from './support/test.ts';

/** What the reader's header says comes next: "具 96%". */
const header = async (page: Page): Promise<readonly string[]> =>
  page
    .locator('header ol > li')
    .evaluateAll((items) => items.map((item) => (item.textContent ?? '').trim()));

test.describe('the way in and out', () => {
  for (const step of ['prediction', 'weights'])
    test(`${step} leads there, and back is back at ${step}`, async ({ page }) => {
      await open(page, { step, lang: 'en' });
      await page.locator('a[href*="view=train"]').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title);
      await expect(page).toHaveURL(/[?&]view=train(&|$)/);
      await expect(page).toHaveTitle(new RegExp(`^${texts.title}`));
      await page.goBack();
      await expect.poll(() => viewOf(page)).toBe('reader');
      expect((await placeOf(page)).step).toBe(step);
    });

  test('the link opens the room beside the page too', async ({ page, context }) => {
    await open(page, { step: 'prediction', lang: 'en' });
    const href = await page.locator('a[href*="view=train"]').getAttribute('href');
    const other = await context.newPage();
    await other.goto(new URL(href ?? '', page.url()).href);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(texts.title);
  });

  test('Escape leaves', async ({ page }) => {
    await open(page, { step: 'prediction', lang: 'en' });
    await page.locator('a[href*="view=train"]').click();
    await expect(progress(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(() => viewOf(page)).toBe('reader');
  });

  test('Escape leaves at once, whatever was pinned before', async ({ page }) => {
    await open(page, { step: 'prediction', lang: 'en' });
    await page.locator('[data-matrix="z"] [data-col="2"]').click();
    await page.locator('a[href*="view=train"]').click();
    await expect(progress(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(() => viewOf(page)).toBe('reader');
  });

  test('its own button leaves, and forward goes in again', async ({ page }) => {
    await open(page, { step: 'prediction', lang: 'en' });
    await page.locator('a[href*="view=train"]').click();
    await button(page, texts.back).click();
    await expect.poll(() => viewOf(page)).toBe('reader');
    await page.goBack();
    await expect.poll(() => viewOf(page)).toBe('train');
  });

  test('keys do not step behind it', async ({ page }) => {
    await enter(page);
    for (const key of ['ArrowRight', 'PageDown', 'n', 'p', 'End', 'Home', 'f', 'b', ' '])
      await page.keyboard.press(key);
    expect(await placeOf(page)).toEqual({ step: 'prediction', beat: 0 });
    expect(await viewOf(page)).toBe('train');
  });

  test('an embedded figure has no such room', async ({ page }) => {
    await page.goto('/embed.html?step=prediction&view=train&lang=en');
    await expect(page.locator('[data-stage] svg').first()).toBeVisible();
    await expect(progress(page)).toHaveCount(0);
  });
});

test('the whole run comes within 0.05 of the entropy floor, and expects 具', async ({ page }) => {
  test.setTimeout(300_000);
  await enter(page);
  await button(page, texts.start).click();
  await expect(page.getByText(texts.finished)).toBeVisible({ timeout: 280_000 });
  expect(await stepsOf(page)).toBe(trained.plan.steps);
  expect(await lossOf(page)).toBeLessThanOrEqual(trained.entropyFloor.mean + 0.05);
  const [first = ''] = await page
    .getByRole('list', { name: texts.guesses })
    .locator('li')
    .allTextContents();
  expect(first).toMatch(/^具/);
  expect(Number.parseInt(first.replace(/^具>?/, ''), 10)).toBeGreaterThanOrEqual(85);
  await expect(button(page, texts.resume)).toBeDisabled();
  await button(page, texts.adopt).click();
  await button(page, texts.backToPrediction).click();
  await expect(page.locator('[data-departures]')).toHaveCount(0);
  const [best = ''] = await header(page);
  expect(best).toMatch(/^具/);
  expect(Number.parseInt(best.replace(/^具>?/, ''), 10)).toBeGreaterThanOrEqual(85);
});

test('what was learned can be taken home and given back', async ({ page }) => {
  await open(page, { step: 'prediction', lang: 'en' });
  const ours = await header(page);
  await page.locator('a[href*="view=train"]').click();
  await takeSteps(page, 3);
  await button(page, texts.adopt).click();
  await button(page, texts.backToPrediction).click();
  await expect.poll(() => header(page)).not.toEqual(ours);
  await expect(page.getByRole('main')).toContainText('your own training, 3 steps');
  await page.locator('a[href*="view=train"]').click();
  await expect(page.locator('[data-origin="room"]')).toBeVisible();
  await button(page, texts.backToOurs).click();
  await button(page, texts.backToPrediction).click();
  await expect.poll(() => header(page)).toEqual(ours);
});

test('parameters that are still random are called random', async ({ page }) => {
  await enter(page);
  await button(page, texts.adopt).click();
  await button(page, texts.backToPrediction).click();
  await expect(page.locator('[data-departures="untrained"]')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('not one step of training');
});

test('every step can be drawn with parameters of one’s own', async ({ page }) => {
  await enter(page);
  await page.locator('details > summary').click();
  await page.getByRole('textbox', { name: texts.corpus, exact: true }).fill('我有一个球\n你好');
  await button(page, texts.use).click();
  await takeSteps(page, 2);
  await button(page, texts.adopt).click();
  await button(page, texts.back).click();
  await page.keyboard.press('Home');
  for (let index = 0; index < 18; index++) {
    await expect(page.locator('[data-stage] svg').first()).toBeVisible();
    await settle(page);
    const broken = await page.evaluate(() =>
      /\bNaN\b|undefined|(?<!-)\bInfinity\b/.test(document.body.innerHTML),
    );
    const { step } = await placeOf(page);
    expect.soft(broken, step).toBe(false);
    await expect.soft(page.getByRole('alert'), step).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
  }
});

test('ten times in and out leaves no worker and keeps the run', async ({ page }) => {
  await open(page, { step: 'prediction', lang: 'en' });
  for (let round = 0; round < 10; round++) {
    await page.locator('a[href*="view=train"]').click();
    const before = await stepsOf(page);
    await button(page, before === 0 ? texts.start : texts.resume).click();
    await expect.poll(() => stepsOf(page)).toBeGreaterThan(before);
    expect(page.workers()).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => viewOf(page)).toBe('reader');
    await expect.poll(() => page.workers().length).toBe(0);
  }
});

test('a room in which nothing is trained makes no worker', async ({ page }) => {
  await enter(page);
  expect(page.workers()).toEqual([]);
});

test.describe('with the keyboard alone', () => {
  test('a run can be started, paused and started over', async ({ page }) => {
    await enter(page);
    await button(page, texts.start).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => stepsOf(page)).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await expect(button(page, texts.resume)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(button(page, texts.reset)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => stepsOf(page)).toBe(0);
  });

  test('every learning rate can be reached', async ({ page }) => {
    await enter(page);
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    const least = Number(await slider.getAttribute('min'));
    expect(Number(await slider.inputValue())).toBe(least);
    const most = Number(await slider.getAttribute('max'));
    for (let place = least; place < most; place++) await page.keyboard.press('ArrowRight');
    expect(Number(await slider.inputValue())).toBe(most);
  });
});

test.describe('the beginning', () => {
  const field = (page: Page) => page.getByRole('textbox', { name: texts.prompt });

  test('can be emptied to be written anew', async ({ page }) => {
    await enter(page);
    await field(page).press('ControlOrMeta+a');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('小猫爱吃');
    await expect(field(page)).toHaveValue('小猫爱吃');
  });

  test('can be written with an input method, whose letters take more room than its characters', async ({
    page,
    context,
  }) => {
    await enter(page);
    await field(page).press('End');
    const typing = await context.newCDPSession(page);
    const letters = "wo'men'yi'qi";
    for (let length = 1; length <= letters.length; length++)
      await typing.send('Input.imeSetComposition', {
        text: letters.slice(0, length),
        selectionStart: length,
        selectionEnd: length,
      });
    await typing.send('Input.insertText', { text: '我们一起' });
    await expect(field(page)).toHaveValue('我有一个玩我们一起');
  });
});

/** The whole page with the keyboard alone, and the address that remembers where it led. */
import type { Page } from '@playwright/test';
import { steps } from '../../src/walkthrough/index.ts';
import { open, placeOf } from './support/page.ts';
import { expect, test } from './support/test.ts';

/** What has the focus: the region of the page, and the matrix or the name of the control. */
const focused = (page: Page): Promise<{ region: string; name: string } | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const matrix = element.closest('[data-matrix]');
    const row = element.getAttribute('data-row');
    const regions: readonly (readonly [string, string])[] = [
      ['header', 'header'],
      ['[data-inspector]', 'inspector'],
      ['[data-stage]', 'stage'],
      ['footer', 'stepper'],
      ['main', 'main'],
      ['nav', 'map'],
    ];
    const region = regions.find(([selector]) => element.closest(selector))?.[1] ?? 'elsewhere';
    const name = matrix
      ? `${matrix.getAttribute('data-matrix')} ${row},${element.getAttribute('data-col')}`
      : (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
    return { region, name };
  });

/** Presses Tab until the focus leaves the page; the stops on the way. */
const tabThrough = async (page: Page): Promise<readonly { region: string; name: string }[]> => {
  const stops = [];
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab never left the page: ${stops.map(({ name }) => name).join(', ')}`);
};

/** Tab until the focus stands in a matrix. */
const tabInto = async (page: Page, matrix: string): Promise<void> => {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop?.name.startsWith(`${matrix} `) === true) return;
  }
  throw new Error(`Tab never reached ${matrix}`);
};

const nameAfter = async (page: Page, ...keys: readonly string[]): Promise<string> => {
  for (const key of keys) await page.keyboard.press(key);
  return (await focused(page))?.name ?? '';
};

const stepOn = async (page: Page): Promise<string> => (await placeOf(page)).step;

test('Tab reaches everything in reading order, each matrix once, and leaves', async ({ page }) => {
  await open(page, { step: 'scores', lang: 'en' });
  const stops = await tabThrough(page);
  const regions = stops
    .map(({ region }) => region)
    .filter((region, index, all) => region !== all[index - 1]);
  // The stage's own time stands below it.
  expect(regions).toEqual(['header', 'map', 'main', 'stage', 'main', 'inspector', 'stepper']);
  const onStage = stops.filter(({ region }) => region === 'stage').map(({ name }) => name);
  expect(onStage.map((name) => name.split(' ')[0])).toEqual(['q', 'k', 'scores']);
  const inHeader = stops.filter(({ region }) => region === 'header');
  expect(inHeader.map(({ name }) => name)).toEqual([
    'Change',
    'Each token is a row; make it a column',
    '中文',
    'Theme: System',
    'Glossary',
    'Present',
    'How to use',
  ]);
  expect(stops.filter(({ region }) => region === 'map')).toHaveLength(9);
  // The inspector's three terms have two factors each, and the score goes on to three stations.
  expect(stops.filter(({ region }) => region === 'inspector').length).toBeGreaterThanOrEqual(9);
  const inStepper = stops.filter(({ region }) => region === 'stepper').map(({ name }) => name);
  expect(inStepper.slice(0, 3)).toEqual(['Previous', 'Play', 'Next']);
  expect(inStepper.filter((name) => /^\d+ /.test(name))).toHaveLength(18);
});

for (const [step, beat] of [
  ['one-row', 0],
  ['formula', 0],
  ['scale', 0],
  ['weights', 0],
  ['prediction', 0],
  ['prediction', 1],
  ['prediction', 2],
  ['prediction', 4],
] as const)
  test(`Tab passes through ${step} ${beat} and back out`, async ({ page }) => {
    await open(page, { step, beat });
    const there = await tabThrough(page);
    const seen = there.map(({ region }) => region);
    expect(seen).toContain('stepper');
    const matrices = there
      .filter(({ name }) => / \d+,\d+$/.test(name))
      .map(({ name }) => name.split(' ')[0]);
    const drawn = await page.locator('[data-stage] [data-matrix]').count();
    expect(matrices).toHaveLength(drawn);
    await page.keyboard.press('Shift+Tab');
    expect((await focused(page))?.region).toBe('stepper');
  });

test('inside a matrix the arrows move and stop at its edges', async ({ page }) => {
  await open(page, { step: 'scores' });
  await tabInto(page, 'scores');
  const up = Array.from({ length: 6 }, () => 'ArrowUp');
  expect(await nameAfter(page, ...up, 'Home')).toBe('scores 0,0');
  expect(await nameAfter(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('scores 3,0');
  expect(await nameAfter(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft')).toBe('scores 3,1');
  expect(await nameAfter(page, 'End')).toBe('scores 3,4');
  expect(await nameAfter(page, 'ArrowRight', 'ArrowRight')).toBe('scores 3,4');
  expect(await nameAfter(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('scores 4,4');
  expect(await nameAfter(page, 'Home', 'ArrowLeft')).toBe('scores 4,0');
  expect(await nameAfter(page, ...up)).toBe('scores 0,0');
  expect(await stepOn(page)).toBe('scores');
});

test('in a matrix drawn transposed the arrows go where they point', async ({ page }) => {
  await open(page, { step: 'scores' });
  await tabInto(page, 'k');
  const place = async (): Promise<readonly number[]> => {
    const box = await page.locator('[data-matrix="k"] :focus').boundingBox();
    return [Math.round(box?.x ?? 0), Math.round(box?.y ?? 0)];
  };
  await page.keyboard.press('Home');
  const [x = 0, y = 0] = await place();
  await page.keyboard.press('ArrowRight');
  const right = await place();
  expect(right[0]).toBeGreaterThan(x);
  expect(right[1]).toBe(y);
  await page.keyboard.press('ArrowDown');
  const down = await place();
  expect(down[0]).toBe(right[0]);
  expect(down[1]).toBeGreaterThan(y);
});

test('Enter pins, Escape leaves the matrix', async ({ page }) => {
  await open(page, { step: 'scores' });
  const heading = page.locator('[data-inspector] h2');
  const initial = await heading.innerText();
  await tabInto(page, 'scores');
  await page.keyboard.press('ArrowUp');
  const chosen = await heading.innerText();
  expect(chosen).not.toBe(initial);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(heading, 'pinned while the focus is elsewhere').not.toHaveText(initial);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBeNull();
  await page.keyboard.press('ArrowRight');
  expect(await stepOn(page), 'arrows step again').toBe('scale');
});

test('PageDown and PageUp step even inside a matrix', async ({ page }) => {
  await open(page, { step: 'scores' });
  await tabInto(page, 'scores');
  await page.keyboard.press('PageDown');
  expect(await stepOn(page)).toBe('scale');
  await tabInto(page, 'scaled');
  await page.keyboard.press('PageUp');
  expect(await stepOn(page)).toBe('scores');
});

test('outside, arrows walk through all steps and back', async ({ page }) => {
  await open(page);
  const walked = [await stepOn(page)];
  for (const _ of steps) {
    await page.keyboard.press('ArrowRight');
    walked.push(await stepOn(page));
  }
  const ids = steps.map(({ id }) => id);
  expect(walked).toEqual([...ids, 'parallel']);
  for (const id of ids.slice(0, -1).toReversed()) {
    await page.keyboard.press('ArrowLeft');
    expect(await stepOn(page)).toBe(id);
  }
  await page.keyboard.press('ArrowLeft');
  expect(await stepOn(page)).toBe('architecture');
  await page.keyboard.press('End');
  expect(await stepOn(page)).toBe('parallel');
  await page.keyboard.press('Home');
  expect(await stepOn(page)).toBe('architecture');
});

test('Space plays and pauses, and on a focused button presses it', async ({ page }) => {
  await open(page, { step: 'scores', lang: 'en' });
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).focus();
  await page.keyboard.press('Space');
  expect(await stepOn(page)).toBe('scale');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('Enter');
  expect(await stepOn(page)).toBe('softmax');
});

test('a choice of radio buttons keeps its arrows, and modifiers keep the page still', async ({
  page,
}) => {
  await open(page, { step: 'softmax', lang: 'en' });
  const heads = page.getByRole('group', { name: 'Head' }).getByRole('radio');
  await heads.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(heads.nth(1)).toBeChecked();
  expect(await stepOn(page)).toBe('softmax');
  await expect(page.locator('[data-matrix="weights"]')).toHaveAttribute('data-head', '2');
  await page.keyboard.press('PageDown');
  expect(await stepOn(page), 'PageDown still steps').toBe('context');
  await open(page, { step: 'softmax' });
  for (const key of ['Control+ArrowRight', 'Shift+ArrowRight', 'Control+b'])
    await page.keyboard.press(key);
  expect(await placeOf(page)).toEqual({ step: 'softmax', beat: 0 });
});

test('a station of the prediction opens with Enter, and Space leads back', async ({ page }) => {
  await open(page, { step: 'prediction', lang: 'en' });
  await page.getByRole('button', { name: 'Open 2 Feed Forward' }).focus();
  await page.keyboard.press('Enter');
  expect(await placeOf(page)).toEqual({ step: 'prediction', beat: 2 });
  await expect(page).toHaveURL(/[?&]beat=2(&|$)/);
  await expect(page.locator('[data-station="feed-forward"]')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  expect(await placeOf(page)).toEqual({ step: 'prediction', beat: 0 });
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('back and forward go through the steps, a reload stays', async ({ page }) => {
  await open(page, { step: 'scores', lang: 'en' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await stepOn(page)).toBe('softmax');
  await page.goBack();
  await expect(page.locator('[data-step="scale"]')).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-step="scores"]')).toBeVisible();
  await page.goForward();
  await expect(page.locator('[data-step="scale"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-step="scale"]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('language and theme are chosen, live in the address and survive a reload', async ({
  page,
}) => {
  await open(page, { step: 'mask' });
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: 'EN', exact: true }).press('Enter');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/[?&]lang=en/);
  for (const theme of ['light', 'dark', 'projector', 'auto', 'light', 'dark']) {
    await page.getByRole('button', { name: /^Theme/ }).press('Enter');
    if (theme !== 'auto') await expect(page).toHaveURL(new RegExp(`[?&]theme=${theme}`));
    if (theme !== 'auto') await expect(html).toHaveAttribute('data-theme', theme);
  }
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveAttribute('lang', 'en');
  expect(await stepOn(page)).toBe('mask');
  await page.goto('/');
  await expect(html, 'remembered without a link').toHaveAttribute('lang', 'en');
  await expect(html).toHaveAttribute('data-theme', 'dark');
});

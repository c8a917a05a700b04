/** The stage under a glass: wheel with Ctrl, two fingers, drags and keys enlarge and move it; a plain wheel and one finger stay the page's. */
import type { Page } from '@playwright/test';
import { cell, ready } from './support/changes.ts';
import { open, settle } from './support/page.ts';
import { expect, test } from './support/test.ts';
import {
  boxOf,
  control,
  expectNear,
  link,
  numbers,
  openZoomed,
  percent,
  placeOf,
  stage,
  tokens,
  zoomIn,
} from './support/zoom.ts';

test.describe('the wheel', () => {
  test('with Ctrl zooms about the pointer, and neither zooms nor scrolls the page', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 520 });
    await open(page, link);
    await ready(page);
    const chosen = cell(page, 'scores', 20, 20);
    const before = await boxOf(chosen);
    await page.mouse.move(before.middle.x, before.middle.y);
    await zoomIn(page, 4);
    const after = await boxOf(chosen);
    expect(after.width).toBeCloseTo(before.width * 4, 0);
    expectNear(after.middle.x, before.middle.x);
    expectNear(after.middle.y, before.middle.y);
    await expect(control(page).locator('output')).toHaveText('400%');
    const page0 = await page.evaluate(() => [scrollX, scrollY, visualViewport?.scale]);
    expect(page0).toEqual([0, 0, 1]);
    await zoomIn(page, 5, 120);
    await expect(control(page)).toHaveCount(0);
    expect((await boxOf(chosen)).width).toBeCloseTo(before.width, 3);
  });

  test('alone scrolls the page, enlarged or not', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 520 });
    await openZoomed(page, 0);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await percent(page)).toBe(100);
    await page.mouse.wheel(0, -60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await zoomIn(page, 2);
    const place = await placeOf(page);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await percent(page)).toBeCloseTo(200);
    expect(await placeOf(page)).toEqual(place);
  });

  test('goes no further than eightfold, and adds no scroll bars to the page', async ({ page }) => {
    await openZoomed(page, 9);
    expect(await percent(page)).toBeCloseTo(800);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
});

test('numbers come back where there is room for them, and go again', async ({ page }) => {
  await openZoomed(page, 0);
  await expect(numbers(page)).toHaveCount(0);
  await zoomIn(page, 1);
  await expect(numbers(page)).toHaveCount(0);
  await zoomIn(page, 3);
  await expect(numbers(page)).toHaveCount(32 * 32);
  const text = numbers(page).first();
  expect((await boxOf(text)).height).toBeGreaterThan(11);
  await control(page).getByRole('button', { name: 'Whole' }).click();
  await expect(numbers(page)).toHaveCount(0);
});

test.describe('a drag', () => {
  const drag = async (page: Page, button: 'left' | 'middle'): Promise<void> => {
    const { middle } = await boxOf(stage(page));
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down({ button });
    await page.mouse.move(middle.x - 60, middle.y - 40, { steps: 4 });
    await page.mouse.up({ button });
    await settle(page);
  };

  for (const button of ['left', 'middle'] as const)
    test(`with the ${button} button moves what is enlarged, and chooses nothing`, async ({
      page,
    }) => {
      await openZoomed(page);
      const before = await placeOf(page);
      await drag(page, button);
      const after = await placeOf(page);
      expectNear(after.x - before.x, 60);
      expectNear(after.y - before.y, 40);
      expect(new URL(page.url()).searchParams.has('cell')).toBe(false);
    });

  test('stops at the edges of the picture', async ({ page }) => {
    await openZoomed(page, 2);
    const { x, y, width, height } = await boxOf(stage(page));
    for (let times = 0; times < 3; times++) {
      await page.mouse.move(x + width - 20, y + height / 2);
      await page.mouse.down({ button: 'middle' });
      await page.mouse.move(x + 10, y + 10, { steps: 3 });
      await page.mouse.up({ button: 'middle' });
    }
    await settle(page);
    const place = await placeOf(page);
    expectNear(place.x, width);
    expectNear(place.y, height);
  });

  test('on a number that can be set changes the number; with Alt it moves the picture', async ({
    page,
  }) => {
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    const x = cell(page, 'x', 2, 2);
    const { middle } = await boxOf(x);
    await page.mouse.move(middle.x, middle.y);
    await zoomIn(page, 2);
    const value = await x.getAttribute('data-value');
    const at = (await boxOf(x)).middle;
    const before = await placeOf(page);
    const pull = async (): Promise<void> => {
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x + 30, at.y, { steps: 3 });
      await page.mouse.up();
      await settle(page);
    };
    await page.keyboard.down('Alt');
    await pull();
    await page.keyboard.up('Alt');
    await expect(x).toHaveAttribute('data-value', value ?? '');
    expect((await placeOf(page)).x).toBeLessThan(before.x);
    const moved = await placeOf(page);
    await pull();
    await expect(x).not.toHaveAttribute('data-value', value ?? '');
    expect(await placeOf(page)).toEqual(moved);
  });

  test('a press still chooses a cell', async ({ page }) => {
    await openZoomed(page);
    const { middle } = await boxOf(stage(page));
    await page.mouse.click(middle.x, middle.y);
    await expect.poll(() => new URL(page.url()).searchParams.get('cell')).toContain('scores_');
  });
});

test.describe('keys', () => {
  test('zoom the stage that holds the focus, and only that', async ({ page }) => {
    await open(page, link);
    await ready(page);
    await page.keyboard.press('+');
    await settle(page);
    expect(await percent(page)).toBe(100);
    await cell(page, 'scores', 30, 3).focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect(control(page).locator('output')).toHaveText('200%');
    await page.keyboard.press('-');
    await expect(control(page).locator('output')).toHaveText('141%');
    await page.keyboard.press('0');
    await expect(control(page)).toHaveCount(0);
  });

  test('bring the cell that they lead to into view', async ({ page }) => {
    await open(page, link);
    await ready(page);
    await cell(page, 'scores', 16, 16).focus();
    for (let times = 0; times < 5; times++) await page.keyboard.press('+');
    await settle(page);
    const window = await boxOf(stage(page));
    for (const [key, times] of [
      ['ArrowDown', 15],
      ['ArrowRight', 15],
      ['Home', 1],
      ['ArrowUp', 31],
    ] as const) {
      for (let press = 0; press < times; press++) await page.keyboard.press(key);
      await settle(page);
      const focused = await boxOf(page.locator(':focus'));
      expect(focused.x, key).toBeGreaterThanOrEqual(window.x - 1);
      expect(focused.y, key).toBeGreaterThanOrEqual(window.y - 1);
      expect(focused.x + focused.width, key).toBeLessThanOrEqual(window.x + window.width + 1);
      expect(focused.y + focused.height, key).toBeLessThanOrEqual(window.y + window.height + 1);
    }
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
  });

  test('reach the buttons, whose last one gives the focus back to the picture', async ({
    page,
  }) => {
    await openZoomed(page, 2);
    const whole = control(page).getByRole('button', { name: 'Whole' });
    await control(page).getByRole('button', { name: 'Zoom in' }).focus();
    await page.keyboard.press('Enter');
    await expect(control(page).locator('output')).toHaveText('283%');
    await page.keyboard.press('Tab');
    await expect(whole).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(control(page)).toHaveCount(0);
    await expect(page.locator('[data-stage] :focus')).toHaveCount(1);
  });
});

test.describe('begins whole again', () => {
  test('at another step', async ({ page }) => {
    await openZoomed(page, 3);
    await page.keyboard.press('n');
    await expect(page.locator('[data-step="scale"]')).toBeVisible();
    await settle(page);
    await expect(control(page)).toHaveCount(0);
    await expect(stage(page)).not.toHaveAttribute('data-zoomed');
  });

  test('at another size', async ({ page }) => {
    await openZoomed(page, 3);
    await page.setViewportSize({ width: 1180, height: 780 });
    await expect(control(page)).toHaveCount(0);
    await expect(numbers(page)).toHaveCount(0);
  });
});

test('what stands on the stage to be pressed works where it is seen', async ({ page }) => {
  await open(page, { step: 'black-box', lang: 'en' });
  await ready(page);
  const slider = stage(page).getByRole('slider').first();
  const before = await boxOf(slider);
  await page.mouse.move(before.middle.x, before.middle.y);
  await zoomIn(page, 2);
  const after = await boxOf(slider);
  expect(after.width).toBeCloseTo(before.width * 2, 0);
  const value = await slider.inputValue();
  await page.mouse.click(after.middle.x, after.middle.y);
  await expect(slider).not.toHaveValue(value);
});

test('the map keeps a zoom of its own', async ({ page }) => {
  await open(page, { step: 'scale-up', beat: 1, lang: 'en' });
  await ready(page);
  const { middle } = await boxOf(stage(page).locator('canvas'));
  await page.mouse.move(middle.x, middle.y);
  await zoomIn(page, 2);
  expect(await percent(page)).toBe(100);
});

test('the embed and the present view are enlarged alike', async ({ page }) => {
  for (const address of [
    `/embed.html?step=scores&lang=en&tokens=${encodeURIComponent(tokens)}`,
    `/?view=present&step=scores&lang=en&tokens=${encodeURIComponent(tokens)}`,
  ]) {
    await open(page, address.slice(1));
    await page.waitForLoadState('networkidle');
    const { middle } = await boxOf(stage(page));
    await page.mouse.move(middle.x, middle.y);
    await zoomIn(page, 4);
    await expect(control(page).locator('output')).toHaveText('400%');
    await expect(numbers(page)).toHaveCount(32 * 32);
  }
});

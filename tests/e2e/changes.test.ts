/** Changing things as a person does: by mouse, by keyboard, in the dialog; undone, kept, and carried by the link. */
import type { Page } from '@playwright/test';
import { violationsOf } from './support/axe.ts';
import { cell, changeButton, dialog, field, middleOf, ready, valuesOf } from './support/changes.ts';
import { open, settle } from './support/page.ts';
import { expect, test } from './support/test.ts';
import { fingerOn } from './support/touch.ts';

test.describe('a number', () => {
  test('of one row of X is dragged, and that row of Q moves and no other', async ({ page }) => {
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    const before = await valuesOf(page, 'q');
    const box = await cell(page, 'x', 2, 4).boundingBox();
    if (!box) throw new Error('the cell has no box');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, y, { steps: 8 });
    await page.mouse.up();
    await settle(page);
    const after = await valuesOf(page, 'q');
    const rows = after.flatMap((value, index) =>
      value === before[index] ? [] : [Math.floor(index / 3)],
    );
    expect([...new Set(rows)]).toEqual([2]);
    await expect(page).toHaveURL(/[?&]s=x_3_5_/);
    await page.keyboard.press('Control+z');
    expect(await valuesOf(page, 'q')).toEqual(before);
    await expect(page).not.toHaveURL(/[?&]s=/);
    await page.keyboard.press('Control+Shift+z');
    expect(await valuesOf(page, 'q')).toEqual(after);
  });

  test('is typed on the cell, stepped with arrows and given back', async ({ page }) => {
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    await cell(page, 'x', 4, 0).focus();
    await page.keyboard.press('-');
    await page.keyboard.type('1.5');
    await expect(field(page)).toBeFocused();
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '-1.5');
    await page.keyboard.press('ArrowUp');
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '-1.4');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '-2.4');
    await expect(page.locator('[data-said]')).toContainText('went from');
    await page.getByRole('button', { name: /^Back to/ }).click();
    await expect(page).not.toHaveURL(/[?&]s=/);
  });

  test('of a parameter changes what comes after it, which is marked, and says what it was', async ({
    page,
  }) => {
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    const before = await cell(page, 'q', 4, 0).getAttribute('data-value');
    await cell(page, 'wq', 0, 0).click();
    await field(page).fill('2');
    await field(page).press('Enter');
    await expect(page.locator('[data-matrix="q"] ~ [data-changed]')).toHaveAttribute(
      'data-changed',
      '5',
    );
    await cell(page, 'q', 4, 0).click();
    await expect(page.locator('[data-before]')).toHaveAttribute('data-before', before ?? '');
    await page.getByRole('button', { name: /Hide marks/ }).click();
    await expect(page.locator('[data-changed]')).toHaveCount(0);
  });

  test('that is none changes nothing', async ({ page }) => {
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    await cell(page, 'wq', 0, 0).click();
    const before = await valuesOf(page, 'wq');
    for (const text of ['abc', '1e', '--1', 'Infinity', '']) {
      await field(page).fill(text);
      await field(page).press('Enter');
    }
    const after = await valuesOf(page, 'wq');
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(after.every((value) => Number.isFinite(Number(value)))).toBe(true);
  });
});

test('a number of a head’s own columns is dragged, and no other', async ({ page }) => {
  await open(page, { step: 'projection', lang: 'en', head: 2 });
  await ready(page);
  const { x, y } = await middleOf(cell(page, 'wq', 0, 0));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y, { steps: 8 });
  await page.mouse.up();
  await expect(page).toHaveURL(/[?&]s=wq_1_4_/);
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  const pinned = (page: Page) =>
    page.evaluate(() => new URLSearchParams(location.search).get('cell'));
  const scrolled = (page: Page) =>
    page.locator('main').evaluate((element) => element.scrollTop + window.scrollY);

  test('the chosen number is dragged sideways, and stays chosen', async ({ page }) => {
    await open(page, { step: 'tokens', lang: 'en' });
    await ready(page);
    const here = cell(page, 'x', 2, 4);
    await here.tap();
    await expect.poll(() => pinned(page)).toBe('x_3_5');
    const before = Number(await here.getAttribute('data-value'));
    const finger = await fingerOn(page);
    const place = await middleOf(here);
    await finger.down(place);
    await finger.to({ x: place.x + 80, y: place.y + 3 });
    await finger.up();
    await expect(here).toHaveAttribute('data-value', String(Number((before + 0.8).toFixed(3))));
    await expect(page).toHaveURL(/[?&]s=x_3_5_/);
    await expect.poll(() => pinned(page)).toBe('x_3_5');
    await page.keyboard.press('Control+z');
    await expect(here).toHaveAttribute('data-value', String(before));
  });

  test('what is not chosen is not dragged: the finger draws across and chooses', async ({
    page,
  }) => {
    await open(page, { step: 'tokens', lang: 'en', cell: 'x_1_1' });
    await ready(page);
    const finger = await fingerOn(page);
    await finger.down(await middleOf(cell(page, 'x', 2, 2)));
    await finger.to(await middleOf(cell(page, 'x', 2, 6)));
    await finger.up();
    await expect.poll(() => pinned(page)).toBe('x_3_7');
    await expect(page).not.toHaveURL(/[?&]s=/);
  });

  test('up and down the chosen number the page still scrolls', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 600 });
    await open(page, { step: 'tokens', lang: 'en', cell: 'x_3_5' });
    await ready(page);
    const before = await scrolled(page);
    const finger = await fingerOn(page);
    const place = await middleOf(cell(page, 'x', 2, 4));
    await finger.down(place);
    await finger.to({ x: place.x + 6, y: place.y - 160 }, 16);
    await finger.up();
    await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 40);
    await expect(page).not.toHaveURL(/[?&]s=/);
  });
});

test.describe('the sentence', () => {
  test('is changed by keyboard alone, and the focus comes back', async ({ page }) => {
    await open(page, { step: 'scores', lang: 'en' });
    await ready(page);
    await page.keyboard.press('e');
    await expect(dialog(page).getByLabel('Sentence')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('我有一个小狗');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.locator('[data-matrix="scores"]')).toHaveAttribute('data-rows', '6');
    await expect(page).toHaveURL(/tokens=/);
    await page.keyboard.press('Control+z');
    await expect(page.locator('[data-matrix="scores"]')).toHaveAttribute('data-rows', '5');
  });

  test('says which characters the model does not know, and what is too long', async ({ page }) => {
    await open(page, { step: 'scores', lang: 'en' });
    await ready(page);
    await page.keyboard.press('e');
    const input = dialog(page).getByLabel('Sentence');
    await input.fill('我有龘');
    await expect(dialog(page)).toContainText('does not know 龘');
    await input.fill('玩'.repeat(40));
    await expect(dialog(page)).toContainText('Only the first 32');
    await input.fill('  ');
    await expect(dialog(page).getByRole('button', { name: 'Use it' }).first()).toBeDisabled();
  });

  for (const theme of ['light', 'dark', 'projector'])
    for (const width of [1280, 390])
      test(`axe finds nothing in the dialog, ${theme}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await open(page, {
          step: 'projection',
          lang: 'en',
          theme,
          s: 'x_5_2_1.9',
          tokens: '我有一个龘',
        });
        await cell(page, 'x', 4, 1).click();
        expect(await violationsOf(page), 'the field').toEqual([]);
        await changeButton(page).click();
        await expect(dialog(page)).toBeVisible();
        expect(await violationsOf(page), 'the dialog').toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
});

test.describe('the softmax', () => {
  test('has a temperature, and scores another divisor', async ({ page }) => {
    await open(page, { step: 'softmax', lang: 'en' });
    await ready(page);
    await page.getByRole('spinbutton', { name: 'Temperature' }).fill('4');
    await expect(page).toHaveURL(/[?&]temp=4/);
    await open(page, { step: 'scale', lang: 'en', by: 2 });
    const scores = (await valuesOf(page, 'scores')).map(Number);
    const scaled = (await valuesOf(page, 'scaled')).map(Number);
    expect(scaled).toEqual(scores.map((score) => score / 2));
    await page.getByRole('spinbutton', { name: 'Divide by' }).fill('5');
    await expect(page).toHaveURL(/[?&]by=5/);
  });
});

test.describe('what was changed', () => {
  test('is back at the next visit, and can be started over', async ({ page }) => {
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    await cell(page, 'x', 4, 0).click();
    await field(page).fill('3');
    await page.waitForFunction(() => localStorage.getItem('seeing-attention/work') === 's=x_5_1_3');
    await open(page, '?lang=en');
    await expect(page.locator('[data-notice="work-restored"]')).toBeVisible();
    await expect(page).toHaveURL(/s=x_5_1_3/);
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(page).not.toHaveURL(/[?&]s=/);
    await page.waitForFunction(() => localStorage.getItem('seeing-attention/work') === '');
  });

  test('waits where a link says something else', async ({ page }) => {
    await open(page, '?lang=en');
    await page.evaluate(() => localStorage.setItem('seeing-attention/work', 's=x_5_1_3'));
    await open(page, { step: 'projection', lang: 'en' });
    await expect(page.locator('[data-notice="work-waiting"]')).toBeVisible();
    await expect(cell(page, 'x', 4, 0)).not.toHaveAttribute('data-value', '3');
    await page.getByRole('button', { name: 'Bring them back' }).click();
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '3');
    await page.keyboard.press('Control+z');
    await expect(cell(page, 'x', 4, 0)).not.toHaveAttribute('data-value', '3');
  });

  test('is said to be lost where the browser keeps nothing', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    await cell(page, 'x', 4, 0).click();
    await field(page).fill('3');
    await expect(page.locator('[data-notice="work-refused"]')).toBeVisible();
  });

  test('is saved as a file and opened again', async ({ page }) => {
    await open(page, { step: 'projection', lang: 'en', s: 'x_5_1_3', tokens: '我有一个小' });
    await changeButton(page).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const path = await download.path();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByLabel('Open a file').setInputFiles(path);
    await page.keyboard.press('Escape');
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '3');
    await changeButton(page).click();
    await page.getByLabel('Open a file').setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"a":1}'),
    });
    await expect(page.getByRole('alert')).toContainText('not saved by this page');
  });

  test('survives a crash half a second after it, every time', async ({ browser, baseURL }) => {
    test.slow();
    for (let run = 1; run <= 10; run++) {
      const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'en' });
      const page = await context.newPage();
      await open(page, '?step=projection&lang=en');
      await ready(page);
      await cell(page, 'wq', 0, 0).click();
      await field(page).fill(`${run}.5`);
      await page.waitForTimeout(500);
      const session = await context.newCDPSession(page);
      // The renderer dies before it can answer.
      session.send('Page.crash').catch(() => undefined);
      await page.waitForEvent('crash');
      const again = await context.newPage();
      await open(again, '?lang=en');
      await expect(again).toHaveURL(new RegExp(`s=wq_1_1_${run}.5`));
      await context.close();
    }
  });
});

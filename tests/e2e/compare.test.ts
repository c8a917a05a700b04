/** Numbers held against others: two states, what depends on a cell, and the lens on cells too small to show theirs. */
import { violationsOf } from './support/axe.ts';
import { cell, field, middleOf, ready, valuesOf } from './support/changes.ts';
import { open } from './support/page.ts';
import { expect, test } from './support/test.ts';
import { fingerOn } from './support/touch.ts';

test.describe('held against each other', () => {
  test('A and B are shown in turn, marked where they differ, and travel in the link', async ({
    page,
  }) => {
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    await cell(page, 'x', 4, 0).click();
    await field(page).fill('2');
    await page.getByRole('button', { name: /^Keep as A/ }).click();
    await field(page).fill('3');
    await field(page).press('Enter');
    await expect(page.locator('[data-matrix="q"] ~ [data-changed]')).toHaveAttribute(
      'data-changed',
      '3',
    );
    await page.getByRole('radio', { name: 'A', exact: true }).check({ force: true });
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '2');
    await expect(page.locator('[data-held]')).toHaveText('A 2.00B 3.00B − A 1.00');
    await expect(page).toHaveURL(/[?&]a=s%3Dx_5_1_3&side=a/);
    await page.reload();
    await ready(page);
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '2');
    await page.getByRole('radio', { name: 'B', exact: true }).check({ force: true });
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '3');
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await expect(page).not.toHaveURL(/[?&]a=/);
  });

  test('B − A is shown cell by cell, in words and by keyboard, and travels in the link', async ({
    page,
  }) => {
    await open(page, { step: 'projection', lang: 'en', s: 'x_5_1_3', a: 's=x_5_1_2' });
    await ready(page);
    const b = (await valuesOf(page, 'q')).map(Number);
    await page.getByRole('radio', { name: 'B', exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    const a = (await valuesOf(page, 'q')).map(Number);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/[?&]side=diff/);
    await expect(page.locator('[data-said]')).toHaveText('Now showing the difference, B − A.');
    const difference = (await valuesOf(page, 'q')).map(Number);
    expect(difference).toEqual(b.map((value, index) => value - (a[index] ?? Number.NaN)));
    expect(difference.some((value) => value !== 0)).toBe(true);
    await expect(page.locator('[data-stage] [data-matrix]:not([data-difference])')).toHaveCount(0);
    // 0 is paper and printed.
    await expect(cell(page, 'q', 0, 0)).toHaveText('0.00');
    const here = cell(page, 'x', 4, 0);
    await here.hover();
    await expect(page.locator('[data-held]')).toHaveText('A 2.00B 3.00B − A 1.00');
    await expect(here).toHaveAttribute('aria-label', /^B − A: .* 1\.00 \(A 2\.00, B 3\.00\)$/);
    await page.reload();
    await expect(cell(page, 'q', 4, 0)).toHaveAttribute('data-value', String(difference[12]));
    expect((await valuesOf(page, 'q')).map(Number)).toEqual(difference);
    await page.keyboard.press('f');
    await expect(page.locator('[data-view="present"] [data-matrix="x"]')).toHaveAttribute(
      'data-difference',
      '',
    );
    await expect(page.locator('[data-held] [data-shown]')).toContainText('B − A');
  });

  test('B − A leaves blank what only one has, and what both mask', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 1000 });
    const tokens = '我有一个玩具';
    await open(page, { step: 'mask', lang: 'en', tokens, a: 's=x_1_1_2', side: 'diff' });
    await ready(page);
    const inBoth = page.locator('[data-matrix="weights"][data-variant="after"] [data-row="0"]');
    await expect(inBoth.nth(0)).toHaveText('0.00');
    await expect(inBoth.nth(1)).toHaveText('');
    const inB = page.locator('[data-matrix="weights"][data-variant="after"] [data-row="5"]');
    await expect(inB.nth(0)).toHaveAttribute('aria-label', /\(only in B\)$/);
    await expect(inB.nth(0)).toHaveText('');
    expect(await page.evaluate(() => /NaN|(?<!-)Infinity/.test(document.body.innerHTML))).toBe(
      false,
    );
  });

  for (const theme of ['light', 'dark', 'projector'])
    for (const width of [1280, 390])
      test(`axe finds nothing beside the difference, ${theme}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 });
        const cells = { s: 'x_5_1_3', cell: 'scores_5_2_h1' };
        await open(page, {
          step: 'scores',
          lang: 'en',
          theme,
          ...cells,
          a: 's=x_3_1_2',
          side: 'diff',
        });
        await expect(page.locator('[data-held]')).toBeVisible();
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });

  test('the embed shows the difference that a link brings', async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 600 });
    await page.goto('/embed.html?step=projection&lang=en&s=x_5_1_3&a=s%3Dx_5_1_2&side=diff');
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '1');
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute(
      'aria-label',
      /^B − A: .* 1\.00 \(A 2\.00, B 3\.00\)$/,
    );
    const said = await page
      .locator('[data-stage]')
      .evaluate((stage) => getComputedStyle(stage, '::after').content);
    expect(said).toBe('"B − A"');
  });

  test('a cell and what depends on it: its row of Q, and nothing is changed', async ({ page }) => {
    await open(page, { step: 'projection', lang: 'en' });
    await ready(page);
    const before = await valuesOf(page, 'q');
    await cell(page, 'x', 2, 0).click();
    await page.getByRole('button', { name: 'What depends on it' }).click();
    await expect(page.locator('[data-matrix="q"] ~ [data-changed]')).toHaveAttribute(
      'data-changed',
      '3',
    );
    await expect(page.locator('[data-matrix="wq"] ~ [data-changed]')).toHaveCount(0);
    expect(await valuesOf(page, 'q')).toEqual(before);
  });
});

test('a long sentence has a lens on the numbers around the pointer', async ({ page }) => {
  const tokens = '我有一个玩具我有一个小狗在公园玩球我有一个玩具我有一个小狗玩具玩';
  await open(page, { step: 'scores', lang: 'en', tokens });
  await ready(page);
  await expect(page.locator('[data-lens]')).toHaveCount(0);
  const here = cell(page, 'scores', 20, 11);
  await here.hover();
  const value = Number(await here.getAttribute('data-value'));
  await expect(page.locator('[data-lens] [data-here]')).toHaveText(
    value.toFixed(2).replace('-', '−'),
  );
  await page.mouse.move(5, 5);
  await expect(page.locator('[data-lens]')).toHaveCount(0);
  await open(page, { step: 'scores', lang: 'en' });
  await ready(page);
  await cell(page, 'scores', 2, 1).hover();
  await expect(page.locator('[data-lens]')).toHaveCount(0);
});

test.describe('the lens by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  for (const scroll of [0, 400])
    test(`shows the numbers, and not under the finger, ${scroll} px down`, async ({ page }) => {
      const tokens = '我有一个玩具我有一个小狗在公园玩球我有一个玩具我有一个小狗玩具玩';
      await open(page, { step: 'scores', lang: 'en', tokens });
      await ready(page);
      await page.locator('main').evaluate((main, top) => main.scrollTo(0, top), scroll);
      const finger = await fingerOn(page);
      await finger.down(await middleOf(cell(page, 'scores', 16, 4)));
      for (const [row, col] of [
        [16, 12],
        [17, 20],
        [18, 29],
      ] as const) {
        const here = cell(page, 'scores', row, col);
        const place = await middleOf(here);
        await finger.to(place);
        const value = Number(await here.getAttribute('data-value'));
        await expect(page.locator('[data-lens] [data-here]')).toHaveText(
          value.toFixed(2).replace('-', '−'),
        );
        const lens = await page.locator('[data-lens]').boundingBox();
        if (!lens) throw new Error('the lens has no box');
        const isOnScreen =
          lens.x >= 0 && lens.y >= 0 && lens.x + lens.width <= 390 && lens.y + lens.height <= 844;
        const isUnderFinger = place.y > lens.y - 24 && place.y < lens.y + lens.height + 8;
        expect([isOnScreen, isUnderFinger]).toEqual([true, false]);
      }
      await finger.up();
      await expect(page.locator('[data-lens]')).toHaveCount(0);
    });
});

test('the page works where what changes it cannot be fetched, and says so where a link needs it', async ({
  page,
  problems,
}) => {
  await page.route('**/assets/changes-*.js', (route) => route.abort());
  await open(page, { step: 'scores', lang: 'en' });
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-step="scale"]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change', exact: true })).toHaveCount(0);
  await open(page, { step: 'scores', lang: 'en', temp: 2 });
  await expect(page.locator('[data-notice="link"]')).toBeVisible();
  // The browser itself speaks of what it could not fetch.
  const expected = problems.filter((problem) => problem.includes('net::ERR_FAILED'));
  expect(expected.length).toBeGreaterThan(0);
  problems.splice(0, problems.length, ...problems.filter((one) => !expected.includes(one)));
});

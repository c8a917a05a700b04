/** Numbers held against others: two states, what depends on a cell, and the lens on cells too small to show theirs. */
import { cell, field, ready, valuesOf } from './support/changes.ts';
import { open } from './support/page.ts';
import { expect, test } from './support/test.ts';

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
    await expect(page.locator('[data-before]')).toHaveText('3.00 in B');
    await expect(page).toHaveURL(/[?&]a=s%3Dx_5_1_3&side=a/);
    await page.reload();
    await ready(page);
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '2');
    await page.getByRole('radio', { name: 'B', exact: true }).check({ force: true });
    await expect(cell(page, 'x', 4, 0)).toHaveAttribute('data-value', '3');
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await expect(page).not.toHaveURL(/[?&]a=/);
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

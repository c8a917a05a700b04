/** The stage under two fingers, which enlarge and move it, and under one, which chooses and scrolls as ever. */
import { cell, ready } from './support/changes.ts';
import { open, settle } from './support/page.ts';
import { expect, test } from './support/test.ts';
import { boxOf, control, expectNear, link, percent, stage } from './support/zoom.ts';
import { touch } from './support/touch.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('two of them pinch and pan, and choose nothing', async ({ page, context }) => {
  await open(page, link);
  await ready(page);
  const session = await context.newCDPSession(page);
  const before = await boxOf(cell(page, 'scores', 16, 16));
  const { x, y } = before.middle;
  await touch(session, 'touchStart', [{ x: x - 30, y }]);
  await touch(session, 'touchStart', [
    { x: x - 30, y },
    { x: x + 30, y },
  ]);
  for (const spread of [45, 60, 75, 90])
    await touch(session, 'touchMove', [
      { x: x - spread, y },
      { x: x + spread, y },
    ]);
  await settle(page);
  expect(await percent(page)).toBeCloseTo(300, -1);
  const zoomed = await boxOf(cell(page, 'scores', 16, 16));
  expectNear(zoomed.middle.x, x);
  expectNear(zoomed.middle.y, y);
  for (const by of [10, 20, 30])
    await touch(session, 'touchMove', [
      { x: x - 90, y: y - by },
      { x: x + 90, y: y - by },
    ]);
  await touch(session, 'touchEnd', []);
  await settle(page);
  expect(Math.abs((await boxOf(cell(page, 'scores', 16, 16))).middle.y - (y - 30))).toBeLessThan(4);
  expect(new URL(page.url()).searchParams.has('cell')).toBe(false);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  for (const button of await control(page).getByRole('button').all()) {
    const { width, height } = await boxOf(button);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
});

test('one of them chooses a cell, enlarged or not', async ({ page, context }) => {
  await open(page, link);
  await ready(page);
  const session = await context.newCDPSession(page);
  const { middle } = await boxOf(cell(page, 'scores', 10, 10));
  await touch(session, 'touchStart', [middle]);
  await touch(session, 'touchEnd', []);
  await expect.poll(() => new URL(page.url()).searchParams.get('cell')).toContain('scores_');
  expect(await percent(page)).toBe(100);
});

test('one of them scrolls the page, enlarged or not', async ({ page, context }) => {
  await open(page, link);
  await ready(page);
  const session = await context.newCDPSession(page);
  await cell(page, 'scores', 3, 3).focus();
  await page.keyboard.press('+');
  await expect(control(page)).toBeVisible();
  const { x, y } = (await boxOf(stage(page))).middle;
  await touch(session, 'touchStart', [{ x, y }]);
  for (const by of [20, 60, 100, 140]) await touch(session, 'touchMove', [{ x, y: y - by }]);
  await touch(session, 'touchEnd', []);
  const scrolled = (): Promise<number> => page.locator('main').evaluate((main) => main.scrollTop);
  await expect.poll(scrolled).toBeGreaterThan(0);
  expect(await percent(page)).toBeCloseTo(141, 0);
});

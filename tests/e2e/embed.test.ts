/** The embedded figure in somebody's blog: plain, sandboxed and from disk; right height, never in the way. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import { dist } from '../../scripts/lib/site.ts';
import { blogPage } from './support/origins.ts';
import { placeOf, stageDrawn } from './support/page.ts';
import { readStage } from './support/stage.ts';
import { expect, test } from './support/test.ts';
import { truthOf } from './support/truth.ts';

interface Message {
  readonly source: string;
  readonly v: number;
  readonly id: string | null;
  readonly type: string;
  readonly height?: number;
  readonly step?: string;
}

const messages = (page: Page): Promise<readonly Message[]> =>
  page.evaluate(() => (window as unknown as { messages: readonly Message[] }).messages);

const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        let left = wanted;
        const next = (): void => {
          left -= 1;
          if (left < 0) resolve();
          else requestAnimationFrame(next);
        };
        next();
      }),
    count,
  );

/** Waits until the frame has nothing more to say: no message for several frames. */
const silence = async (page: Page): Promise<readonly Message[]> => {
  let before = -1;
  let now = (await messages(page)).length;
  for (let turn = 0; now !== before; turn++) {
    if (turn > 20) throw new Error('the frame never stops talking');
    before = now;
    await frames(page, 15);
    now = (await messages(page)).length;
  }
  return messages(page);
};

/** Opens the blog with the figure in it and waits until it is drawn. */
const visit = async (page: Page, query: string, sandbox?: string): Promise<Frame> => {
  await page.goto(blogPage(query, sandbox));
  await expect.poll(async () => (await messages(page)).map(({ type }) => type)).toContain('height');
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  if (!frame) throw new Error('the blog has no frame');
  await stageDrawn(frame);
  return frame;
};

const lastHeight = (all: readonly Message[]): number =>
  all.findLast(({ type }) => type === 'height')?.height ?? Number.NaN;

const showsScores = async (frame: Page | Frame): Promise<void> => {
  const scores = (await readStage(frame)).find(({ matrix }) => matrix === 'scores');
  if (!scores) throw new Error('the figure has no scores');
  const want = truthOf('scores', 0, scores);
  expect(scores.cells.map(({ value }) => value)).toEqual([...want.data].map(String));
};

for (const [kind, sandbox] of [
  ['plain', undefined],
  ['sandboxed', 'allow-scripts'],
] as const)
  test(`a ${kind} frame shows its figure, says so and settles`, async ({ page }) => {
    const frame = await visit(page, '?step=scores&lang=en&id=fig-6', sandbox);
    await showsScores(frame);
    const said = await silence(page);
    expect(said[0]?.type).toBe('ready');
    for (const message of said)
      expect(message).toMatchObject({ source: 'seeing-attention', v: 1, id: 'fig-6' });
    const height = lastHeight(said);
    expect(height).toBeGreaterThanOrEqual(200);
    expect(height).toBeLessThanOrEqual(4000);
    expect(said.filter(({ type }) => type === 'height').length).toBeLessThanOrEqual(3);

    await page.setViewportSize({ width: 420, height: 700 });
    await expect.poll(async () => lastHeight(await messages(page))).not.toBe(height);
    await silence(page);

    await frame.getByRole('button', { name: 'Next', exact: true }).click();
    expect((await placeOf(frame)).beat).toBe(1);
    await frame.getByRole('button', { name: 'Next', exact: true }).click();
    await expect
      .poll(async () => (await messages(page)).findLast(({ type }) => type === 'step')?.step)
      .toBe('scale');
    const stored = await frame.evaluate(() => {
      try {
        return typeof localStorage.length;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(stored).toBe(sandbox === undefined ? 'number' : 'SecurityError');
  });

test('from disk it works as well', async ({ page }) => {
  await page.goto(`${pathToFileURL(join(dist, 'embed.html')).href}?step=scores&lang=en`);
  await stageDrawn(page);
  await showsScores(page);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  expect((await placeOf(page)).step).toBe('scale');
});

for (const step of ['architecture', 'weights', 'scores', 'one-row', 'heads', 'prediction'])
  test(`the height of ${step} is its document's at every width`, async ({ page }) => {
    const frame = await visit(page, `?step=${step}`);
    for (const width of [680, 480, 340, 320]) {
      await page.locator('iframe').evaluate((element, pixels) => {
        (element as HTMLIFrameElement).width = String(pixels);
      }, width);
      const height = lastHeight(await silence(page));
      const box = await frame.evaluate(() => {
        const { scrollHeight, scrollWidth } = document.documentElement;
        return { scrollHeight, scrollWidth, innerHeight, innerWidth };
      });
      const name = `${step} at ${width}`;
      expect.soft(box.innerWidth, name).toBe(width);
      expect.soft(box.scrollWidth, `${name}: no scrolling sideways`).toBeLessThanOrEqual(width);
      expect.soft(Math.abs(box.innerHeight - height), name).toBeLessThanOrEqual(2);
      expect.soft(box.scrollHeight, `${name}: nothing to scroll`).toBeLessThanOrEqual(height + 2);
    }
  });

test('it does not take the focus, the wheel or the keys of its host', async ({ page }) => {
  await page.setViewportSize({ width: 760, height: 320 });
  const frame = await visit(page, '?step=scores');
  await silence(page);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.keyboard.press('ArrowRight');
  expect((await placeOf(frame)).step, 'keys belong to the host').toBe('scores');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.mouse.move(300, 200);
  await page.mouse.wheel(0, 150);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
});

test('Tab goes in, through and out again', async ({ page }) => {
  const frame = await visit(page, '?step=scores');
  await page.evaluate(() => {
    for (const place of ['afterbegin', 'beforeend'] as const)
      document.body.insertAdjacentHTML(place, `<button id="${place}">host</button>`);
  });
  await page.locator('#afterbegin').focus();
  let inside = 0;
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.id ?? '');
    if (at === 'beforeend') break;
    inside += 1;
  }
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('beforeend');
  expect(inside).toBeGreaterThan(5);
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  await page.keyboard.press('PageDown');
  expect((await placeOf(frame)).step, 'inside, its keys work').not.toBe('scores');
});

test('a bad link shows the default figure and a notice, and posts on', async ({ page }) => {
  const frame = await visit(page, '?step=nonsense&theme=javascript:1&lang=en', 'allow-scripts');
  expect((await placeOf(frame)).step).toBe('architecture');
  await expect(frame.locator('[data-notice="link"]')).toContainText('step, theme');
});

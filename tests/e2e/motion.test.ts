/** Stops that move on the built page: links to a moment, the scrubber, playing. */
import type { Page } from '@playwright/test';
import { createAppStore, selectMotion } from '../../src/store/index.ts';
import { open, placeOf, settle, stageDrawn } from './support/page.ts';
import { readStage } from './support/stage.ts';
import { expect, test } from './support/test.ts';

const slider = (page: Page) => page.locator('[data-view="reader"] figcaption input[type="range"]');

const tickOf = async (page: Page): Promise<number> => Number(await slider(page).inputValue());

/** Numbers that stand in the cells of a matrix. */
const numbersIn = (page: Page, matrix: string): Promise<number> =>
  page.locator(`[data-stage] [data-matrix="${matrix}"] [data-row] text`).count();

/** What is seen frame by frame until a step is reached: the place, the address, and where the scrubber stands. */
const watchUntil = (
  page: Page,
  step: string,
): Promise<readonly { place: string; address: string; tick: string | null }[]> =>
  page.evaluate(
    (last) =>
      new Promise<{ place: string; address: string; tick: string | null }[]>((resolve) => {
        const seen: { place: string; address: string; tick: string | null }[] = [];
        const look = (): void => {
          const root = document.querySelector<HTMLElement>('[data-step]');
          const input = document.querySelector<HTMLInputElement>('figcaption input[type="range"]');
          seen.push({
            place: `${root?.dataset['step']}/${root?.dataset['beat']}`,
            address: location.search,
            tick: input?.value ?? null,
          });
          if (root?.dataset['step'] === last || seen.length > 4000) resolve(seen);
          else requestAnimationFrame(look);
        };
        look();
      }),
    step,
  );

const once = <Value>(list: readonly Value[]): readonly Value[] =>
  list.filter((one, index) => index === 0 || one !== list[index - 1]);

test.describe('a link to a moment', () => {
  for (const [name, address] of [
    ['the reader', '/?step=scores&lang=en&t=0.2'],
    ['the present view', '/?step=scores&lang=en&t=0.2&view=present'],
    ['the embed', '/embed.html?step=scores&lang=en&t=0.2'],
  ] as const)
    test(`opens it in ${name}`, async ({ page }) => {
      await page.goto(address);
      await stageDrawn(page);
      await expect(page.locator('[data-ghosts]')).toHaveCount(1);
      expect(await numbersIn(page, 'scores'), 'cells that are not there yet').toBe(0);
      expect(await numbersIn(page, 'q')).toBeGreaterThan(0);
      await expect(page.locator('[data-inspector] [data-term][data-pending]')).not.toHaveCount(0);
      await expect(page.locator('[data-inspector] [data-result]')).toHaveCount(0);
      await expect(page.locator('[data-notice="link"]')).toHaveCount(0);
    });

  test('keeps every value in the document', async ({ page }) => {
    await open(page, { step: 'scores' });
    const rest = await readStage(page);
    await open(page, { step: 'scores', t: 0 });
    expect(await readStage(page)).toEqual(rest);
  });

  test('survives a reload', async ({ page }) => {
    await open(page, { step: 'scores', t: 0.25 });
    await page.reload();
    await stageDrawn(page);
    expect(await tickOf(page)).toBe(50);
  });

  test('is named where the stop does not move', async ({ page }) => {
    await open(page, { step: 'prediction', beat: 5, lang: 'en', t: 0.5 });
    await expect(page.locator('[data-notice="link"]')).toContainText('(t)');
    await expect(slider(page)).toHaveCount(0);
  });
});

test.describe('the scrubber', () => {
  test('goes through the motion by keyboard, and the step stays', async ({ page }) => {
    await open(page, { step: 'scores', lang: 'en' });
    await slider(page).focus();
    await page.keyboard.press('Home');
    expect([await tickOf(page), await numbersIn(page, 'scores')]).toEqual([0, 0]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await tickOf(page)).toBe(2);
    await expect(page).toHaveURL(/[?&]t=0\.01(&|$)/);
    await page.keyboard.press('End');
    expect(await numbersIn(page, 'scores')).toBe(25);
    await expect(page).not.toHaveURL(/[?&]t=/);
    expect(await placeOf(page)).toEqual({ step: 'scores', beat: 0 });
  });

  test('follows the mouse', async ({ page }) => {
    await open(page, { step: 'scores', lang: 'en' });
    const box = await slider(page).boundingBox();
    if (!box) throw new Error('the scrubber has no box');
    const height = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width - 8, height);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, height, { steps: 5 });
    const middle = await tickOf(page);
    expect(middle > 80 && middle < 120).toBe(true);
    await page.mouse.move(box.x + 2, height, { steps: 5 });
    await page.mouse.up();
    expect([(await tickOf(page)) < 5, await numbersIn(page, 'scores')]).toEqual([true, 0]);
  });

  test('stops what plays', async ({ page }) => {
    await open(page, { step: 'scores', lang: 'en' });
    await page.getByRole('button', { name: 'Play' }).click();
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    const tick = await tickOf(page);
    for (let frames = 0; frames < 5; frames++) await settle(page);
    expect(await tickOf(page)).toBe(tick);
  });
});

test.describe('playing', () => {
  const play = async (page: Page): Promise<void> => {
    await page.getByRole('radio', { name: '2×' }).check({ force: true });
    await page.getByRole('button', { name: 'Play' }).click();
  };

  test('walks through the scores and on to their scaling', async ({ page }) => {
    await open(page, { step: 'scores', lang: 'en' });
    await play(page);
    const seen = await watchUntil(page, 'scale');
    expect(once(seen.map(({ place }) => place))).toEqual(['scores/0', 'scores/1', 'scale/0']);
    const ticks = seen.flatMap(({ place, tick }) => (place === 'scores/0' ? [Number(tick)] : []));
    expect(new Set(ticks).size, 'moments on the way').toBeGreaterThan(30);
    expect(ticks.at(-1)).toBe(200);
  });

  test('leaves the address alone within a stop', async ({ page }) => {
    await open(page, { step: 'scores', lang: 'en' });
    await play(page);
    const seen = await watchUntil(page, 'scale');
    const addresses = once(seen.map(({ address }) => address));
    expect(addresses).toEqual([
      '?v=1&step=scores&lang=en',
      '?v=1&step=scores&beat=1&lang=en',
      '?v=1&step=scale&lang=en',
    ]);
  });

  test('shows stills only to who wants no motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, { step: 'scale', lang: 'en' });
    await play(page);
    const seen = await watchUntil(page, 'softmax');
    const ticks = seen.flatMap(({ place, tick }) => (place === 'scale/0' ? [Number(tick)] : []));
    const { stills = [] } = selectMotion(createAppStore({ step: 'scale' }).getState()) ?? {};
    // Before the first frame everything still rests, which may be seen or not.
    const rests = ticks[0] === 200 ? [200] : [];
    expect(once(ticks)).toEqual([...rests, ...stills.map((still) => Math.round(still * 200))]);
    expect(once(seen.map(({ address }) => address))).toEqual([
      '?v=1&step=scale&lang=en',
      '?v=1&step=softmax&lang=en',
    ]);
  });
});

/** Every text of the stage on what it stands on: in every theme and fill, at rest, at every moment, and while another cell is looked at. */
import type { Page } from '@playwright/test';
import { beatOf, steps } from '../../src/walkthrough/index.ts';
import { faintOf } from './support/contrast.ts';
import { inksOf } from './support/layout.ts';
import { follow, open, settle, stageDrawn } from './support/page.ts';
import { drawingOf } from './support/shapes.ts';
import { expect, test } from './support/test.ts';

const themes = ['light', 'dark', 'projector'] as const;
const fills = ['value', 'token'] as const;
const moments = [0, 0.25, 0.5, 0.75, 1];

const faint = async (page: Page): Promise<readonly string[]> =>
  faintOf(await inksOf(page, '[data-stage]'), await drawingOf(page));

/** Looks at a cell of each matrix of the stage, one after the other: the others are dimmed. */
const lookAtEach = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const matrices = page.locator('[data-stage] [data-matrix]');
  for (let index = 0; index < (await matrices.count()); index++) {
    const matrix = matrices.nth(index);
    await matrix.locator('[data-row]').last().focus();
    await settle(page);
    await look(`a cell of ${await matrix.getAttribute('data-matrix')}`);
  }
  await page.evaluate(() => {
    if (document.activeElement instanceof SVGElement) document.activeElement.blur();
  });
};

for (const theme of themes)
  for (const fill of fills)
    test(`every text stands out in the theme ${theme}, filled by ${fill}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, { theme, fill, lang: 'zh-CN' });
      for (const step of steps)
        for (const beat of step.beats.keys()) {
          const place = { step: step.id, beat, theme, fill, lang: 'zh-CN' };
          const name = `${step.id} ${beat}`;
          await follow(page, place);
          await stageDrawn(page);
          expect.soft(await faint(page), `${name} at rest`).toEqual([]);
          await lookAtEach(page, async (seen) => {
            expect.soft(await faint(page), `${name}, looking at ${seen}`).toEqual([]);
          });
          if (beatOf(step, beat).motion === null) continue;
          for (const moment of moments) {
            await follow(page, { ...place, t: moment });
            expect.soft(await faint(page), `${name} at ${moment}`).toEqual([]);
          }
        }
    });

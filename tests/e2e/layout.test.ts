/** Every step at every size: nothing beside the stage, nothing too small, nothing on top of anything else. */
import type { Page } from '@playwright/test';
import { steps } from '../../src/walkthrough/index.ts';
import { collisionsOf, inksOf, type Ink } from './support/layout.ts';
import { open, settle, stageDrawn, type Language } from './support/page.ts';
import { expect, test } from './support/test.ts';

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly view?: 'present';
}

const screens: readonly Screen[] = [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

const projector: Screen = { width: 1920, height: 1080, view: 'present' };

/** The floor of type; sub- and superscripts belong to a larger line. */
const smallest = 11;
const smallestScript = 7.3;

interface Boxes {
  readonly stage: { left: number; top: number; right: number; bottom: number };
  readonly scrollsSideways: boolean;
  /** Boxes beside the stage that its drawing covers. */
  readonly covered: readonly string[];
}

const boxesOf = (page: Page): Promise<Boxes> =>
  page.evaluate(() => {
    const drawing = document.querySelector('[data-stage] svg')?.getBoundingClientRect();
    const box = document.querySelector('[data-stage]')?.getBoundingClientRect();
    if (!box || !drawing) throw new Error('boxesOf: the page has no stage');
    const neighbours = ['figcaption', '[role=group]', 'header', 'footer', 'aside', 'nav'].flatMap(
      (selector) => [...document.querySelectorAll(selector)],
    );
    const covered = neighbours.filter((element) => {
      if (
        element.closest('[data-stage]') ||
        element.contains(document.querySelector('[data-stage]'))
      )
        return false;
      const other = element.getBoundingClientRect();
      const across = Math.min(other.right, drawing.right) - Math.max(other.left, drawing.left);
      const down = Math.min(other.bottom, drawing.bottom) - Math.max(other.top, drawing.top);
      // On a phone the main part scrolls under header, map and stepper.
      const scrolls = element.closest('main') === null && innerWidth < 600;
      return !scrolls && across > 1 && down > 1;
    });
    return {
      stage: {
        left: box.left,
        top: Math.min(box.top, drawing.top),
        right: box.right,
        bottom: Math.max(box.bottom, drawing.bottom),
      },
      scrollsSideways: document.documentElement.scrollWidth > innerWidth,
      covered: covered.map((element) => `${element.tagName} ${element.getAttribute('aria-label')}`),
    };
  });

const isOutside = (ink: Ink, box: Boxes['stage']): boolean =>
  ink.left < box.left - 1 ||
  ink.right > box.right + 1 ||
  ink.top < box.top - 1 ||
  ink.bottom > box.bottom + 1;

const isTooSmall = ({ size, script }: Ink): boolean =>
  size < (script ? smallestScript : smallest) - 0.05;

/** Everything that is wrong with the picture as it stands. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const { stage, scrollsSideways, covered } = await boxesOf(page);
  const onStage = await inksOf(page, '[data-stage]');
  const onPage = await inksOf(page, 'body');
  return [
    ...(scrollsSideways ? ['the page scrolls sideways'] : []),
    ...covered.map((name) => `the stage covers ${name}`),
    ...onStage.filter((ink) => isOutside(ink, stage)).map(({ text }) => `outside: “${text}”`),
    ...new Set(
      onPage.filter(isTooSmall).map(({ text, size }) => `too small: “${text}” ${size.toFixed(1)}`),
    ),
    ...collisionsOf(onStage).map((pair) => `collide: ${pair}`),
  ];
};

/** Every size in turn; each step is seen in both languages, and in each size in at least one of them. */
for (const [index, step] of steps.entries())
  for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[])
    test(`${step.id} in ${language} fits its screens`, async ({ page }) => {
      const chosen = screens.filter(
        (_, place) => language === 'zh-CN' || (place + index) % 2 === 0 || place >= 5,
      );
      await page.setViewportSize(chosen[0] ?? projector);
      await open(page, { step: step.id, lang: language });
      for (const screen of chosen) {
        await page.setViewportSize(screen);
        await settle(page);
        await stageDrawn(page);
        const name = `${step.id} ${language} ${screen.width}×${screen.height}`;
        expect.soft(await faultsOf(page), name).toEqual([]);
      }
      for (const beat of language === 'zh-CN' ? step.beats.keys() : [0]) {
        await page.setViewportSize(projector);
        await open(page, { step: step.id, lang: language, view: 'present', beat });
        expect.soft(await faultsOf(page), `${step.id} ${language} presented, ${beat}`).toEqual([]);
      }
    });

/** Beats change what stands on the stage. */
for (const step of steps.filter(({ beats }) => beats.length > 1))
  test(`the beats of ${step.id} fit a desk and a phone`, async ({ page }) => {
    for (const beat of [...step.beats.keys()].slice(1)) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await open(page, { step: step.id, beat });
      expect.soft(await faultsOf(page), `beat ${beat} at 1366×768`).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await settle(page);
      expect.soft(await faultsOf(page), `beat ${beat} at 390×844`).toEqual([]);
    }
  });

/** Nine heads make the narrowest pictures. */
for (const step of ['weights', 'heads'])
  test(`${step} with one and with nine heads fits`, async ({ page }) => {
    for (const heads of [1, 9]) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, { step, heads });
      expect.soft(await faultsOf(page), `${heads} heads at 1440×900`).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await settle(page);
      expect.soft(await faultsOf(page), `${heads} heads at 390×844`).toEqual([]);
    }
  });

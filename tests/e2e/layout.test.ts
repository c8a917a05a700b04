/** Every step at every size: nothing beside the stage, nothing too small, nothing on top of anything else. */
import type { Page } from '@playwright/test';
import { steps } from '../../src/walkthrough/index.ts';
import { collisionsOf, inksOf, type Ink } from './support/layout.ts';
import { languages, open, settle, stageDrawn, type Language } from './support/page.ts';
import { expect, test } from './support/test.ts';

interface Screen {
  readonly width: number;
  readonly height: number;
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

const projector: Screen = { width: 1920, height: 1080 };

const embedded: readonly Screen[] = [
  { width: 680, height: 460 },
  { width: 480, height: 360 },
  { width: 340, height: 420 },
];

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

/** How far a text reaches out of the stage, in pixels. */
const overhang = (ink: Ink, box: Boxes['stage']): number =>
  Math.max(box.left - ink.left, ink.right - box.right, box.top - ink.top, ink.bottom - box.bottom);

const isTooSmall = ({ size, script }: Ink): boolean =>
  size < (script ? smallestScript : smallest) - 0.05;

/** Everything that is wrong with the picture as it stands. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const { stage, scrollsSideways, covered } = await boxesOf(page);
  const onPage = await inksOf(page, 'body');
  const onStage = onPage.filter((ink) => ink.onStage);
  return [
    ...(scrollsSideways ? ['the page scrolls sideways'] : []),
    ...covered.map((name) => `the stage covers ${name}`),
    ...onStage
      .filter((ink) => overhang(ink, stage) > 1)
      .map((ink) => `outside: “${ink.text}” by ${overhang(ink, stage).toFixed(1)}`),
    ...new Set(
      onPage.filter(isTooSmall).map(({ text, size }) => `too small: “${text}” ${size.toFixed(1)}`),
    ),
    ...collisionsOf(onStage).map((pair) => `collide: ${pair}`),
  ];
};

/** In Chinese at every size, in English on the phones and on a third of the others in turn. */
const screensFor = (language: Language, index: number): readonly Screen[] =>
  screens.filter(
    ({ width }, place) => language === 'zh-CN' || width < 400 || (place + index) % 3 === 0,
  );

for (const [index, step] of steps.entries())
  for (const language of languages)
    test(`${step.id} in ${language} fits its screens`, async ({ page }) => {
      await open(page, { step: step.id, lang: language });
      for (const screen of screensFor(language, index)) {
        await page.setViewportSize(screen);
        await stageDrawn(page);
        const name = `${step.id} ${language} ${screen.width}×${screen.height}`;
        expect.soft(await faultsOf(page), name).toEqual([]);
      }
      await page.setViewportSize(projector);
      await open(page, { step: step.id, lang: language, view: 'present' });
      for (const beat of step.beats.keys()) {
        if (beat > 0) await page.keyboard.press('PageDown');
        await stageDrawn(page);
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

/** The notice has more to say the more is switched off. */
for (const language of languages)
  test(`the prediction with parts switched off fits in ${language}`, async ({ page }) => {
    for (const off of ['1,2,positions', '1,2,3,positions'])
      for (const beat of [0, 5])
        for (const size of [projector, ...screens]) {
          const link = { step: 'prediction', lang: language, off, beat, scale: 'off', mask: 'off' };
          await page.setViewportSize(size);
          await open(page, link);
          const name = `off=${off}, beat ${beat}, ${size.width}×${size.height}`;
          expect.soft(await faultsOf(page), name).toEqual([]);
        }
  });

/** Opened stations have pictures of their own, in frames of every kind. */
for (const language of languages)
  test(`the opened stations of the prediction fit in ${language}`, async ({ page }) => {
    for (const beat of [1, 2, 3, 4]) {
      for (const size of screens) {
        await page.setViewportSize(size);
        await open(page, { step: 'prediction', lang: language, beat });
        const name = `beat ${beat}, ${size.width}×${size.height}`;
        expect.soft(await faultsOf(page), name).toEqual([]);
      }
      for (const size of embedded) {
        await page.setViewportSize(size);
        await open(page, `embed.html?step=prediction&beat=${beat}&lang=${language}`);
        const name = `beat ${beat}, embedded, ${size.width}×${size.height}`;
        expect.soft(await faultsOf(page), name).toEqual([]);
      }
    }
  });

/** Every stop at every moment at every size: nothing beside the stage, nothing too small or too faint, nothing on top of anything else. */
import type { Page } from '@playwright/test';
import { beatOf, steps } from '../../src/walkthrough/index.ts';
import { faultsOf } from './support/faults.ts';
import { follow, languages, open, stageDrawn } from './support/page.ts';
import { expect, test } from './support/test.ts';

interface Screen {
  readonly width: number;
  readonly height: number;
  /** Somebody's page instead of the site's. */
  readonly embed?: true;
  readonly present?: true;
}

const desk: Screen = { width: 1440, height: 900 };
const phone: Screen = { width: 390, height: 844 };

const readers: readonly Screen[] = [
  desk,
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  phone,
  { width: 320, height: 640 },
];

const screens: readonly Screen[] = [
  ...readers,
  { width: 1920, height: 1080, present: true },
  { width: 1024, height: 768, present: true },
  { width: 680, height: 460, embed: true },
  { width: 480, height: 360, embed: true },
  { width: 340, height: 420, embed: true },
];

/** The floor of type: 11 px, and on a projector what the back row reads. */
const smallestOn = ({ height, present }: Screen): number => (present ? height / 45 : 11);

const moments = [0, 0.25, 0.5, 0.75, 1];

/** Every stop, at rest and, where it moves, at every moment. */
const states = steps.flatMap((step) =>
  [...step.beats.keys()].flatMap((beat) =>
    [null, ...(beatOf(step, beat).motion === null ? [] : moments)].map((moment) => ({
      step: step.id,
      beat,
      moment,
    })),
  ),
);

/** What can be reached by scrolling alone where nobody would: beyond a phone's frame, or below a projector's text. */
const outOfReach = (page: Page, { width, present, embed }: Screen): Promise<readonly string[]> =>
  page.evaluate(
    ([isPhone, isPresent]) => {
      const { scrollHeight } = document.documentElement;
      const text = document.querySelector('main h1')?.parentElement;
      return [
        ...(isPhone && scrollHeight > innerHeight ? [`the page is ${scrollHeight} px high`] : []),
        ...(isPresent && text && text.scrollHeight > text.clientHeight + 1
          ? [`${text.scrollHeight - text.clientHeight} px of the text are cut`]
          : []),
      ];
    },
    [width < 600 && embed !== true, present === true] as const,
  );

const check = async (
  page: Page,
  screen: Screen,
  name: string,
  scope?: '[data-stage]',
): Promise<void> => {
  expect.soft(await faultsOf(page, smallestOn(screen), scope), name).toEqual([]);
  if (scope === undefined) expect.soft(await outOfReach(page, screen), name).toEqual([]);
};

for (const screen of screens)
  for (const language of languages) {
    const { width, height, embed, present } = screen;
    const kind = (present && ' present view') || (embed && ' embed') || '';
    test(`every moment of every stop fits ${width}×${height}${kind} in ${language}`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const shared = { lang: language, ...(present ? { view: 'present' } : {}) };
      await page.setViewportSize(screen);
      await page.goto(`${embed ? '/embed.html' : '/'}?${new URLSearchParams(shared).toString()}`);
      await stageDrawn(page);
      for (const { step, beat, moment } of states) {
        const place = { step, beat, ...shared };
        await follow(page, moment === null ? place : { ...place, t: moment });
        if (moment === null) {
          await expect(page.locator(`[data-step="${step}"][data-beat="${beat}"]`)).toBeVisible();
          await stageDrawn(page);
        }
        const name = `${step} ${beat} at ${moment ?? 'rest'}`;
        await check(page, screen, name, moment === null ? undefined : '[data-stage]');
      }
    });
  }

/** Tokens as columns, where frames differ most. */
const turned: readonly Screen[] = [
  desk,
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  phone,
  { width: 1920, height: 1080, present: true },
  { width: 680, height: 460, embed: true },
];

for (const screen of turned)
  for (const language of languages) {
    const { width, height, embed, present } = screen;
    const kind = (present && ' present view') || (embed && ' embed') || '';
    test(`every stop fits ${width}×${height}${kind} in ${language}, in columns`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const shared = {
        lang: language,
        orientation: 'columns',
        ...(present ? { view: 'present' } : {}),
      };
      await page.setViewportSize(screen);
      await page.goto(`${embed ? '/embed.html' : '/'}?${new URLSearchParams(shared).toString()}`);
      await stageDrawn(page);
      for (const { step, beat, moment } of states) {
        if (moment !== null) continue;
        await follow(page, { step, beat, ...shared });
        await expect(page.locator(`[data-step="${step}"][data-beat="${beat}"]`)).toBeVisible();
        await stageDrawn(page);
        await check(page, screen, `${step} ${beat}`);
      }
    });
  }

/** Nine heads make the narrowest pictures. */
for (const step of ['weights', 'heads'])
  test(`${step} with one and with nine heads fits`, async ({ page }) => {
    for (const heads of [1, 9])
      for (const screen of [desk, phone]) {
        await page.setViewportSize(screen);
        await open(page, { step, heads });
        await check(page, screen, `${heads} heads at ${screen.width}×${screen.height}`);
      }
  });

/** The shortest and the longest sentence, beyond what the model has positions for. */
for (const language of languages)
  test(`parallel with 2 and 32 tokens fits in ${language}`, async ({ page }) => {
    for (const screen of screens.filter(({ embed }) => !embed))
      for (const tokens of ['2', '32']) {
        const { width, height, present } = screen;
        await page.setViewportSize(screen);
        await open(page, {
          step: 'parallel',
          lang: language,
          ...(present ? { view: 'present' } : {}),
        });
        await page.locator('[data-stage] input[type="range"]').fill(tokens);
        await check(page, screen, `${tokens} tokens at ${width}×${height}`);
      }
  });

/** One layer and as many as GPT-3 has. */
for (const language of languages)
  test(`black-box with 1 and 96 layers fits in ${language}`, async ({ page }) => {
    for (const screen of screens)
      for (const layers of ['1', '6', '96']) {
        const { width, height, embed, present } = screen;
        await page.setViewportSize(screen);
        const link = { step: 'black-box', lang: language, ...(present ? { view: 'present' } : {}) };
        await open(page, `${embed ? 'embed.html' : ''}?${new URLSearchParams(link).toString()}`);
        await page.locator('[data-stage] input[type="range"]').fill(layers);
        await check(page, screen, `${layers} layers at ${width}×${height}`);
      }
  });

/** The notice has more to say the more is switched off. */
for (const language of languages)
  test(`the prediction with parts switched off fits in ${language}`, async ({ page }) => {
    for (const off of ['1,2,positions', '1,2,3,positions'])
      for (const beat of [0, 5])
        for (const screen of [{ width: 1920, height: 1080 }, ...readers]) {
          const link = { step: 'prediction', lang: language, off, beat, scale: 'off', mask: 'off' };
          await page.setViewportSize(screen);
          await open(page, link);
          const name = `off=${off}, beat ${beat}, ${screen.width}×${screen.height}`;
          await check(page, screen, name);
        }
  });

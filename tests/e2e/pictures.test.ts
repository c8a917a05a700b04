/**
 * Pictures of every scene, theme, language and size class, against those that were looked at and found good. Taken anew by
 * `npx playwright test pictures --update-snapshots`, to be looked at again before they are committed.
 */
import type { StepId } from '../../src/walkthrough/index.ts';
import { open, queryOf, type Link } from './support/page.ts';
import { expect, test } from './support/test.ts';

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly page?: 'embed.html';
  readonly view?: 'present';
}

const screens = {
  desk: { width: 1440, height: 900 },
  laptop: { width: 1366, height: 768 },
  low: { width: 1280, height: 720 },
  small: { width: 1024, height: 768 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
  projector: { width: 1920, height: 1080, view: 'present' },
  embed: { width: 680, height: 460, page: 'embed.html' },
  card: { width: 340, height: 420, page: 'embed.html' },
} as const satisfies Record<string, Screen>;

type Picture = readonly [StepId, keyof typeof screens, 'zh-CN' | 'en', Link?];

/** Every scene once at least; every theme, language, size class and fill, and moments of motions. */
const pictures: readonly Picture[] = [
  ['architecture', 'desk', 'zh-CN', { theme: 'light' }],
  ['architecture', 'phone', 'en', { theme: 'dark', beat: 1 }],
  ['tokens', 'laptop', 'en', { theme: 'light', beat: 1 }],
  ['black-box', 'tablet', 'zh-CN', { theme: 'dark' }],
  ['weights', 'low', 'en', { theme: 'light', heads: 9 }],
  ['projection', 'projector', 'zh-CN', {}],
  ['scores', 'desk', 'zh-CN', { theme: 'light' }],
  ['scores', 'card', 'en', { theme: 'light', t: 0.08 }],
  ['scores', 'projector', 'en', { t: 0.3 }],
  ['scores', 'embed', 'zh-CN', { theme: 'dark', fill: 'token' }],
  ['scale', 'small', 'en', { theme: 'dark' }],
  ['softmax', 'desk', 'en', { theme: 'dark', t: 0.5 }],
  ['context', 'embed', 'en', { theme: 'light' }],
  ['context', 'projector', 'zh-CN', { theme: 'dark' }],
  ['one-row', 'phone', 'zh-CN', { theme: 'light', beat: 1 }],
  ['formula', 'laptop', 'zh-CN', { theme: 'projector' }],
  ['heads', 'desk', 'zh-CN', { theme: 'light', t: 0.5 }],
  ['mask', 'narrow', 'zh-CN', { theme: 'dark' }],
  ['prediction', 'desk', 'en', { theme: 'light' }],
  ['prediction', 'tablet', 'zh-CN', { theme: 'light', beat: 1 }],
  ['scale-up', 'laptop', 'zh-CN', { theme: 'light' }],
  ['scale-up', 'small', 'en', { theme: 'dark', beat: 1 }],
  ['roles', 'narrow', 'en', { theme: 'light' }],
  ['cross-attention', 'small', 'zh-CN', { theme: 'light', fill: 'token' }],
  ['parallel', 'projector', 'en', {}],
];

/** Pixels that may differ: a moved label or cell is some hundreds, a changed colour rule thousands. */
const tolerance = { threshold: 0.05, maxDiffPixels: 40, animations: 'disabled' } as const;

// The pictures hold the fonts of one system; elsewhere every letter would differ.
test.skip(process.platform !== 'linux', 'the pictures were taken with Linux’s fonts');

for (const [step, size, lang, more = {}] of pictures) {
  const { width, height, page: file, view }: Screen = screens[size];
  const name = `${step}-${size}-${lang}`;
  test(`${name} looks as it did`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const link = { step, lang, ...(view ? { view } : {}), ...more };
    await open(page, `${file ?? ''}${queryOf(link)}`);
    // The large map fills up while it is computed.
    await expect(page.locator('[data-map="running"]')).toHaveCount(0);
    await expect(page.locator(file ? 'body' : 'main')).toHaveScreenshot(`${name}.png`, tolerance);
  });
}

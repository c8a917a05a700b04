/** Hostile texts become tokens, or nothing, and do no harm: from a link and typed by hand. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { tokensOf } from '../../src/changes/sentence.ts';
import { dialog, ready } from './support/changes.ts';
import { open } from './support/page.ts';
import { expect, test } from './support/test.ts';

interface TextCase {
  readonly id: string;
  readonly text: string;
}

const cases = JSON.parse(
  readFileSync(new URL('../fixtures/hostile/text-cases.json', import.meta.url), 'utf8'),
) as readonly TextCase[];

/** Nothing that is no number, nothing that ran, no prototype touched. */
const unharmed = async (page: Page, id: string): Promise<void> => {
  const found = await page.evaluate(() => ({
    xss: '__xss' in window,
    polluted: ['x', 'polluted'].filter((key) => key in Object.prototype),
    broken: [...document.querySelectorAll('[data-value]')]
      .map((one) => one.getAttribute('data-value') ?? '')
      .filter((value) => value !== '-Infinity' && !Number.isFinite(Number(value))),
  }));
  expect(found, id).toEqual({ xss: false, polluted: [], broken: [] });
};

const chunk = 15;
for (let from = 0; from < cases.length; from += chunk)
  test(`hostile texts ${from + 1} to ${Math.min(from + chunk, cases.length)} become tokens, by link and by hand`, async ({
    page,
  }) => {
    test.slow();
    for (const { id, text } of cases.slice(from, from + chunk)) {
      const { tokens } = tokensOf(text);
      // A link carries well-formed text, and no more than its 2,000 characters.
      const carried = !/\p{Cs}/u.test(text) && encodeURIComponent(text).length < 1900;
      if (carried) {
        await open(page, `?step=scores&lang=en&tokens=${encodeURIComponent(text)}`);
        const rows = tokens.length === 0 ? 5 : tokens.length;
        await expect(page.locator('[data-matrix="scores"]'), id).toHaveAttribute(
          'data-rows',
          String(rows),
        );
        const isUsed = tokens.length > 0 && !tokensOf(text).isCut;
        await expect(page.locator('[data-notice="link"]'), id).toHaveCount(isUsed ? 0 : 1);
        await unharmed(page, id);
      } else await open(page, '?step=scores&lang=en');
      await ready(page);
      await page.keyboard.press('e');
      await dialog(page).getByLabel('Sentence').fill(text);
      await dialog(page).getByLabel('Sentence').press('Enter');
      if (tokens.length > 0)
        await expect(page.locator('[data-matrix="scores"]'), id).toHaveAttribute(
          'data-rows',
          String(tokens.length),
        );
      await unharmed(page, id);
    }
  });

/** Links: the article's figures, values that cannot be used, and queries made to do harm. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { open, placeOf } from './support/page.ts';
import { expect, test } from './support/test.ts';

const figures = [
  'architecture',
  'tokens',
  'black-box',
  'weights',
  'projection',
  'scores',
  'context',
  'one-row',
  'formula',
  'heads',
];

test('every figure of the article leads to its step', async ({ page }) => {
  for (const [index, step] of figures.entries()) {
    await open(page, { figure: index + 1 });
    expect((await placeOf(page)).step).toBe(step);
  }
  await open(page, '?figure=3&step=mask');
  expect((await placeOf(page)).step, 'the step wins over the figure').toBe('mask');
});

const keys = [
  'view',
  'figure',
  'step',
  'beat',
  't',
  'heads',
  'head',
  'mask',
  'scale',
  'off',
  'v',
  'by',
  'temp',
  's',
  'w',
  'cell',
  'block',
  'ask',
  'fill',
  'lang',
  'theme',
];

const notice = (page: Page) => page.locator('[data-notice="link"]');

/** The keys that the notice names. */
const namedKeys = async (page: Page): Promise<readonly string[]> => {
  const text = await notice(page).innerText();
  return [...text.matchAll(/[a-z]+/g)].map(([key]) => key);
};

const defaults = { step: 'architecture', beat: 0, view: 'reader', lang: 'zh-CN', theme: 'light' };

const stateOf = (page: Page): Promise<typeof defaults> =>
  page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('[data-step]');
    return {
      step: root?.dataset['step'] ?? '',
      beat: Number(root?.dataset['beat']),
      view: root?.dataset['view'] ?? '',
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset['theme'] ?? '',
    };
  });

/** What no link may do, whatever it says. */
const unharmed = async (page: Page, url: string): Promise<void> => {
  const found = await page.evaluate(() => ({
    xss: '__xss' in window,
    polluted: Object.keys(Object.prototype).concat(
      ['x', 'polluted'].filter((key) => key in Object.prototype),
    ),
    broken: /\bNaN\b|undefined|(?<!-)\bInfinity\b/.test(document.body.innerHTML),
  }));
  expect(found, url).toEqual({ xss: false, polluted: [], broken: false });
};

/** The page still does what it is for. */
const usable = async (page: Page, url: string): Promise<void> => {
  const before = await placeOf(page);
  await page.keyboard.press('PageDown');
  expect(await placeOf(page), url).not.toEqual(before);
};

interface Hostile {
  readonly id: string;
  readonly url: string;
  /** What the list asks for. */
  readonly expect: 'default' | 'clamp' | 'ok' | 'reject';
}

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/hostile/url-cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Hostile[] };

/** Cases in words (`<…>` or a sentence) describe what no fixture can hold. */
const literal = cases.filter(({ url }) => /^[?#]/.test(url) && !/<[^>]* [^>]*>|<v:/.test(url));

/** Every value of the fixture, still encoded, and a few of our own near-misses. */
const values = [
  ...new Set([
    ...literal
      .flatMap(({ url }) => /^\?\w+=([^&]*)$/.exec(url)?.[1] ?? [])
      // Right for some key, and so no case of this test.
      .filter((value) => !/^(?:%2B|%20)?[1-9](?:%20)?$/.test(value)),
    '',
    '__proto__',
    'toString',
    'constructor',
    'SCORES',
    'EN',
    '0010',
  ]),
];

const rejectedBy = (value: string): readonly string[] =>
  keys.filter(
    (key) =>
      !(key === 'beat' && value === '0') &&
      // A number that these may have.
      !(['by', 'temp'].includes(key) && value === '1.5'),
  );

/** All keys at once where a link has room for so much of the value, else in two halves. */
const fitting = (value: string): readonly (readonly string[])[] => {
  const half = Math.ceil(keys.length / 2);
  return (value.length + 8) * keys.length < 1000 ? [keys] : [keys.slice(0, half), keys.slice(half)];
};

const chunk = 12;
for (let from = 0; from < values.length; from += chunk)
  test(`values that no key takes, ${from + 1} to ${Math.min(from + chunk, values.length)}`, async ({
    page,
  }) => {
    for (const value of values.slice(from, from + chunk)) {
      for (const some of fitting(value)) {
        const url = `?${some.map((key) => `${key}=${value}`).join('&')}`;
        await open(page, url);
        // A moment that is one, at a stop that does not move, is found out last.
        const rejected = rejectedBy(value).filter((key) => some.includes(key));
        expect.soft((await namedKeys(page)).toSorted(), url).toEqual(rejected.toSorted());
        expect.soft(await stateOf(page), url).toEqual(defaults);
        await unharmed(page, url);
      }
    }
    await usable(page, 'the last of them');
  });

const structures = literal.filter(({ url }) => !/^\?\w+=[^&[{]*$/.test(url) || url.includes('%3C'));

test('queries and hashes made to pollute change nothing', async ({ page }) => {
  for (const { url } of structures.filter(({ id }) => id !== 'dup' && id !== 'empty')) {
    await open(page, url);
    const { step } = await placeOf(page);
    expect.soft(step, url).toBe('architecture');
    await unharmed(page, url);
    await usable(page, url);
  }
});

test('values out of range, doubled or at odds are named, and defaults stand in', async ({
  page,
}) => {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['?step=scores&step=mask', ['step']],
    ['?heads=3&heads=3', ['heads']],
    ['?lang=en&lang=zh-CN&theme=dark&theme=dark', ['lang', 'theme']],
    ['?heads=2', ['heads']],
    ['?head=4', ['head']],
    ['?heads=1&head=2', ['head']],
    ['?figure=0', ['figure']],
    ['?figure=11', ['figure']],
    ['?beat=4', ['beat']],
    ['?beat=5', ['beat']],
    ['?view=print', ['view']],
  ];
  for (const [url, want] of named) {
    await open(page, url);
    expect.soft(await namedKeys(page), url).toEqual(want);
    expect.soft(await stateOf(page), url).toEqual(defaults);
  }
});

/** Two heads are none of ours: in the list's own words, with nine. */
const adapted = (url: string): string => url.replace(/(heads\S*?=(?:%20|%2B)?)2/gi, '$19');

/** How many tokens a text has that is used: joined characters are one, blanks and what is not seen are none. */
const countOf = (text: string): number =>
  [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].filter(({ segment }) =>
    /[\p{L}\p{N}\p{P}\p{S}]/u.test(segment),
  ).length;

/** What is to be seen of a case: heads, tokens, and the keys that the notice names. */
const wanted = ({ expect: want }: Hostile, url: string) => {
  const parameters = new URLSearchParams(url.startsWith('?') ? url : '');
  const used = (key: string): boolean =>
    want !== 'default' && want !== 'reject' && parameters.has(key);
  return {
    heads: used('heads') ? 9 : 3,
    tokens: used('tokens') ? countOf(parameters.get('tokens') ?? '') : 5,
    named:
      want === 'ok'
        ? []
        : ['heads', 'lang', 'theme', 'tokens'].filter((key) => parameters.has(key)).toSorted(),
  };
};

/** Our own key beside one that is not ours, and three heads, which are right. */
const ours = literal.filter(({ id }) => id !== 'heads-not-dividing');

for (let from = 0; from < ours.length; from += chunk)
  test(`the hostile list gets what it asks for, ${from + 1} to ${Math.min(from + chunk, ours.length)}`, async ({
    page,
  }) => {
    for (const one of ours.slice(from, from + chunk)) {
      const url = adapted(one.url);
      await open(page, url.startsWith('?') ? `${url}&step=scores` : `?step=scores${url}`);
      const scores = page.locator('[data-matrix="scores"]');
      await expect(scores).toBeVisible();
      const seen = {
        heads: await page.locator('[data-part="head"] input').count(),
        tokens: Number(await scores.getAttribute('data-rows')),
        named: (await notice(page).isVisible()) ? (await namedKeys(page)).toSorted() : [],
      };
      expect.soft(seen, `${one.id}: ${url}`).toEqual(wanted(one, url));
      await unharmed(page, url);
    }
  });

test('too much is the nearest that there is, and named', async ({ page }) => {
  await open(page, '?step=scale&by=1e9&heads=27&lang=en');
  expect((await namedKeys(page)).filter((key) => ['by', 'heads'].includes(key))).toHaveLength(2);
  await expect(page.getByRole('spinbutton', { name: 'Divide by' })).toHaveValue('100');
  await expect(page.locator('[data-part="head"] input')).toHaveCount(9);
});

test('what can be used of a link is used, and the notice can be put away', async ({ page }) => {
  await open(page, '?step=softmax&head=2&theme=neon&lang=en');
  expect(await stateOf(page)).toEqual({ ...defaults, step: 'softmax', lang: 'en' });
  await expect(page.locator('[data-matrix="weights"]')).toHaveAttribute('data-head', '2');
  expect(await namedKeys(page)).toContain('theme');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(page)).toHaveCount(0);
});

test('a query of more than 2,000 characters is not read, and says so', async ({ page }) => {
  const padded = (length: number): string => {
    const start = '?step=scores&zzz=';
    return start + 'a'.repeat(length - start.length);
  };
  await open(page, padded(2000));
  expect((await placeOf(page)).step).toBe('scores');
  await expect(notice(page)).toHaveCount(0);
  for (const length of [2001, 8000]) {
    await open(page, padded(length));
    expect((await placeOf(page)).step).toBe('architecture');
    await expect(notice(page)).toBeVisible();
    await usable(page, `${length} characters`);
    await expect(page).toHaveURL(/step=tokens/);
  }
});

test('a hash of any length and a thousand changes of it change nothing', async ({ page }) => {
  await open(page, `?step=scores#s=${'A'.repeat(200_000)}`);
  expect((await placeOf(page)).step).toBe('scores');
  await page.evaluate(() => {
    for (let turn = 0; turn < 1000; turn++) history.replaceState(null, '', `#${turn}`);
    for (let turn = 0; turn < 30; turn++) location.hash = `#h${turn}`;
  });
  expect((await placeOf(page)).step).toBe('scores');
  await usable(page, 'after a thousand hashes');
});

test('unknown keys are ignored quietly and kept', async ({ page }) => {
  await open(page, '?zzz=1&step=scores');
  await expect(notice(page)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/zzz=1/);
  await expect(page).toHaveURL(/step=scale/);
});

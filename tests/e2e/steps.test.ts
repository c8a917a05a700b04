/** Every step in both languages: the matrices it names are on the stage, and every number on it is the library's. */
import type { Page } from '@playwright/test';
import { loadMessages, messagesOf } from '../../src/i18n/index.ts';
import { endToken, exampleTokens, memoryTokens } from '../../src/example/index.ts';
import { beatOf, steps, type Step } from '../../src/walkthrough/index.ts';
import { languages, open, placeOf } from './support/page.ts';
import { nameOf, readStage, type DrawnMatrix } from './support/stage.ts';
import { expect, test } from './support/test.ts';
import { bestNext, truthOf } from './support/truth.ts';

/** Pictures that show some rows or columns of a matrix; all others show it whole. */
const shownInPart: Readonly<Record<string, readonly string[]>> = {
  tokens: ['tokenEmbedding', 'positionEmbedding'],
  'one-row': ['weights', 'context'],
  roles: ['q', 'scores', 'weights', 'context'],
  prediction: ['*'],
};

const isInPart = (step: string, matrix: string): boolean => {
  const names = shownInPart[step] ?? [];
  return names.includes('*') || names.includes(matrix);
};

/** Up to the softmax there are only sums and products, which are the same everywhere; two engines may differ in the last digit of exp. */
const beforeSoftmax: ReadonlySet<string> = new Set(
  'tokenEmbedding positionEmbedding x wq wk wv wo q k v scores scaled masked'.split(' '),
);

const agrees = (matrix: string, text: string, want: number): boolean => {
  if (beforeSoftmax.has(matrix) || !Number.isFinite(want)) return text === String(want);
  const got = Number(text);
  return String(got) === text && Math.abs(got - want) <= 1e-12 * Math.max(1, Math.abs(want));
};

/** What is wrong with one matrix of the stage, in words. */
const faultsOf = (step: string, beat: number, drawn: DrawnMatrix): readonly string[] => {
  const name = nameOf(drawn);
  const want = truthOf(step, beat, drawn);
  if (want.rows !== drawn.rows || want.cols !== drawn.cols)
    return [`${name} is ${drawn.rows}×${drawn.cols}, should be ${want.rows}×${want.cols}`];
  const rows = new Set(drawn.cells.map(({ row }) => row));
  const cols = new Set(drawn.cells.map(({ col }) => col));
  const seats = new Set(drawn.cells.map(({ row, col }) => `${row},${col}`));
  const faults: string[] = [];
  if (seats.size !== drawn.cells.length || seats.size !== rows.size * cols.size || seats.size === 0)
    faults.push(`${name}: ${drawn.cells.length} cells on ${seats.size} seats`);
  if (!isInPart(step, drawn.matrix) && seats.size !== want.rows * want.cols)
    faults.push(`${name}: ${seats.size} cells of ${want.rows * want.cols}`);
  for (const { row, col, value } of drawn.cells) {
    const expected = want.data[row * want.cols + col] ?? Number.NaN;
    if (!agrees(drawn.matrix, value, expected))
      faults.push(`${name}[${row}][${col}] is ${value}, should be ${expected}`);
  }
  return faults;
};

/** Texts and attributes that show a number that is none, or a value that was never there. */
const brokenTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const broken = /\bNaN\b|undefined|\[object|\bnull\b/;
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      if (['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
      for (const { name, value } of element.attributes) {
        const isInfinite = value.includes('Infinity');
        const mayBe = name === 'data-value' && value === '-Infinity';
        if (broken.test(value) || (isInfinite && !mayBe))
          found.push(`${element.tagName} ${name}="${value}"`);
      }
      for (const node of element.childNodes)
        if (node instanceof Text && (broken.test(node.data) || node.data.includes('Infinity')))
          found.push(`${element.tagName}: ${node.data}`);
    }
    return found;
  });

const checkBeat = async (page: Page, step: Step, beat: number): Promise<void> => {
  expect(await placeOf(page)).toEqual({ step: step.id, beat });
  const drawn = await readStage(page);
  const names = drawn.map(nameOf);
  expect(new Set(names).size, `each once: ${names.join(', ')}`).toBe(names.length);
  const { reads, makes } = beatOf(step, beat);
  const onStage = new Set(drawn.map(({ matrix }) => matrix));
  const missing = [...reads, ...(makes ? [makes] : [])].filter((name) => !onStage.has(name));
  expect.soft(missing, `matrices that beat ${beat} names and the stage lacks`).toEqual([]);
  expect.soft(drawn.flatMap((matrix) => faultsOf(step.id, beat, matrix)).slice(0, 20)).toEqual([]);
  expect.soft(await brokenTexts(page)).toEqual([]);
};

/** Characters that are said as they are in any language: the tokens, what follows them, and the article's title. */
const quoted: ReadonlySet<string> = new Set([
  ...exampleTokens,
  ...memoryTokens,
  ...bestNext(1).map(({ token }) => token),
  endToken,
]);

const withoutQuotes = (text: string): string =>
  [...text.replaceAll(/《[^》]*》/g, '')].filter((one) => !quoted.has(one)).join('');

const han = /\p{Script=Han}/u;

for (const language of languages)
  for (const step of steps)
    test(`${step.id} in ${language} shows its matrices with the library's numbers`, async ({
      page,
    }) => {
      await loadMessages(language);
      const { title } = messagesOf(language).narration[step.id];
      for (const beat of step.beats.keys()) {
        if (beat > 0 && language !== 'zh-CN') continue;
        await open(page, { step: step.id, lang: language, beat });
        await checkBeat(page, step, beat);
      }
      await expect.soft(page.locator('html')).toHaveAttribute('lang', language);
      await expect.soft(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect.soft(page).toHaveTitle(new RegExp(title.slice(0, 4).replaceAll('·', '.')));
      const prose = await page.getByRole('main').locator('section').first().innerText();
      if (language === 'zh-CN') expect.soft(prose).toMatch(han);
      else expect.soft(withoutQuotes(prose)).not.toMatch(han);
    });

test('the selected head is the one on the stage', async ({ page }) => {
  for (const head of [1, 2, 3]) {
    await open(page, { step: 'scores', head });
    const drawn = await readStage(page);
    expect(drawn.map(nameOf)).toEqual([`q head ${head}`, `k head ${head}`, `scores head ${head}`]);
    expect(drawn.flatMap((matrix) => faultsOf('scores', 0, matrix))).toEqual([]);
  }
});

test('the header says what comes next, as the trained model does', async ({ page }) => {
  await open(page, { step: 'prediction' });
  const said = await page.locator('header ol > li').evaluateAll((items) =>
    items.map((item) => ({
      token: item.querySelector('b')?.textContent ?? '',
      percent: item.querySelector('span')?.textContent ?? '',
    })),
  );
  const best = bestNext(said.length);
  expect(said.length).toBeGreaterThanOrEqual(3);
  expect(said.map(({ token }) => token)).toEqual(best.map(({ token }) => token));
  const off = said.filter(({ percent }, index) => {
    const share = 100 * (best[index]?.probability ?? Number.NaN);
    if (percent === '<1%') return share >= 0.5;
    return Math.abs(Number.parseInt(percent, 10) - share) > 0.5;
  });
  expect(off).toEqual([]);
  await expect(page.locator('[data-departures]')).toHaveCount(0);
});

test('a link with parts switched off shows them off, and the badge says so', async ({ page }) => {
  await open(page, { step: 'prediction', off: '2,positions' });
  const pressed = page.locator('[data-switch][aria-pressed="true"]');
  await expect(pressed).toHaveCount(2);
  await expect(page.locator('[data-departures]')).toHaveAttribute(
    'data-departures',
    'head-off positions-off',
  );
  await pressed.first().click();
  await expect(page).toHaveURL(/[?&]off=positions(&|$)/);
});

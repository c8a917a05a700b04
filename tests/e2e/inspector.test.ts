/** Every number explains itself: a cell of every stage, its terms, its printed digits, and the way back along its factors. */
import type { Page } from '@playwright/test';
import { uniform } from '../../src/example/index.ts';
import { parameterNames, type DecoderCellExplanation } from '../../src/decoder/index.ts';
import { steps } from '../../src/walkthrough/index.ts';
import { printFaults, prints, readInspector, type ReadInspector } from './support/inspector.ts';
import { open, settle } from './support/page.ts';
import { cellOf, nameOf, readStage, type DrawnMatrix } from './support/stage.ts';
import { expect, test } from './support/test.ts';
import { explanationOf, libraryExplanation } from './support/truth.ts';

const close = (got: string | null, want: number): boolean =>
  got === String(want) || Math.abs(Number(got) - want) <= 1e-12 * Math.max(1, Math.abs(want));

/** What the terms make, by the operation. */
const combined = ({ operation, terms, divisor }: ReadInspector, col: number): number => {
  const values = terms.map(({ value }) => Number(value));
  if (operation !== 'softmax') return values.reduce((sum, value) => sum + value, 0);
  return Number(divisor) === 0 ? 0 : (values[col] ?? Number.NaN) / Number(divisor);
};

/** What is wrong with the inspector's account of a cell. */
const faultsOf = (
  seen: ReadInspector,
  want: DecoderCellExplanation,
  col: number,
): readonly string[] => {
  const faults = [...printFaults(seen)];
  if (seen.operation !== want.operation)
    faults.push(`operation ${seen.operation}, should be ${want.operation}`);
  if (!close(seen.result, want.value)) faults.push(`result ${seen.result}, not ${want.value}`);
  if (seen.terms.length !== want.terms.length)
    faults.push(`${seen.terms.length} terms, should be ${want.terms.length}`);
  for (const [index, { value }] of want.terms.entries())
    if (!close(seen.terms[index]?.value ?? null, value))
      faults.push(`term ${index} is ${seen.terms[index]?.value}, should be ${value}`);
  if (want.operation === 'softmax' && !close(seen.divisor, want.divisor ?? 0))
    faults.push(`divisor ${seen.divisor}, should be ${want.divisor}`);
  if (want.operation !== 'input' && !close(seen.result, combined(seen, col)))
    faults.push(`the terms make ${combined(seen, col)}, the result is ${seen.result}`);
  return faults;
};

/** A cell off the diagonal of the last row drawn; for comparisons also one above the diagonal, which the mask blocks. */
const chosenCells = ({ matrix, cells }: DrawnMatrix) => {
  const last = cells.findLast(({ col }) => col <= 1) ?? cells.at(-1);
  const above = matrix === 'masked' || matrix === 'weights' ? cells[2] : undefined;
  return [last, above].filter((cell) => cell !== undefined);
};

const rest = (page: Page): Promise<void> => page.mouse.move(1, 1);

for (const step of steps.filter(({ reads, makes }) => reads.length > 0 || makes !== null))
  test(`a cell of every matrix of ${step.id} explains itself`, async ({ page }) => {
    for (const beat of step.beats.keys()) {
      await open(page, { step: step.id, beat });
      for (const drawn of await readStage(page))
        for (const { row, col, value } of chosenCells(drawn)) {
          await cellOf(page, drawn, row, col).click();
          await rest(page);
          const seen = await readInspector(page);
          const want = explanationOf(step.id, beat, drawn, row, col);
          const name = `${nameOf(drawn)}[${row}][${col}], beat ${beat}`;
          expect.soft(faultsOf(seen, want, want.cell.col), name).toEqual([]);
          expect.soft(seen.result, `${name}: stage and inspector`).toBe(value);
          const numeral = cellOf(page, drawn, row, col).locator('text').first();
          if ((await numeral.count()) > 0 && value !== '0')
            expect
              .soft(prints((await numeral.textContent()) ?? '', Number(value)), name)
              .toBe(true);
        }
    }
  });

const factors = (page: Page) => page.locator('[data-inspector] [data-term] button');
const scores = '[data-matrix="scores"] [data-row="4"]';

test('a factor leads to the cell it came from, and the breadcrumb back', async ({ page }) => {
  await open(page, { step: 'scores' });
  await page.locator(`${scores}[data-col="2"]`).click();
  await rest(page);
  const start = await readInspector(page);
  await expect(page.locator('[data-inspector] nav')).toHaveCount(0);
  await factors(page).nth(1).click();
  const key = libraryExplanation({ matrix: 'k', head: 0, row: 2, col: 0 }, false);
  expect(faultsOf(await readInspector(page), key, 0)).toEqual([]);
  await factors(page).nth(1).click();
  const parameter = libraryExplanation({ matrix: 'wk', row: 0, col: 0 }, false);
  expect(faultsOf(await readInspector(page), parameter, 0)).toEqual([]);
  const back = page.locator('[data-inspector] nav button');
  await expect(back).toHaveCount(2);
  await back.nth(1).click();
  expect(faultsOf(await readInspector(page), key, 0)).toEqual([]);
  await back.first().click();
  expect((await readInspector(page)).text).toBe(start.text);
  await expect(back).toHaveCount(0);
});

for (const seed of [1, 2, 3, 4])
  test(`following factors from a probability ends in a parameter, path ${seed}`, async ({
    page,
  }) => {
    const next = uniform(seed);
    await open(page, { step: 'prediction' });
    const best = page.locator('[data-matrix="probabilities"] [data-row="4"]');
    const cell = best.nth(seed % (await best.count()));
    const col = Number(await cell.getAttribute('data-col'));
    await cell.click();
    await rest(page);
    let want = libraryExplanation({ matrix: 'probabilities', row: 4, col }, true);
    const path = [want.cell.matrix];
    while (want.terms.length > 0) {
      const linked = want.terms.flatMap((term) => term.factors).flatMap((one) => one.cell ?? []);
      await expect(factors(page)).toHaveCount(linked.length);
      const index = Math.floor(next() * linked.length);
      const to = linked[index];
      if (!to) throw new Error(`no factor ${index} at ${path.join(' ← ')}`);
      await factors(page).nth(index).click();
      want = libraryExplanation(to, true);
      path.push(to.matrix);
      const faults = faultsOf(await readInspector(page), want, want.cell.col);
      expect.soft(faults, path.join(' ← ')).toEqual([]);
      expect(path.length).toBeLessThan(30);
    }
    expect(parameterNames, path.join(' ← ')).toContain(path.at(-1));
    await expect(page.locator('[data-inspector] nav button')).toHaveCount(path.length - 1);
  });

test('the hidden layer is reached by following, and explains itself', async ({ page }) => {
  await open(page, { step: 'prediction', beat: 2 });
  await page.locator('[data-matrix="activated"] [data-col="3"]').click();
  await rest(page);
  await factors(page).first().click();
  const want = libraryExplanation({ matrix: 'hidden', row: 4, col: 3 }, true);
  expect(faultsOf(await readInspector(page), want, 3)).toEqual([]);
});

test('hover, keyboard focus and click explain a cell alike', async ({ page }) => {
  await open(page, { step: 'softmax' });
  const initial = (await readInspector(page)).text;
  const cell = page.locator('[data-matrix="weights"] [data-row="2"][data-col="3"]');
  await cell.hover();
  const hovered = (await readInspector(page)).text;
  expect(hovered).not.toBe(initial);
  await rest(page);
  expect((await readInspector(page)).text).toBe(initial);
  await cell.focus();
  expect((await readInspector(page)).text).toBe(hovered);
  await cell.blur();
  expect((await readInspector(page)).text).toBe(initial);
  await cell.click();
  expect((await readInspector(page)).text).toBe(hovered);
});

test('a click pins, Escape and a second click let go', async ({ page }) => {
  await open(page, { step: 'scores' });
  const initial = (await readInspector(page)).text;
  const cell = page.locator(`[data-matrix="scores"] [data-row="1"][data-col="3"]`);
  await cell.click();
  await rest(page);
  const pinned = (await readInspector(page)).text;
  expect(pinned).not.toBe(initial);
  await page.locator(`${scores}[data-col="0"]`).hover();
  expect((await readInspector(page)).text).not.toBe(pinned);
  await rest(page);
  expect((await readInspector(page)).text).toBe(pinned);
  await page.keyboard.press('Escape');
  expect((await readInspector(page)).text, 'after Escape').toBe(initial);
  await cell.click();
  await cell.click();
  await rest(page);
  expect((await readInspector(page)).text, 'after a second click').toBe(initial);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('a tap on a cell pins it and shows its sums', async ({ page }) => {
    await open(page, { step: 'scores', lang: 'en' });
    await expect(page.locator('[data-inspector]')).toHaveCount(0);
    await page.locator('[data-matrix="scores"] [data-row="1"][data-col="3"]').tap();
    await expect(page.getByRole('radio', { name: 'Sums' })).toBeChecked();
    const want = libraryExplanation({ matrix: 'scores', head: 0, row: 1, col: 3 }, false);
    expect(faultsOf(await readInspector(page), want, 3)).toEqual([]);
    await page.locator('[data-matrix="scores"] [data-row="4"][data-col="0"]').tap();
    const other = libraryExplanation({ matrix: 'scores', head: 0, row: 4, col: 0 }, false);
    expect(faultsOf(await readInspector(page), other, 0)).toEqual([]);
  });
});

for (const [width, height] of [
  [1280, 720],
  [1366, 768],
] as const)
  test(`whatever a cell has to say, the stage stays where it is, ${width}×${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const step of ['projection', 'softmax', 'context']) {
      await open(page, { step, lang: 'en' });
      const before = await page.locator('[data-stage]').boundingBox();
      for (const matrix of await page.locator('[data-stage] [data-matrix]').all()) {
        await matrix.locator('[data-row]').first().hover();
        await settle(page);
        expect(await page.locator('[data-stage]').boundingBox(), step).toEqual(before);
        await matrix.locator('[data-row]').last().hover();
        await settle(page);
        expect(await page.locator('[data-stage]').boundingBox(), step).toEqual(before);
      }
    }
  });

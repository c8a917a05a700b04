/** Tokens as columns: every matrix is transposed, with the same numbers in it, and all that is said says so. */
import { steps } from '../../src/walkthrough/index.ts';
import { ready } from './support/changes.ts';
import { languages, open, settle } from './support/page.ts';
import { nameOf, readStage } from './support/stage.ts';
import { expect, test } from './support/test.ts';

/** How far to the right and down a matrix's next row and next column stand, in cells; null where it has only one. */
const directionsOf = (matrix: Element): { row: boolean | null; col: boolean | null } => {
  const box = (row: number, col: number): DOMRect | undefined =>
    matrix.querySelector(`[data-row="${row}"][data-col="${col}"]`)?.getBoundingClientRect();
  const cells = [...matrix.querySelectorAll('[data-row]')];
  const numbers = (name: string): readonly number[] => [
    ...new Set(cells.map((cell) => Number(cell.getAttribute(name)))),
  ];
  const [rows, cols] = [numbers('data-row'), numbers('data-col')];
  const first = box(rows[0] ?? 0, cols[0] ?? 0);
  const isAcross = (next: DOMRect | undefined): boolean | null =>
    first && next ? Math.abs(next.x - first.x) > Math.abs(next.y - first.y) : null;
  return {
    row: rows.length > 1 ? isAcross(box(rows[1] ?? 0, cols[0] ?? 0)) : null,
    col: cols.length > 1 ? isAcross(box(rows[0] ?? 0, cols[1] ?? 0)) : null,
  };
};

for (const language of languages)
  test(`every matrix of every stop is transposed, and no number changes, in ${language}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    for (const step of steps)
      for (const beat of step.beats.keys()) {
        const link = { step: step.id, beat, lang: language };
        await open(page, link);
        const rows = await readStage(page);
        await open(page, { ...link, orientation: 'columns' });
        const columns = await readStage(page);
        const place = `${step.id} ${beat}`;
        expect(columns.map(nameOf).toSorted(), place).toEqual(rows.map(nameOf).toSorted());
        for (const matrix of rows) {
          const turned = columns.find((other) => nameOf(other) === nameOf(matrix));
          const name = `${place}: ${nameOf(matrix)}`;
          expect(turned?.cells, name).toEqual(matrix.cells);
          expect(turned?.transposed, name).toBe(!matrix.transposed);
        }
        const drawn = await page.locator('[data-stage] [data-matrix]').all();
        for (const matrix of drawn) {
          const [name, transposed] = await matrix.evaluate(
            (element) =>
              [
                element.getAttribute('data-matrix') ?? '',
                element.hasAttribute('data-transposed'),
              ] as const,
          );
          const { row, col } = await matrix.evaluate(directionsOf);
          if (row !== null) expect(row, `${place}: rows of ${name}`).toBe(transposed);
          if (col !== null) expect(col, `${place}: columns of ${name}`).toBe(!transposed);
        }
      }
  });

test('formulas, shapes, captions and cells are said for columns', async ({ page }) => {
  await open(page, { step: 'scores', lang: 'en', orientation: 'columns', cell: 'scores_5_2_h1' });
  await expect(page.locator('main math').first()).toHaveText('S=KTQ');
  await expect(page.getByText('5×3 · 3×5 → 5×5')).toBeVisible();
  await expect(page.getByText('Columns ask, rows are asked')).toBeVisible();
  await expect(page.locator('[data-inspector] p').first()).toContainText('S2,5');
  await open(page, { step: 'projection', lang: 'zh-CN', orientation: 'columns' });
  await expect(page.locator('main math').first()).toHaveText('Q=WQX');
  await expect(page.getByText('3×9 · 9×5 → 3×5')).toBeVisible();
  await expect(page.getByText('X 的一列乘 W 的一行')).toBeVisible();
});

test('a press turns the stage and turns it back; the link keeps it', async ({ page }) => {
  await open(page, { step: 'tokens', lang: 'en' });
  const button = page.locator('[data-orientation]');
  await expect(button).toHaveAccessibleName('Each token is a row; make it a column');
  await button.press('Enter');
  await expect(page.locator('[data-matrix="x"][data-transposed]')).toBeVisible();
  await expect(page).toHaveURL(/orientation=columns/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A column per token');
  await button.click();
  await expect(page.locator('[data-matrix="x"]:not([data-transposed])')).toBeVisible();
  await expect(page).not.toHaveURL(/orientation/);
});

test('the embed and the present view take the link', async ({ page }) => {
  for (const address of ['embed.html?', '?view=present&']) {
    await open(page, `${address}step=context&lang=en&orientation=columns`);
    await expect(page.locator('[data-matrix="context"][data-transposed]')).toBeVisible();
    await expect(page.locator('math').first()).toHaveText('Z=VA');
  }
});

test('the arrows go where they point', async ({ page }) => {
  for (const [step, matrix] of [
    ['context', 'v'],
    ['roles', 'k'],
  ] as const) {
    await open(page, { step, lang: 'en', orientation: 'columns' });
    const at = (row: number, col: number) =>
      page.locator(`[data-matrix="${matrix}"] [data-row="${row}"][data-col="${col}"]`);
    await at(0, 0).focus();
    await page.keyboard.press('ArrowRight');
    await settle(page);
    await expect(at(1, 0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(at(1, 1)).toBeFocused();
  }
});

/** As long as sentences get. */
const long = '我们一起在公园里和小狗玩我有一个玩他有一本书你喝茶我们去吃饭早';

test('the lens shows numbers as they lie on the stage', async ({ page }) => {
  for (const [orientation, matrix] of [
    ['rows', 'k'],
    ['columns', 'q'],
  ] as const) {
    await open(page, {
      step: 'scores',
      tokens: long,
      ...(orientation === 'rows' ? {} : { orientation }),
    });
    const cell = (row: number) =>
      page.locator(`[data-matrix="${matrix}"] [data-row="${row}"][data-col="1"]`);
    await cell(5).hover();
    // The cell to the right is that of the next token.
    const value = Number(await cell(6).getAttribute('data-value'));
    await expect(page.locator('[data-here] + td')).toHaveText(value.toFixed(2).replace('-', '−'));
  }
});

test('a product stands where its transposed operands meet', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1300 });
  // Row 3 of the product is made from row 3 of what stands above it; its column 1 from a line of what stands beside it.
  for (const [step, beat, product, above, beside] of [
    ['projection', 0, 'q', 'x', ['wq', 0, 1]],
    ['scores', 0, 'scores', 'q', ['k', 1, 0]],
    ['context', 0, 'context', 'weights', ['v', 0, 1]],
    ['heads', 1, 'output', 'concat', ['wo', 0, 1]],
    ['cross-attention', 0, 'scores', 'q', ['k', 1, 0]],
  ] as const) {
    await open(page, { step, beat, orientation: 'columns' });
    const boxOf = async (matrix: string, row: number, col: number) => {
      const box = await page
        .locator(`[data-matrix="${matrix}"] [data-row="${row}"][data-col="${col}"] > :first-child`)
        .boundingBox();
      if (!box) throw new Error(`${step}: no cell ${matrix} ${row} ${col}`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const made = await boxOf(product, 3, 1);
    const over = await boxOf(above, 3, 0);
    const [matrix, row, col] = beside;
    const left = await boxOf(matrix, row, col);
    expect(over.x, `${step}: ${above} above`).toBeCloseTo(made.x, 0);
    expect(left.y, `${step}: ${matrix} beside`).toBeCloseTo(made.y, 0);
    expect(left.x, step).toBeLessThan(made.x);
  }
});

test('what changed is said by the place where it is seen', async ({ page }) => {
  await open(page, { step: 'projection', lang: 'en', orientation: 'columns' });
  await ready(page);
  await page.locator('[data-matrix="wq"] [data-row="0"][data-col="1"]').click();
  await page.locator('[data-cell-field] input').fill('1');
  await expect(page.locator('[data-said]')).toContainText('W_Q 2, 1 went from');
});

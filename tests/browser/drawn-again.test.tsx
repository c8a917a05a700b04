/** What of a picture is drawn again: the cells that look other than before, and no more. Told by which elements are touched. */
import { act, render } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromRows } from '../../src/math/index.ts';
import { MatrixView, metricsFor, palettes, type MatrixView as View } from '../../src/viz/index.ts';
import { goTo } from './motion-support.tsx';
import { all, loadScenes, mountScene } from './support.tsx';

type Props = Parameters<typeof View>[0];

const space = { width: 800, height: 600 };
const metrics = metricsFor('reader', space, space);
const matrix = fromRows([
  [1.234, -0.5, 0],
  [2, -Infinity, 0.1 + 0.2],
]);

/** The cells that something is changed of while `change` is carried out, in the order of the page. */
const touchedBy = (root: Element, change: () => void): Element[] => {
  const observer = new MutationObserver(() => undefined);
  observer.observe(root, {
    subtree: true,
    attributes: true,
    characterData: true,
    childList: true,
  });
  change();
  const touched = new Set(
    observer
      .takeRecords()
      .map(({ target }) => (target instanceof Element ? target : target.parentElement))
      .map((element) => element?.closest('[role="gridcell"]')),
  );
  observer.disconnect();
  return all(root, '[role="gridcell"]').filter((cell) => touched.has(cell));
};

const seatOf = (cell: Element): string =>
  `${cell.getAttribute('data-row')},${cell.getAttribute('data-col')}`;

describe('of a matrix', () => {
  const props: Props = {
    id: { matrix: 'scores' },
    matrix,
    x: 20,
    y: 10,
    cell: 50,
    metrics,
    palette: palettes.light,
    rule: 'signed',
    domain: 2,
    round: false,
    hueOf: null,
    emphasisOf: () => 'plain',
    label: 'the label',
    cellLabel: (row, col, value) => `${row},${col}: ${value}`,
  };

  const drawing = (more: Partial<Props>): React.ReactNode => (
    <svg>
      <MatrixView {...props} {...more} />
    </svg>
  );

  /** Draws a matrix, then again with other properties; which cells are touched the second time. */
  const redrawn = (first: Partial<Props>, second: Partial<Props>): string[] => {
    const { container, rerender } = render(drawing(first));
    return touchedBy(container, () => rerender(drawing(second))).map(seatOf);
  };

  it('is nothing where all cells look as before', () => {
    expect(redrawn({}, { emphasisOf: () => 'plain', shownOf: () => 1 })).toEqual([]);
  });

  it('is the cell whose emphasis changes', () => {
    const emphasisOf: Props['emphasisOf'] = (row, col) =>
      row === 1 && col === 2 ? 'target' : 'plain';
    expect(redrawn({}, { emphasisOf })).toEqual(['1,2']);
  });

  it('is the cell that is being made', () => {
    const shownOf = (moment: number) => (row: number, col: number) =>
      Math.min(1, Math.max(0, moment - (row * 3 + col)));
    expect(redrawn({ shownOf: shownOf(2.1) }, { shownOf: shownOf(2.6) })).toEqual(['0,2']);
  });

  it('is what Tab enters at, and no longer does', () => {
    expect(redrawn({}, { entry: { row: 1, col: 1 } })).toEqual(['0,0', '1,1']);
  });

  it('is every cell that stands elsewhere', () => {
    expect(redrawn({}, { rowsShown: [1, 0] })).toHaveLength(6);
  });

  it('is all of it in another place', () => {
    expect(redrawn({}, { x: 30 })).toHaveLength(6);
  });

  it('is the cell whose number changes', () => {
    const other = fromRows([
      [1.234, -0.5, 0.7],
      [2, -Infinity, 0.1 + 0.2],
    ]);
    expect(redrawn({}, { matrix: other })).toEqual(['0,2']);
  });

  it('looks in the end as if it had been drawn for the first time, whatever it was before', () => {
    const token: Partial<Props> = { hueOf: () => '#0F58A6' };
    const values = [[1.5], [-1.5], [-Infinity]].map((row) => ({ matrix: fromRows([row]) }));
    const fills: Partial<Props>[] = [
      {},
      token,
      { ...token, round: true },
      { ...token, cornerOf: () => '#12906E' },
      { emphasisOf: () => 'target', pairOf: () => 1 },
      { cell: 12 },
    ];
    const looks = values.flatMap((value) => fills.map((fill) => ({ ...value, ...fill })));
    const label = { cellLabel: () => 'a cell' };
    for (const first of looks) {
      const [before, then] = [render(drawing({ ...first, ...label })), render(<svg />)];
      for (const second of looks) {
        before.rerender(drawing({ ...second, ...label }));
        then.rerender(<svg />);
        then.rerender(drawing({ ...second, ...label }));
        expect(before.container.innerHTML.length).toBeGreaterThan(100);
        expect(before.container.isEqualNode(then.container)).toBe(true);
        before.rerender(drawing({ ...first, ...label }));
      }
      before.unmount();
      then.unmount();
    }
  });

  it('has columns in the order asked for, also where they were left out or turned round in between', () => {
    const orders = [
      [0, 1],
      [1, 0],
      [0, 1],
      [0, 2],
      [0, 1],
    ];
    const { container, rerender } = render(<svg />);
    const seen = orders.map((colsShown) => {
      rerender(drawing({ colsShown, rowsShown: [0] }));
      return all(container, '[role="gridcell"]').map(({ dataset }) => Number(dataset['col']));
    });
    expect(seen).toEqual(orders);
  });

  it('is said as well, as soon as there is time', async () => {
    const { container, rerender } = render(drawing({}));
    rerender(
      drawing({
        matrix: fromRows([
          [1.234, -0.5, 0.7],
          [2, -Infinity, 0.1 + 0.2],
        ]),
      }),
    );
    const cell = all(container, '[data-row="0"][data-col="2"]')[0];
    expect(cell?.dataset['value']).toBe('0.7');
    await expect.poll(() => cell?.getAttribute('aria-label')).toBe('0,2: 0.7');
  });

  it('is what is said of all cells in another language', () => {
    expect(redrawn({}, { cellLabel: () => 'a cell' })).toHaveLength(6);
  });
});

describe('of the stage', () => {
  beforeAll(loadScenes, 60_000);

  const matrixOf = (cell: Element): string | null =>
    cell.closest('[data-matrix]')?.getAttribute('data-matrix') ?? null;

  it('is nothing of the operands while the last rows of a product come', () => {
    const { store, container } = mountScene({ step: 'scores', moment: 0.8 });
    const touched = touchedBy(container, () => goTo(store, 0.84)).map(matrixOf);
    expect([new Set(touched), touched.length < 25]).toEqual([new Set(['scores']), true]);
  });

  it('is nothing at all where the pointer comes to the cell that is explained already', () => {
    const { store, container } = mountScene({ step: 'scores' });
    const cell = { matrix: 'scores', head: 0, row: 2, col: 1 } as const;
    act(() => store.getState().pin(cell));
    expect(touchedBy(container, () => act(() => store.getState().hover(cell)))).toEqual([]);
  });

  it('is the row and the column that are left and those that are entered', () => {
    const { store, container } = mountScene({ step: 'scores' });
    const at = (row: number, col: number) => ({ matrix: 'scores', head: 0, row, col }) as const;
    act(() => store.getState().hover(at(2, 1)));
    const touched = touchedBy(container, () => act(() => store.getState().hover(at(2, 3))));
    // Two columns of five, of which row 2 has the two targets; the rest of row 2 stays crossed.
    expect(touched.filter((cell) => matrixOf(cell) === 'scores')).toHaveLength(10);
  });
});

/** One matrix as a picture: the attributes tests and embedders rely on, its roles, its tab stop, what is drawn of it. */
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fromRows, type Matrix } from '../../src/math/index.ts';
import { MatrixView, metricsFor, palettes, type MatrixView as View } from '../../src/viz/index.ts';
import { all, one } from './support.tsx';

type Props = Parameters<typeof View>[0];

const space = { width: 800, height: 600 };
const metrics = metricsFor('reader', space, space);
const matrix = fromRows([
  [1.234, -0.5, 0],
  [2, -Infinity, 0.1 + 0.2],
]);

const draw = (overrides: Partial<Props> = {}, drawn: Matrix = matrix): HTMLElement => {
  const { container } = render(
    <svg width={400} height={400}>
      <MatrixView
        id={{ matrix: 'scores', head: 1, variant: 'before' }}
        matrix={drawn}
        x={20}
        y={10}
        cell={50}
        metrics={metrics}
        palette={palettes.light}
        rule="signed"
        domain={2}
        round={false}
        hueOf={null}
        emphasisOf={() => 'plain'}
        label="the label"
        cellLabel={(row, col, value) => `${row},${col}: ${value}`}
        {...overrides}
      />
    </svg>,
  );
  return container;
};

const cellIn = (root: HTMLElement, row: number, col: number): SVGGElement =>
  one<SVGGElement>(root, `[data-row="${row}"][data-col="${col}"]`);
const seats = (root: HTMLElement): string[] =>
  all(root, '[data-row]').map((c) => `${c.getAttribute('data-row')},${c.getAttribute('data-col')}`);
const textOf = (root: HTMLElement, row: number, col: number): string | null =>
  cellIn(root, row, col).querySelector('text')?.textContent ?? null;

describe('the contract', () => {
  it.each([
    ['data-matrix', 'scores'],
    ['data-head', '2'],
    ['data-variant', 'before'],
    ['data-rows', '2'],
    ['data-cols', '3'],
    ['role', 'grid'],
    ['aria-label', 'the label'],
    ['aria-rowcount', '2'],
    ['aria-colcount', '3'],
  ])('has %s="%s"', (name, value) => {
    expect(one(draw(), '[data-matrix]').getAttribute(name)).toBe(value);
  });

  it.each(['data-head', 'data-variant', 'data-transposed'])(
    'leaves out %s where there is none',
    (name) => {
      expect(one(draw({ id: { matrix: 'x' } }), '[data-matrix]').hasAttribute(name)).toBe(false);
    },
  );

  it('has one cell for every entry', () => {
    expect(seats(draw())).toEqual(['0,0', '0,1', '0,2', '1,0', '1,1', '1,2']);
  });

  it('gives every cell its value in full', () => {
    expect(cellIn(draw(), 1, 2).getAttribute('data-value')).toBe('0.30000000000000004');
  });

  it('gives a blocked cell −Infinity', () => {
    expect(cellIn(draw(), 1, 1).getAttribute('data-value')).toBe('-Infinity');
  });

  it('nests cells in rows in the grid', () => {
    const cell = cellIn(draw(), 0, 0);
    expect([
      cell.getAttribute('role'),
      cell.parentElement?.getAttribute('role'),
      cell.parentElement?.parentElement?.getAttribute('role'),
    ]).toEqual(['gridcell', 'row', 'grid']);
  });

  it('names every cell', () => {
    expect(cellIn(draw(), 0, 1).getAttribute('aria-label')).toBe('0,1: -0.5');
  });
});

describe('the tab stop', () => {
  const stops = (root: HTMLElement): string[] =>
    all(root, '[tabindex="0"]').map(
      (c) => `${c.getAttribute('data-row')},${c.getAttribute('data-col')}`,
    );

  it('is the first cell', () => {
    expect(stops(draw())).toEqual(['0,0']);
  });

  it('is the entry where there is one', () => {
    expect(stops(draw({ entry: { row: 1, col: 2 } }))).toEqual(['1,2']);
  });

  it('is the first cell shown where the entry is not', () => {
    expect(stops(draw({ rowsShown: [1], colsShown: [2, 0], entry: { row: 0, col: 1 } }))).toEqual([
      '1,2',
    ]);
  });

  it('leaves every other cell focusable by script', () => {
    expect(all(draw(), '[tabindex="-1"]')).toHaveLength(5);
  });
});

describe('where cells stand', () => {
  const cornerOf = (root: HTMLElement, row: number, col: number): number[] => {
    const { e, f } = cellIn(root, row, col).getCTM() ?? { e: NaN, f: NaN };
    return [e, f];
  };

  it('is row by row', () => {
    expect(cornerOf(draw(), 1, 2)).toEqual([20 + 100, 10 + 50]);
  });

  it('is column by column, transposed', () => {
    expect(cornerOf(draw({ transposed: true }), 1, 2)).toEqual([20 + 50, 10 + 100]);
  });

  it('is said where it is transposed', () => {
    expect(one(draw({ transposed: true }), '[data-matrix]').hasAttribute('data-transposed')).toBe(
      true,
    );
  });

  it('keeps the matrix’s own indices, transposed', () => {
    expect(seats(draw({ transposed: true }))).toContain('1,2');
  });

  it('closes up the rows that are shown', () => {
    expect(cornerOf(draw({ rowsShown: [1] }), 1, 0)).toEqual([20, 10]);
  });

  it('keeps the order of the columns that are shown', () => {
    expect(seats(draw({ colsShown: [2, 0] }))).toEqual(['0,2', '0,0', '1,2', '1,0']);
  });

  it('still says the whole matrix’s size', () => {
    const root = one(draw({ rowsShown: [1], colsShown: [2] }), '[data-matrix]');
    expect([root.dataset['rows'], root.dataset['cols']]).toEqual(['2', '3']);
  });
});

describe('numerals', () => {
  it.each([
    [0, 0, '1.23'],
    [0, 1, '−0.50'],
    [0, 2, '0.00'],
    [1, 1, '−∞'],
  ])('at %i,%i print %s', (row, col, text) => {
    expect(textOf(draw(), row, col)).toBe(text);
  });

  it('have the digits that were asked for', () => {
    expect(textOf(draw({ digits: 3 }), 0, 0)).toBe('1.234');
  });

  it('go where the cells are too small for the smallest type', () => {
    expect(all(draw({ cell: 14 }), 'text')).toEqual([]);
  });

  it('go where they are told to', () => {
    expect(all(draw({ hideNumerals: true }), 'text')).toEqual([]);
  });

  it('are blank where a share is 0 because it was blocked', () => {
    const blank = draw({ rule: 'share', blankOf: (row, col) => row === 0 && col === 2 });
    expect(textOf(blank, 0, 2)).toBeNull();
  });

  it('are bold in the target only', () => {
    const root = draw({ emphasisOf: (row, col) => (row === 0 && col === 0 ? 'target' : 'cross') });
    expect(all(root, '[font-weight="700"]').map((text) => text.textContent)).toEqual(['1.23']);
  });

  it('carry the number of their pair', () => {
    const root = draw({ pairOf: (row, col) => (row === 1 ? col + 1 : 0) });
    expect(all(cellIn(root, 1, 2), 'text').map((text) => text.textContent)).toEqual(['0.30', '3']);
  });
});

describe('blocked cells', () => {
  it('are hatched', () => {
    expect(one(cellIn(draw(), 1, 1), 'path').getAttribute('stroke')).toBe(palettes.light.hatch);
  });

  it('are the only ones hatched', () => {
    expect(all(draw(), '[data-row] path')).toHaveLength(1);
  });

  it('keep their value where they are blank shares', () => {
    const blank = draw({ rule: 'share', blankOf: () => true });
    expect(cellIn(blank, 0, 0).getAttribute('data-value')).toBe('1.234');
  });
});

describe('colours', () => {
  const fillOf = (root: HTMLElement, row: number, col: number): string | null =>
    one(cellIn(root, row, col), 'rect:not([fill="transparent"])').getAttribute('fill');

  it('show 0 as paper', () => {
    expect(fillOf(draw(), 0, 2)?.toLowerCase()).toBe(palettes.light.paper.toLowerCase());
  });

  it('show the domain’s end saturated', () => {
    expect(fillOf(draw(), 1, 0)?.toLowerCase()).toBe(palettes.light.signed[4]?.toLowerCase());
  });

  it('draw operands by token as circles', () => {
    expect(all(draw({ round: true, hueOf: () => '#0F58A6' }), 'circle')).toHaveLength(5);
  });
});

describe('a cell that is being made', () => {
  const shapeOf = (root: HTMLElement, row: number, col: number): Element =>
    cellIn(root, row, col).children[1]!;
  const part =
    (shown: number): Props['shownOf'] =>
    (row, col) =>
      row === 0 && col === 0 ? shown : 1;

  it('is empty paper before', () => {
    const root = draw({ shownOf: part(0) });
    const shape = shapeOf(root, 0, 0);
    expect([shape.tagName, shape.getAttribute('fill')?.toLowerCase()]).toEqual([
      'rect',
      palettes.light.paper.toLowerCase(),
    ]);
  });

  it.each([0, 0.3, 0.59])('has no number yet at %d', (shown) => {
    expect(textOf(draw({ shownOf: part(shown) }), 0, 0)).toBeNull();
  });

  it.each([0.61, 0.9, 1])('has its number at %d', (shown) => {
    expect(textOf(draw({ shownOf: part(shown) }), 0, 0)).toBe(textOf(draw(), 0, 0));
  });

  it.each([0, 0.5, 1])('keeps its value and its name at %d', (shown) => {
    const [cell, atRest] = [cellIn(draw({ shownOf: part(shown) }), 0, 0), cellIn(draw(), 0, 0)];
    for (const name of ['data-value', 'aria-label', 'tabindex'])
      expect(cell.getAttribute(name)).toBe(atRest.getAttribute(name));
  });

  it('is drawn as at rest when all of it is there', () => {
    expect(draw({ shownOf: () => 1 }).innerHTML).toBe(draw().innerHTML);
  });

  it('leaves the others as they are', () => {
    const [making, atRest] = [draw({ shownOf: part(0) }), draw()];
    expect(cellIn(making, 0, 1).outerHTML).toBe(cellIn(atRest, 0, 1).outerHTML);
  });

  it('is still blocked while it comes', () => {
    const root = draw({ shownOf: () => 0.3 });
    expect(cellIn(root, 1, 1).getAttribute('data-value')).toBe('-Infinity');
  });

  it('has the number of what it was until it changes over', () => {
    const from = fromRows([
      [9, 9, 9],
      [9, 9, 9],
    ]);
    const texts = [0, 0.3, 0.7, 1].map((shown) =>
      textOf(draw({ from, shownOf: part(shown) }), 0, 0),
    );
    const made = textOf(draw(), 0, 0);
    expect(texts).toEqual(['9.00', '9.00', made, made]);
  });
});

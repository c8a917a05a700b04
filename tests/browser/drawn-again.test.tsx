/** What of a picture is drawn again: the cells that look other than before, and no more. Told by which cells are named anew. */
import { act, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { messagesOf } from '../../src/i18n/index.ts';
import { fromRows } from '../../src/math/index.ts';
import { MatrixView, metricsFor, palettes, type MatrixView as View } from '../../src/viz/index.ts';
import { goTo } from './motion-support.tsx';
import { loadScenes, mountScene } from './support.tsx';

type Props = Parameters<typeof View>[0];

const space = { width: 800, height: 600 };
const metrics = metricsFor('reader', space, space);
const matrix = fromRows([
  [1.234, -0.5, 0],
  [2, -Infinity, 0.1 + 0.2],
]);

describe('of a matrix', () => {
  /** Draws a matrix, then again with other properties; which cells were made anew the second time, told by who is named. */
  const redrawn = (first: Partial<Props>, second: Partial<Props>): string[] => {
    const named: string[] = [];
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
      cellLabel: (row, col) => {
        named.push(`${row},${col}`);
        return 'a cell';
      },
    };
    const drawing = (more: Partial<Props>): React.ReactNode => (
      <svg>
        <MatrixView {...props} {...more} />
      </svg>
    );
    const { rerender } = render(drawing(first));
    named.length = 0;
    rerender(drawing(second));
    return named;
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
});

describe('of the stage', () => {
  beforeAll(loadScenes, 60_000);
  afterEach(() => vi.restoreAllMocks());

  /** The symbols of the matrices that cells are named of, one a cell. */
  const watchNames = (): string[] => {
    const named: string[] = [];
    vi.spyOn(messagesOf('en').ui, 'cellLabel').mockImplementation((symbol) => {
      named.push(symbol);
      return symbol;
    });
    return named;
  };

  it('is nothing of the operands while the last rows of a product come', () => {
    const { store } = mountScene({ step: 'scores', moment: 0.8 });
    const named = watchNames();
    goTo(store, 0.84);
    expect([new Set(named), named.length < 25]).toEqual([new Set(['S']), true]);
  });

  it('is nothing at all where the pointer comes to the cell that is explained already', () => {
    const { store } = mountScene({ step: 'scores' });
    const cell = { matrix: 'scores', head: 0, row: 2, col: 1 } as const;
    act(() => store.getState().pin(cell));
    const named = watchNames();
    act(() => store.getState().hover(cell));
    expect(named).toEqual([]);
  });

  it('is the row and the column that are left and those that are entered', () => {
    const { store } = mountScene({ step: 'scores' });
    const at = (row: number, col: number) => ({ matrix: 'scores', head: 0, row, col }) as const;
    act(() => store.getState().hover(at(2, 1)));
    const named = watchNames();
    act(() => store.getState().hover(at(2, 3)));
    // Two columns of five, of which row 2 has the two targets; the rest of row 2 stays crossed.
    expect(named.filter((symbol) => symbol === 'S')).toHaveLength(10);
  });
});

/** The inspector: for every way a cell comes about, its terms in order, its result, and the ways on and back. */
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { explain, type StageCell, type State } from '../../src/store/index.ts';
import { Inspector } from '../../src/ui/index.ts';
import { equalsSign, numeral } from '../../src/viz/index.ts';
import { all, mount, one, valueOf, type Mounted } from './support.tsx';

const inspect = (pinned: StageCell, overrides: Partial<State> = {}): Mounted =>
  mount(<Inspector />, { step: 'prediction', pinned, ...overrides });

/** One cell for every operation, and the odd cases among them. */
const cases: readonly [string, StageCell, Partial<State>?][] = [
  ['dot', { matrix: 'scores', head: 1, row: 4, col: 1 }],
  ['dot', { matrix: 'q', head: 2, row: 3, col: 1 }],
  ['dot', { matrix: 'context', head: 0, row: 2, col: 2 }],
  ['dot', { matrix: 'output', row: 4, col: 8 }],
  ['dot', { matrix: 'hidden', row: 1, col: 17 }],
  ['dot', { matrix: 'logits', row: 4, col: 10 }],
  ['scale', { matrix: 'scaled', head: 1, row: 4, col: 1 }],
  ['scale', { matrix: 'scaled', head: 1, row: 4, col: 1 }, { scaled: false }],
  ['mask', { matrix: 'masked', head: 0, row: 4, col: 1 }],
  ['mask', { matrix: 'masked', head: 0, row: 1, col: 4 }],
  ['softmax', { matrix: 'weights', head: 0, row: 4, col: 1 }],
  ['softmax', { matrix: 'weights', head: 0, row: 1, col: 4 }],
  ['softmax', { matrix: 'probabilities', row: 4, col: 8 }],
  ['copy', { matrix: 'concat', row: 2, col: 5 }],
  ['lookup', { matrix: 'x', row: 4, col: 0 }],
  ['add', { matrix: 'residual1', row: 4, col: 0 }],
  ['add', { matrix: 'residual2', row: 0, col: 3 }],
  ['relu', { matrix: 'activated', row: 4, col: 0 }],
  ['norm', { matrix: 'y', row: 4, col: 0 }],
  ['norm', { matrix: 'z', row: 0, col: 8 }],
  ['input', { matrix: 'wq', row: 8, col: 8 }],
  ['input', { matrix: 'tokenEmbedding', row: 5, col: 2 }],
  ['input', { matrix: 'memory', row: 6, col: 2 }, { step: 'cross-attention' }],
  ['dot', { matrix: 'k', head: 0, row: 6, col: 2 }, { step: 'cross-attention' }],
];

describe.each(cases)('%s, %j', (operation, cell, overrides) => {
  const draw = () => {
    const mounted = inspect(cell, overrides);
    const inspector = one(mounted.container, '[data-inspector]');
    return { inspector, explanation: explain(mounted.store.getState(), cell) };
  };

  it('says its operation', () => {
    expect(draw().inspector.dataset['operation']).toBe(operation);
  });

  it('has its terms in order', () => {
    const { inspector, explanation } = draw();
    expect(all(inspector, '[data-term]').map(valueOf)).toEqual(
      // An attribute knows no −0.
      explanation.terms.map(({ value }) => value + 0),
    );
  });

  it('has its value as the only result', () => {
    const { inspector, explanation } = draw();
    expect(valueOf(one(inspector, '[data-result]'))).toBe(explanation.value);
  });

  it('leads from every factor to its cell', () => {
    const { inspector, explanation } = draw();
    const wanted = explanation.terms.flatMap(({ factors }) => factors).filter((f) => f.cell);
    expect(all(inspector, '[data-term] button')).toHaveLength(wanted.length);
  });

  it('prints every factor that leads on', () => {
    const { inspector, explanation } = draw();
    const wanted = explanation.terms.flatMap(({ factors }) =>
      factors.flatMap(({ cell: from, value }) => (from ? [numeral(value)] : [])),
    );
    const printed = all(inspector, '[data-term] button').map(({ textContent }) => textContent);
    expect(printed).toEqual(wanted);
  });

  it('leaves no mark unread', () => {
    expect(draw().inspector.textContent).not.toMatch(/\{[tm]:|undefined|NaN/);
  });
});

describe('softmax', () => {
  it('says its divisor, the sum of its terms', () => {
    const { container } = inspect({ matrix: 'weights', head: 0, row: 4, col: 1 });
    const sum = all(container, '[data-term]').reduce((total, term) => total + valueOf(term), 0);
    expect(Number(one(container, '[data-inspector]').dataset['divisor'])).toBeCloseTo(sum, 12);
  });

  it('is its own term divided by it', () => {
    const { container } = inspect({ matrix: 'weights', head: 0, row: 4, col: 1 });
    const own = valueOf(all(container, '[data-term]')[1]!);
    const divisor = Number(one(container, '[data-inspector]').dataset['divisor']);
    expect(own / divisor).toBeCloseTo(valueOf(one(container, '[data-result]')), 12);
  });

  it('has no divisor elsewhere', () => {
    const { container } = inspect({ matrix: 'scores', head: 0, row: 4, col: 1 });
    expect(one(container, '[data-inspector]').hasAttribute('data-divisor')).toBe(false);
  });
});

describe('a blocked cell', () => {
  const cell: StageCell = { matrix: 'masked', head: 0, row: 1, col: 4 };

  it('is −Infinity', () => {
    const { container } = inspect(cell);
    expect(one(container, '[data-result]').dataset['value']).toBe('-Infinity');
  });

  it('says why', () => {
    inspect(cell);
    expect(screen.getByText(/the mask blocks it/)).toBeTruthy();
  });
});

describe('weights set by hand', () => {
  it('say so', () => {
    mount(<Inspector />, {
      step: 'one-row',
      rowWeights: [0.5, 0, 0, 0, 0],
      pinned: { matrix: 'weights', head: 0, row: 0, col: 0 },
    });
    expect(screen.getByText(/set by hand/)).toBeTruthy();
  });
});

describe('= and ≈', () => {
  const signs = (text: string | null): string[] => text?.match(/[=≈]/g) ?? [];

  it.each([0, 1, 2, 3, 4].flatMap((row) => [0, 1, 2, 3, 4].map((col) => [row, col] as const)))(
    'in score %i,%i follow the printed terms',
    (row, col) => {
      const { container } = inspect({ matrix: 'scores', head: 0, row, col });
      const amounts = all(container, '[data-term]').map((term) =>
        Number(/[+−]\d+\.\d{3}$/.exec(term.textContent ?? '')?.[0].replace('−', '-')),
      );
      const total = one(container, '[data-result]');
      const sum = amounts.reduce((a, b) => a + Math.round(b * 1000), 0);
      const printed = Math.round(
        Number(/−?\d+\.\d{3}$/.exec(total.textContent ?? '')?.[0].replace('−', '-')) * 1000,
      );
      expect(signs(total.textContent)).toEqual([sum === printed ? '=' : '≈']);
    },
  );

  it('of a scaled score follow the printed score and divisor', () => {
    const { container, store } = inspect({ matrix: 'scaled', head: 1, row: 4, col: 1 });
    const { terms, value } = explain(store.getState(), {
      matrix: 'scaled',
      head: 1,
      row: 4,
      col: 1,
    });
    const remade = Number(terms[0]!.factors[0]!.value.toFixed(2)) / 1.73;
    const work = one(container, '[data-result]').parentElement;
    expect(signs(work?.textContent ?? '')).toEqual([equalsSign(remade, value, 2)]);
  });
});

describe('following a factor', () => {
  const cell: StageCell = { matrix: 'scores', head: 1, row: 4, col: 1 };

  it('goes to the cell it was read from', () => {
    const { container, store } = inspect(cell);
    fireEvent.click(all(container, '[data-term] button')[2]!);
    expect(store.getState().pinned).toMatchObject({ matrix: 'q', head: 1, row: 4, col: 1 });
  });

  it('keeps to the picture of a comparison', () => {
    const { container, store } = inspect(
      { matrix: 'weights', head: 0, row: 2, col: 1, variant: 'before' },
      { step: 'mask' },
    );
    fireEvent.click(all(container, '[data-term] button')[0]!);
    expect(store.getState().pinned).toMatchObject({ matrix: 'masked', variant: 'before' });
  });

  it('leads back along the trail', () => {
    const { container, store } = inspect(cell);
    fireEvent.click(all(container, '[data-term] button')[0]!);
    fireEvent.click(all(container, '[data-term] button')[0]!);
    const trail = screen.getByRole('navigation', { name: 'Back' });
    fireEvent.click(within(trail).getAllByRole('button')[0]!);
    expect(store.getState()).toMatchObject({ pinned: cell, trail: [] });
  });

  it('ends in a parameter or a token’s row, from anywhere', () => {
    const { container } = inspect({ matrix: 'probabilities', row: 4, col: 3 });
    const operations: string[] = [];
    for (let steps = 0; steps < 40; steps++) {
      operations.push(one(container, '[data-inspector]').dataset['operation'] ?? '');
      const [first] = all(container, '[data-term] button');
      if (!first) break;
      fireEvent.click(first);
    }
    expect(operations.at(-1)).toBe('input');
  });
});

describe('where a number goes next', () => {
  it('is told with its value there', () => {
    const { store } = inspect({ matrix: 'scores', head: 1, row: 4, col: 1 });
    const next = screen.getByRole('region', { name: 'Where this number goes next' });
    const scaled = explain(store.getState(), { matrix: 'scaled', head: 1, row: 4, col: 1 }).value;
    expect(within(next).getAllByRole('button')[0]?.textContent).toContain(numeral(scaled));
  });

  it('leads there', () => {
    const { store } = inspect({ matrix: 'scores', head: 1, row: 4, col: 1 });
    const next = screen.getByRole('region', { name: 'Where this number goes next' });
    fireEvent.click(within(next).getAllByRole('button').at(-1)!);
    expect(store.getState().pinned).toMatchObject({ matrix: 'weights', row: 4, col: 1 });
  });

  it('is not told of a context whose weights were set by hand', () => {
    mount(<Inspector />, { step: 'one-row', rowWeights: [1, 0, 0, 0, 0] });
    expect(screen.queryByRole('region', { name: 'Where this number goes next' })).toBeNull();
  });
});

describe('without a cell', () => {
  it.each(['architecture', 'scale-up'] as const)('there is nothing to inspect at %s', (step) => {
    expect(mount(<Inspector />, { step }).container.childElementCount).toBe(0);
  });
});

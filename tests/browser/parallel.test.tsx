/** Attention beside a recurrent network: what is drawn is what the trace says, at every length. */
import { fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../src/math/index.ts';
import { grown } from '../../src/scenes/parallel/grown.ts';
import { traceOf, type State } from '../../src/store/index.ts';
import { goTo } from './motion-support.tsx';
import { all, loadScenes, mountScene, one, type Mounted } from './support.tsx';

beforeAll(loadScenes);

const draw = (n: number, overrides: Partial<State> = {}): Mounted => {
  const mounted = mountScene({ step: 'parallel', ...overrides });
  fireEvent.change(slider(), { target: { value: String(n) } });
  return mounted;
};

const slider = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('slider');

const arrows = (root: ParentNode): string[] =>
  all(root, '[data-stage] [data-arrow]').map((arrow) => arrow.dataset['arrow'] ?? '');

const stepsIn = (root: ParentNode): string[] =>
  all(root, '[data-steps]').map((meter) => meter.dataset['steps'] ?? '');

/** The finite masked scores of the sentence at this length, as `key row`. */
const finite = ({ store }: Mounted, n: number, causal: boolean): string[] => {
  const state = store.getState();
  const trace = traceOf({ ...state, tokens: grown(state.tokens, n) }, causal);
  const { masked } = trace.attention.heads[state.head]!;
  return Array.from({ length: n * n }, (_, place) => [Math.floor(place / n), place % n] as const)
    .filter(([row, col]) => at(masked, row, col) !== -Infinity)
    .map(([row, col]) => `${col} ${row}`);
};

describe('the sentence', () => {
  it('is the reader’s own at first', () => {
    mountScene({ step: 'parallel' });
    expect([slider().value, slider().min, slider().max]).toEqual(['5', '2', '32']);
  });

  it.each([2, 5, 13, 32])('of %i tokens has an arrow wherever a score is not blocked', (n) => {
    const mounted = draw(n);
    const drawn = arrows(mounted.container).filter((name) => /^\d/.test(name));
    expect(drawn.toSorted()).toEqual(finite(mounted, n, true).toSorted());
  });

  it('has all arrows without the mask', () => {
    const mounted = draw(7, { causalChoice: false });
    expect(arrows(mounted.container).filter((name) => /^\d/.test(name))).toHaveLength(49);
  });

  it.each([2, 5, 13, 32])('of %i tokens takes attention one step, and the other as many', (n) => {
    const { container } = draw(n);
    expect(stepsIn(container)).toEqual(['1', String(n)]);
    expect(screen.getByText(/1 step, all rows at once/)).toBeTruthy();
    expect(arrows(container).filter((name) => name.startsWith('result'))).toHaveLength(n - 1);
  });

  it('says where the model has no positions, and only there', () => {
    draw(12);
    expect(screen.queryByText(/Positions after 12/)).toBeNull();
    fireEvent.change(slider(), { target: { value: '13' } });
    expect(screen.getByText(/Positions after 12/)).toBeTruthy();
  });

  it('has cells to ask only where it is the reader’s own', () => {
    const { container } = draw(6);
    expect(all(container, '[data-matrix]')).toHaveLength(0);
    fireEvent.change(slider(), { target: { value: '5' } });
    expect(all(container, '[data-matrix="weights"]')).toHaveLength(1);
  });
});

describe('the steps, one after the other', () => {
  const done = (root: ParentNode): string[] =>
    arrows(root).filter((name) => name.startsWith('result'));

  it.each([5, 20])('of %i tokens: all of attention with the first, then the chain', (n) => {
    const { container, store } = draw(n);
    const shown = (): string | null =>
      one<SVGElement>(container, 'g[opacity]:has(> path[data-arrow])').getAttribute('opacity');
    goTo(store, 0);
    expect([shown(), arrows(container).filter((name) => name.startsWith('input'))]).toEqual([
      '0',
      [],
    ]);
    goTo(store, 0.5);
    const middle = done(container).length;
    expect([shown(), middle > 0 && middle < n - 1]).toEqual(['1', true]);
    goTo(store, 1);
    expect(done(container)).toHaveLength(n - 1);
  });
});

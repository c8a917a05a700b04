/** Scenes with controls of their own: the linked formula, the row taken apart, the laboratory; and the fallback of a scene that fails. */
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Figure } from '../../src/app/Figure.tsx';
import { numeral } from '../../src/viz/index.ts';
import { selectActiveCell, selectComputation } from '../../src/store/index.ts';
import { at } from '../../src/math/index.ts';
import {
  all,
  cellOn,
  loadScenes,
  mount,
  mountScene,
  one,
  valueOf,
  type Mounted,
} from './support.tsx';

beforeAll(loadScenes);

const linked = ['q', 'k', 'v', 'scaled', 'weights', 'context'] as const;

describe('the formula', () => {
  const draw = (): Mounted => mountScene({ step: 'formula', head: 1 });
  const mouse = { pointerType: 'mouse' } as const;
  const symbol = ({ container }: Mounted, name: string): HTMLElement =>
    one(container, `[data-symbol="${name}"]`);
  const markColour = (element: HTMLElement): string => getComputedStyle(element).borderBottomColor;

  it.each(linked)('has a button for %s, with a name', (name) => {
    const button = symbol(draw(), name);
    expect([button.getAttribute('role'), button.tabIndex, button.ariaLabel === null]).toEqual([
      'button',
      0,
      false,
    ]);
  });

  it.each(linked)('shows the matrix of %s when it is pointed at', (name) => {
    const mounted = draw();
    fireEvent.pointerOver(cellOn(mounted.container, 'scaled', 0, 0), mouse);
    fireEvent.pointerOver(symbol(mounted, name), mouse);
    expect(selectActiveCell(mounted.store.getState())).toMatchObject({ matrix: name, head: 1 });
  });

  it.each(linked)('shows the matrix of %s when it has the focus', (name) => {
    const mounted = draw();
    act(() => cellOn(mounted.container, 'scaled', 0, 0).focus());
    act(() => symbol(mounted, name).focus());
    expect(selectActiveCell(mounted.store.getState())?.matrix).toBe(name);
  });

  it('lets the matrix go when the pointer leaves the symbol', () => {
    const mounted = draw();
    fireEvent.pointerOver(symbol(mounted, 'q'), mouse);
    fireEvent.pointerOver(one(mounted.container, '[data-stage]'), mouse);
    expect(mounted.store.getState().hovered).toBeNull();
  });

  it.each(['Enter', ' '])('keeps it with the key %j', (key) => {
    const mounted = draw();
    fireEvent.keyDown(symbol(mounted, 'v'), { key });
    expect(mounted.store.getState().pinned).toMatchObject({ matrix: 'v', head: 1 });
  });

  it('keeps it with a click', () => {
    const mounted = draw();
    fireEvent.click(symbol(mounted, 'q'));
    expect(mounted.store.getState().pinned).toMatchObject({ matrix: 'q' });
  });

  it.each(linked)('marks %s, and it alone, while its matrix is in use', (name) => {
    const mounted = draw();
    fireEvent.pointerOver(cellOn(mounted.container, name, 0, 0), mouse);
    const own = markColour(symbol(mounted, name));
    const others = linked.filter((other) => other !== name);
    expect(others.filter((other) => markColour(symbol(mounted, other)) === own)).toEqual([]);
  });

  it('keeps its buttons when the head changes', () => {
    const mounted = draw();
    act(() => mounted.store.getState().setHead(2));
    expect(symbol(mounted, 'q').getAttribute('role')).toBe('button');
  });
});

describe('one row taken apart', () => {
  const draw = (beat = 0): Mounted => mountScene({ step: 'one-row', beat });
  const sliders = (): HTMLInputElement[] => screen.getAllByRole<HTMLInputElement>('slider');
  const drag = (index: number, value: string): boolean =>
    fireEvent.change(sliders()[index]!, { target: { value } });
  const sum = (): string => screen.getByRole('status').textContent ?? '';

  it('has a slider for every token, with its name', () => {
    draw();
    expect(sliders().map(({ ariaLabel }) => ariaLabel)).toEqual(
      ['我', '有', '一', '个', '玩'].map((token) => `Attention weight of ${token}`),
    );
  });

  it('starts at the softmax, which sums to 1', () => {
    draw();
    expect(sum()).toBe('Σ = 1.00');
  });

  it('says the sum while a weight is dragged', () => {
    const { store } = draw();
    drag(1, '0.1');
    const total = store.getState().rowWeights!.reduce((a, b) => a + b, 0);
    expect(sum()).toBe(`Σ = ${numeral(total)}`);
  });

  it('changes the one weight only', () => {
    const { container } = draw();
    const before = all(container, '[data-matrix="weights"] [data-row="0"]').map(valueOf);
    drag(1, '0.1');
    const after = all(container, '[data-matrix="weights"] [data-row="0"]').map(valueOf);
    expect(after).toEqual(before.map((value, index) => (index === 1 ? 0.1 : value)));
  });

  it.each([0, 1])('makes z of the new weights, on beat %i', (beat) => {
    const { container, store } = draw(beat);
    const row = beat === 0 ? 0 : 4;
    for (const index of [0, 1, 2, 3, 4]) drag(index, index === 2 ? '1' : '0');
    const v = selectComputation(store.getState()).matrix({ matrix: 'v', head: 0 });
    expect([0, 1, 2].map((col) => valueOf(cellOn(container, 'context', row, col)))).toEqual(
      [0, 1, 2].map((col) => at(v, 2, col)),
    );
  });

  it('shrinks a row to nothing at 0', () => {
    const { container } = draw();
    drag(0, '0');
    const shrunk = all(container, '[data-shrunk]').map((cell) =>
      Math.abs(Number(cell.dataset['shrunk'])),
    );
    expect(shrunk.slice(0, 3)).toEqual([0, 0, 0]);
  });

  it('says when it is no longer a softmax', () => {
    draw();
    drag(0, '1');
    expect(screen.getByText('no longer a softmax')).toBeTruthy();
  });

  it('renormalises to a sum of 1', () => {
    const { store } = draw();
    drag(0, '1');
    fireEvent.click(screen.getByRole('button', { name: 'Renormalise' }));
    const total = store.getState().rowWeights!.reduce((a, b) => a + b, 0);
    expect([total.toFixed(12), screen.queryByText('no longer a softmax')]).toEqual([
      '1.000000000000',
      null,
    ]);
  });

  it('keeps the proportions when it renormalises', () => {
    const { store } = draw();
    drag(0, '1');
    const before = store.getState().rowWeights!;
    fireEvent.click(screen.getByRole('button', { name: 'Renormalise' }));
    const after = store.getState().rowWeights!;
    expect(after[0]! / after[3]!).toBeCloseTo(before[0]! / before[3]!, 9);
  });

  it('offers no renormalising of nothing', () => {
    draw();
    for (const index of [0, 1, 2, 3, 4]) drag(index, '0');
    expect(screen.queryByRole('button', { name: 'Renormalise' })).toBeNull();
  });

  it('gives the softmax back', () => {
    const { store } = draw();
    drag(0, '1');
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect([store.getState().rowWeights, sum()]).toEqual([null, 'Σ = 1.00']);
  });
});

describe('the laboratory', () => {
  const draw = (): { slider: HTMLInputElement; spreads: () => number[] } => {
    const { container } = mountScene({ step: 'scale' });
    return {
      slider: screen.getByRole<HTMLInputElement>('slider'),
      spreads: () =>
        all(container, 'text')
          .flatMap(({ textContent }) => /^σ = (\d+\.\d)$/.exec(textContent ?? '')?.[1] ?? [])
          .map(Number),
    };
  };

  it('says its width in words', () => {
    const { slider } = draw();
    fireEvent.change(slider, { target: { value: '3' } });
    expect([slider.getAttribute('aria-valuetext'), screen.getByText(/dₖ = 8/)]).toEqual([
      'd_k = 8',
      expect.anything(),
    ]);
  });

  it('widens the scores with d_k, and does not widen the scaled ones', () => {
    const { slider, spreads } = draw();
    fireEvent.change(slider, { target: { value: '1' } });
    const [narrow = 0, narrowScaled = 0] = spreads();
    fireEvent.change(slider, { target: { value: '9' } });
    const [wide = 0, wideScaled = 0] = spreads();
    expect([wide > 8 * narrow, Math.abs(wideScaled - narrowScaled) < 0.4]).toEqual([true, true]);
  });

  it('leaves the example’s own numbers alone', () => {
    const { container, store } = mountScene({ step: 'scale' });
    const before = one(container, '[data-matrix="scaled"]').innerHTML;
    fireEvent.change(screen.getByRole('slider'), { target: { value: '0' } });
    expect([one(container, '[data-matrix="scaled"]').innerHTML, store.getState().nHeads]).toEqual([
      before,
      3,
    ]);
  });
});

describe('a scene that fails', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** A head that does not exist; React reports what it catches, which here is wanted. */
  const draw = (): Mounted => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    return mount(
      <div style={{ width: 600, height: 400, display: 'grid' }}>
        <Figure caption="Rows ask, columns are asked" />
      </div>,
      { step: 'scores', head: 7 },
    );
  };

  it('says so in its place', () => {
    draw();
    expect(screen.getByRole('alert').textContent).toContain('This part failed');
  });

  it('leaves the caption standing', () => {
    draw();
    expect(screen.getByText(/^Rows ask, columns are asked/)).toBeTruthy();
  });

  it('comes back when it is tried again and can be drawn', () => {
    const { container, store } = draw();
    act(() => store.getState().setHead(0));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(all(container, '[data-matrix="scores"]')).toHaveLength(1);
  });

  it('does not take the next step with it', () => {
    const { container, store } = draw();
    act(() => {
      store.getState().setHeads(3);
      store.getState().goTo('context');
    });
    expect(all(container, '[data-matrix="context"]')).toHaveLength(1);
  });
});

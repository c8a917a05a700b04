/** A moment in the inspector and under the hand: terms that have not landed, the sum so far, the time to be dragged. */
import { fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { Figure } from '../../src/app/Figure.tsx';
import { explain, selectActiveCell, selectMotion, type State } from '../../src/store/index.ts';
import { Inspector } from '../../src/ui/index.ts';
import { numeral } from '../../src/viz/index.ts';
import { goTo, momentWhen, textOf } from './motion-support.tsx';
import { all, cellOn, loadScenes, mount, one, valueOf, type Mounted } from './support.tsx';

beforeAll(loadScenes);

describe('the inspector', () => {
  const draw = (moment: number | null): Mounted => mount(<Inspector />, { step: 'scores', moment });
  const pending = (root: ParentNode): boolean[] =>
    all(root, '[data-term]').map((term) => term.hasAttribute('data-pending'));
  const withLanded = (count: number): Mounted => {
    const mounted = draw(0);
    const moment = momentWhen(
      mounted.store,
      (state) => (selectMotion(state)?.at(state.moment ?? 0).landed ?? 0) >= count,
    );
    goTo(mounted.store, moment);
    return mounted;
  };

  it.each([
    [0, [true, true, true]],
    [1, [false, true, true]],
    [2, [false, false, true]],
    [3, [false, false, false]],
  ])('with %i terms landed leaves the others’ places empty', (count, wanted) => {
    const { container } = withLanded(count);
    expect(pending(container)).toEqual(wanted);
  });

  it('hides the number of a term that has not landed', () => {
    const { container } = withLanded(1);
    const hidden = all(container, '[data-term]').map(
      (term) => getComputedStyle(term.lastElementChild!).visibility,
    );
    expect(hidden).toEqual(['visible', 'hidden', 'hidden']);
  });

  it.each([0, 1, 2])('has no result while %i terms have landed', (count) => {
    expect(all(withLanded(count).container, '[data-result]')).toEqual([]);
  });

  it('has its result when all terms have landed', () => {
    const { container, store } = withLanded(3);
    const cell = selectActiveCell(store.getState())!;
    expect(valueOf(one(container, '[data-result]'))).toBe(explain(store.getState(), cell).value);
  });

  it('prints the sum so far in large type', () => {
    const { container, store } = withLanded(2);
    const sum = explain(store.getState(), selectActiveCell(store.getState())!)
      .terms.slice(0, 2)
      .reduce((sofar, { value }) => sofar + value, 0);
    expect(one(container, 'h2 + p').firstChild?.textContent).toBe(numeral(sum));
  });

  it('does not say where a number goes that is not there yet', () => {
    const onward = [draw(null), withLanded(1)].map(
      ({ container }) =>
        all(container, 'section[aria-label="Where this number goes next"]').filter((section) =>
          section.checkVisibility({ visibilityProperty: true }),
        ).length,
    );
    expect(onward).toEqual([1, 0]);
  });

  it('has nothing pending at rest', () => {
    expect(all(draw(null).container, '[data-pending]')).toEqual([]);
  });
});

describe('the scrubber', () => {
  const draw = (overrides: Partial<State> = {}): Mounted =>
    mount(
      <div style={{ width: 760, height: 560, display: 'grid' }}>
        <Figure caption="" />
      </div>,
      { step: 'scores', ...overrides },
    );
  const slider = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('slider');
  const drag = (tick: number): boolean =>
    fireEvent.change(slider(), { target: { value: String(tick) } });

  it('is there where the stop moves, with a name', () => {
    draw();
    expect(screen.getByRole('slider', { name: 'Motion' })).toBe(slider());
  });

  it('is not there where the stop rests', () => {
    draw({ step: 'prediction', beat: 5 });
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('stands at its end at rest', () => {
    draw();
    expect([slider().value, slider().getAttribute('aria-valuetext')]).toEqual(['200', '100%']);
  });

  it('stands where the moment is', () => {
    draw({ moment: 0.25 });
    expect([slider().value, slider().getAttribute('aria-valuetext')]).toEqual(['50', '25%']);
  });

  it('goes to a moment', () => {
    const { store } = draw();
    drag(50);
    expect(store.getState().moment).toBe(0.25);
  });

  it('goes to the beginning', () => {
    const { container, store } = draw();
    drag(0);
    expect(store.getState().moment).toBe(0);
    expect(textOf(cellOn(container, 'scores', 4, 1))).toBeNull();
  });

  it('rests at its end', () => {
    const { store } = draw({ moment: 0.5 });
    drag(200);
    expect(store.getState().moment).toBeNull();
  });

  it.each([
    ['Earlier moment (Shift + ←)', null, -2],
    ['Later moment (Shift + →)', 0, 1],
  ])('steps by “%s”', (name, moment, index) => {
    const { store } = draw({ moment });
    const stills = selectMotion(store.getState())?.stills ?? [];
    fireEvent.click(screen.getByRole('button', { name }));
    expect(store.getState().moment).toBe(stills.at(index));
  });

  it('marks every still', () => {
    const { container, store } = draw();
    const stills = selectMotion(store.getState())?.stills ?? [];
    expect(all(container, '[data-scrubber] i')).toHaveLength(stills.length);
  });

  it('stops what plays', () => {
    const { store } = draw({ moment: 0.5, playing: true });
    drag(20);
    expect(store.getState()).toMatchObject({ playing: false, moment: 0.1 });
  });

  it.each(['ArrowLeft', 'Home'])('stops what plays by %s at its beginning too', (key) => {
    const { store } = draw({ moment: 0, playing: true });
    fireEvent.keyDown(slider(), { key });
    expect(store.getState()).toMatchObject({ playing: false, moment: 0 });
  });

  it('stops what plays where it is taken hold of', () => {
    const { store } = draw({ moment: 0, playing: true });
    fireEvent.pointerDown(slider());
    expect(store.getState()).toMatchObject({ playing: false, moment: 0 });
  });

  it('does not stop what plays by another key', () => {
    const { store } = draw({ moment: 0, playing: true });
    fireEvent.keyDown(slider(), { key: 'Tab' });
    expect(store.getState().playing).toBe(true);
  });
});

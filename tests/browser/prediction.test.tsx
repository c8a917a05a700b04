/** Step `prediction`: the answer, and switches that do what they announce. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/i18n/index.ts';
import { at } from '../../src/math/index.ts';
import { selectTrace } from '../../src/store/index.ts';
import {
  announced,
  badge,
  best,
  draw,
  isPressed,
  switches,
  switchOf,
  textOnStage,
} from './prediction-support.tsx';
import { all, loadScenes, one, valueOf } from './support.tsx';

beforeAll(loadScenes);

const keys = ['head 0', 'head 1', 'head 2', 'attention', 'positions'];

describe('used as it was trained', () => {
  it('has no badge', () => {
    expect(badge(draw())).toBeUndefined();
  });

  it('expects what the sentence of the article goes on with', () => {
    draw();
    expect(announced()[0]).toMatch(/^具 /);
  });

  it('says the same in the header as the trace', () => {
    const mounted = draw();
    expect(announced()).toEqual(best(mounted));
  });

  it('says nothing against the ranking on the stage', () => {
    expect(textOnStage(draw())).not.toContain('never trained');
  });
});

describe('the switches', () => {
  it('are one a head, one for attention and one for positions', () => {
    expect(switches(draw()).map((button) => button.dataset['switch'])).toEqual(keys);
  });

  it('have none for a single head, which attention stands for', () => {
    const found = switches(draw({ nHeads: 1 })).map((button) => button.dataset['switch']);
    expect(found).toEqual(['attention', 'positions']);
  });

  it('are a named group', () => {
    const { container } = draw();
    const group = screen.getByRole('group', { name: messagesOf('en').ui.switchOff });
    expect(all(group, '[data-switch]')).toEqual(all(container, '[data-switch]'));
  });

  it.each(keys)('%s says in its name what it is called and what it brings', (key) => {
    const mounted = draw();
    const button = switchOf(mounted, key);
    const shown = button.querySelector('b')?.textContent ?? '';
    const name = button.ariaLabel ?? button.textContent ?? '';
    fireEvent.click(button);
    expect(name).toContain(shown);
    expect(name).toContain(announced()[0]);
  });

  it('are all up at first', () => {
    expect(switches(draw()).filter(isPressed)).toEqual([]);
  });

  it.each(keys)('%s says that it is pressed, once it is', (key) => {
    const mounted = draw();
    fireEvent.click(switchOf(mounted, key));
    expect(isPressed(switchOf(mounted, key))).toBe(true);
  });

  it.each(keys)('%s gives the trained answer back when it is pressed again', (key) => {
    const mounted = draw();
    const before = announced();
    fireEvent.click(switchOf(mounted, key));
    fireEvent.click(switchOf(mounted, key));
    expect([announced(), badge(mounted)]).toEqual([before, undefined]);
  });

  it.each(keys)('%s brings what it announced', (key) => {
    const mounted = draw();
    const promised = switchOf(mounted, key).textContent ?? '';
    fireEvent.click(switchOf(mounted, key));
    expect(promised).toContain(announced()[0]);
  });

  it.each(keys)('%s brings back what it announces while it is pressed', (key) => {
    const mounted = draw({ headsOff: [1], positions: false });
    const promised = switchOf(mounted, key).textContent ?? '';
    fireEvent.click(switchOf(mounted, key));
    expect(promised).toContain(announced()[0]);
  });

  it.each(keys)('%s changes what the header says comes next', (key) => {
    const mounted = draw();
    const before = announced();
    fireEvent.click(switchOf(mounted, key));
    expect(announced()).not.toEqual(before);
  });

  it.each([
    ['head 1', 'head-off', 'a head off'],
    ['attention', 'attention-off', 'attention off'],
    ['positions', 'positions-off', 'positions off'],
  ])('%s brings the badge %s and the notice', (key, departure, words) => {
    const mounted = draw();
    fireEvent.click(switchOf(mounted, key));
    expect(badge(mounted)).toBe(departure);
    expect(textOnStage(mounted)).toContain(`${words}: never trained like this`);
  });

  it('put their badge’s reasons into its title', () => {
    const mounted = draw({ headsOff: [1], positions: false });
    expect(one(mounted.container, '[data-departures]').title).toBe('a head off, positions off');
  });

  it('press attention when the last head goes off', () => {
    const mounted = draw({ headsOff: [0, 2] });
    fireEvent.click(switchOf(mounted, 'head 1'));
    expect([isPressed(switchOf(mounted, 'attention')), badge(mounted)]).toEqual([
      true,
      'attention-off',
    ]);
  });

  it('let attention bring all heads back', () => {
    const mounted = draw({ headsOff: [0, 1, 2] });
    fireEvent.click(switchOf(mounted, 'attention'));
    expect(switches(mounted).filter(isPressed)).toEqual([]);
  });

  it('can be reached by keyboard', () => {
    expect(switches(draw()).map(({ tabIndex, disabled }) => [tabIndex, disabled])).toEqual(
      keys.map(() => [0, false]),
    );
  });

  it('keep the focus when they are pressed', () => {
    const mounted = draw();
    act(() => switchOf(mounted, 'head 1').focus());
    fireEvent.click(switchOf(mounted, 'head 1'));
    expect(document.activeElement).toBe(switchOf(mounted, 'head 1'));
  });

  it('leave what is pinned alone', () => {
    const pinned = { matrix: 'z', row: 4, col: 2 } as const;
    const mounted = draw({ pinned });
    fireEvent.click(switchOf(mounted, 'head 1'));
    expect(mounted.store.getState().pinned).toEqual(pinned);
  });

  it('keep the numbers on the stage those of the trace', () => {
    const mounted = draw();
    fireEvent.click(switchOf(mounted, 'head 1'));
    const { logits } = selectTrace(mounted.store.getState());
    const cells = all<SVGElement>(mounted.container, '[data-matrix="logits"] [data-row]');
    const off = cells.filter(
      (cell) => valueOf(cell) !== at(logits, 4, Number(cell.dataset['col'])),
    );
    expect([cells.length, off]).toEqual([5, []]);
  });

  it('in another head count speak of those heads', () => {
    const mounted = draw({ nHeads: 9 });
    expect(switches(mounted)).toHaveLength(11);
    fireEvent.click(switchOf(mounted, 'head 8'));
    expect(mounted.store.getState().headsOff).toEqual([8]);
  });
});

describe('random parameters', () => {
  it('say that the ranking means nothing, and nothing else', () => {
    const mounted = draw({ origin: { kind: 'room', steps: 0 }, headsOff: [1] });
    expect(textOnStage(mounted)).toContain('this ranking means nothing');
    expect(textOnStage(mounted)).not.toContain('never trained like this');
  });
});

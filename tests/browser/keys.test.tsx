/** The page's keys: what each does in either view, and when they keep out of the way. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bindKeys } from '../../src/app/keys.ts';
import { createAppStore, selectMotion, type State } from '../../src/store/index.ts';

let cleanUp = (): void => undefined;
const elements: Element[] = [];

afterEach(() => {
  cleanUp();
  for (const element of elements.splice(0)) element.remove();
});

const bind = (overrides: Partial<State> = {}) => {
  cleanUp();
  const store = createAppStore(overrides);
  const actions = {
    present: vi.fn<() => void>(),
    change: vi.fn<() => void>(),
    glossary: vi.fn<() => void>(),
    leave: vi.fn<() => void>(),
    black: vi.fn<() => void>(),
  };
  cleanUp = bindKeys(window, store, actions);
  return { store, actions };
};

const codes: Readonly<Record<string, string>> = { ' ': 'Space', '.': 'Period' };

/** Presses a key on an element; true where the page left it to the browser. */
const press = (
  key: string,
  init: KeyboardEventInit = {},
  target: Element = document.body,
): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      code: codes[key] ?? (key.length === 1 ? `Key${key.toUpperCase()}` : key),
      bubbles: true,
      cancelable: true,
      ...init,
    }),
  );

/** An element of a kind, in the document. */
const place = (
  tag: string,
  prepare: (element: HTMLElement) => void = () => undefined,
): HTMLElement => {
  const element = document.createElement(tag);
  prepare(element);
  document.body.append(element);
  elements.push(element);
  return element;
};

const stop = ({ step, beat }: State): string => `${step}/${beat}`;

describe.each(['reader', 'present'] as const)('in the %s view', (view) => {
  it('shift and the arrows go through the stills of the motion, and leave the stop where it is', () => {
    const { store } = bind({ step: 'scores', view, playing: true });
    const stills = selectMotion(store.getState())?.stills ?? [];
    const seen = [...stills, 0].map(() => {
      press('ArrowRight', { shiftKey: true });
      return store.getState().moment;
    });
    expect(seen).toEqual([...stills.slice(0, -1), null, 0]);
    press('ArrowLeft', { shiftKey: true });
    expect([store.getState().moment, stop(store.getState()), store.getState().playing]).toEqual([
      0,
      'scores/0',
      false,
    ]);
  });

  it('shift and the arrows do nothing where the stop does not move', () => {
    const { store } = bind({ step: 'prediction', beat: 5, view, playing: true });
    press('ArrowRight', { shiftKey: true });
    expect(store.getState()).toMatchObject({ step: 'prediction', moment: null, playing: true });
  });

  it('k plays and pauses', () => {
    const { store } = bind({ step: 'scores', view });
    press('k');
    const first = store.getState().playing;
    press('k');
    expect([first, store.getState().playing]).toEqual([true, false]);
  });
});

describe('in the reader', () => {
  it.each([
    ['ArrowRight', 'scores/0'],
    ['PageDown', 'scores/0'],
    ['n', 'scores/0'],
    ['ArrowLeft', 'weights/0'],
    ['PageUp', 'weights/0'],
    ['p', 'weights/0'],
    ['Home', 'architecture/0'],
    ['End', 'parallel/0'],
  ])('%s goes to %s', (key, wanted) => {
    const { store } = bind({ step: 'projection', beat: 1 });
    press(key);
    expect(stop(store.getState())).toBe(wanted);
  });

  it('space plays and pauses', () => {
    const { store } = bind();
    press(' ');
    const playing = store.getState().playing;
    press(' ');
    expect([playing, store.getState().playing]).toEqual([true, false]);
  });

  it.each(['ArrowRight', ' ', 'PageDown'])(
    '%j is taken from the browser, which would scroll',
    (key) => {
      bind();
      expect(press(key)).toBe(false);
    },
  );
});

describe('on the projector', () => {
  const view = 'present' as const;

  it.each(['ArrowRight', 'PageDown', 'n', ' '])('%j goes on by a beat', (key) => {
    const { store } = bind({ view, step: 'projection', beat: 1 });
    press(key);
    expect(stop(store.getState())).toBe('projection/2');
  });

  it.each(['ArrowLeft', 'PageUp', 'p'])('%s goes back by a beat', (key) => {
    const { store } = bind({ view, step: 'projection', beat: 1 });
    press(key);
    expect(stop(store.getState())).toBe('projection/0');
  });

  it('shift and space go back by a beat', () => {
    const { store } = bind({ view, step: 'scores' });
    press(' ', { shiftKey: true });
    expect(stop(store.getState())).toBe('projection/2');
  });

  it('follows the view that the store has now', () => {
    const { store } = bind({ step: 'projection' });
    store.getState().setView('present');
    press('PageDown');
    expect(stop(store.getState())).toBe('projection/1');
  });
});

describe('the shell’s keys', () => {
  it.each([
    ['f', 'present'],
    ['g', 'glossary'],
    ['b', 'black'],
    ['.', 'black'],
    ['Escape', 'leave'],
  ] as const)('%j asks to %s', (key, action) => {
    const { actions } = bind();
    press(key);
    expect(actions[action]).toHaveBeenCalledTimes(1);
  });

  it('Esc lets the pinned cell go first', () => {
    const { store, actions } = bind({ pinned: { matrix: 'x', row: 0, col: 0 } });
    press('Escape');
    expect([store.getState().pinned, actions.leave.mock.calls.length]).toEqual([null, 0]);
  });
});

describe('in the training room', () => {
  const view = 'train' as const;

  it.each(['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'n', 'p', 'Home', 'End', ' '])(
    '%j does nothing behind it, and is left to the browser',
    (key) => {
      const { store } = bind({ view, step: 'projection', beat: 1 });
      const untouched = press(key);
      const { playing } = store.getState();
      expect([stop(store.getState()), playing, untouched]).toEqual(['projection/1', false, true]);
    },
  );

  it.each(['f', 'b', '.'])('%j does not turn the page into a projector', (key) => {
    const { actions } = bind({ view });
    press(key);
    expect([actions.present.mock.calls, actions.black.mock.calls]).toEqual([[], []]);
  });

  it('Esc leaves', () => {
    const { actions } = bind({ view });
    press('Escape');
    expect(actions.leave).toHaveBeenCalledTimes(1);
  });

  it('Esc leaves at once, whatever is pinned behind it', () => {
    const { actions } = bind({ view, pinned: { matrix: 'x', row: 0, col: 0 } });
    press('Escape');
    expect(actions.leave).toHaveBeenCalledTimes(1);
  });

  it.each(['input', 'textarea'])('Esc in a %s is the field’s', (tag) => {
    const { actions } = bind({ view });
    press('Escape', {}, place(tag));
    expect(actions.leave).not.toHaveBeenCalled();
  });
});

describe('keep out of the way', () => {
  const moves = (key: string, target?: Element, init?: KeyboardEventInit): boolean => {
    const { store } = bind({ step: 'scores' });
    const untouched = press(key, init, target);
    return stop(store.getState()) !== 'scores/0' || store.getState().playing || !untouched;
  };

  it.each(['ctrlKey', 'metaKey', 'altKey'])('of a key with %s', (modifier) => {
    expect(moves('ArrowRight', undefined, { [modifier]: true })).toBe(false);
  });

  it.each(['input', 'select', 'textarea'])('of typing in a %s', (tag) => {
    expect(['n', 'ArrowRight', ' '].map((key) => moves(key, place(tag)))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('of typing in editable text', () => {
    expect(
      moves(
        'n',
        place('div', (element) => (element.contentEditable = 'true')),
      ),
    ).toBe(false);
  });

  it.each([
    ['button', ' '],
    ['button', 'Enter'],
    ['summary', ' '],
  ])('of a %s that means %j itself', (tag, key) => {
    expect(moves(key, place(tag))).toBe(false);
  });

  it('of a key that something else has used already', () => {
    const used = place('div', (element) =>
      element.addEventListener('keydown', (event) => event.preventDefault()),
    );
    const { store } = bind({ step: 'scores' });
    press('ArrowRight', {}, used);
    expect(stop(store.getState())).toBe('scores/0');
  });

  it('of keys that mean nothing here', () => {
    expect(moves('x')).toBe(false);
  });

  it('when they are unbound', () => {
    const { store } = bind({ step: 'scores' });
    cleanUp();
    press('ArrowRight');
    expect(stop(store.getState())).toBe('scores/0');
  });
});

describe('still work', () => {
  it.each([
    ['button', 'ArrowRight'],
    ['a', 'ArrowRight'],
    ['input', 'PageDown'],
    ['select', 'PageDown'],
  ])('on a %s, %s, as a clicker is used after a click', (tag, key) => {
    const { store } = bind({ step: 'scores' });
    press(key, {}, place(tag));
    expect(stop(store.getState())).toBe('scale/0');
  });
});

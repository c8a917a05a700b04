/** The tour on the page: it comes when it should, each stop goes on by being done, and it never gets in the way. */
// First, as on the page: it settles the order of the style layers.
import '../../src/app/tokens.css';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { isTourNew, tourKey } from '../../src/app/environment.ts';
import type { Welcome } from '../../src/app/welcome.ts';
import { StoreProvider } from '../../src/frame/index.ts';
import { createAppStore, type AppStore, type State } from '../../src/store/index.ts';
import { cellOn, loadScenes, one } from './support.tsx';

beforeAll(loadScenes);
beforeEach(() => localStorage.removeItem(tourKey));
afterEach(() => vi.restoreAllMocks());

const open = (welcome: Welcome = 'begin', overrides: Partial<State> = {}): AppStore => {
  const store = createAppStore({ language: 'en', theme: 'light', ...overrides });
  render(
    <StoreProvider store={store}>
      <App welcome={welcome} />
    </StoreProvider>,
  );
  return store;
};

const card = (): HTMLElement | null => screen.queryByRole('dialog');
/** Waits until the tour is at a stop, and until that is seen. */
const reached = async (stop: string): Promise<void> => {
  await waitFor(() => expect(card()?.dataset['tour']).toBe(stop));
  await waitFor(() => expect(card()?.dataset['side']).toBeDefined());
};
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const help = (): HTMLElement => button('How to use');
const press = (element: Element): void => void fireEvent.click(element);
const pressKey = (key: string, on: Element = document.body): void =>
  void fireEvent.keyDown(on, { key, code: key });

/** Nothing comes, even after what is fetched behind the first picture is there. */
const staysAway = async (): Promise<void> => {
  await import('../../src/app/tour/Tour.tsx');
  await act(async () => undefined);
  expect(card()).toBeNull();
};

describe('coming', () => {
  it('begins by itself for a newcomer, without the focus', async () => {
    open('begin');
    await reached('next');
    expect(document.activeElement).toBe(document.body);
    expect(card()?.getAttribute('aria-modal')).toBeNull();
  });

  it.each(['offer', 'none'] as const)('does not with the welcome %j', async (welcome) => {
    open(welcome);
    expect(help().dataset['new']).toBe(welcome === 'offer' ? '' : undefined);
    await staysAway();
  });

  it.each(['present', 'train'] as const)(
    'never comes in the view %s, nor after it',
    async (view) => {
      const store = open('begin', { view });
      await staysAway();
      act(() => store.getState().setView('reader'));
      await staysAway();
    },
  );

  it('ends where the reader begins to present', async () => {
    const store = open();
    await reached('next');
    act(() => store.getState().setView('present'));
    expect(card()).toBeNull();
    act(() => store.getState().setView('reader'));
    await staysAway();
  });

  it('is read out: its words come into a live region that was there before', async () => {
    open();
    await reached('next');
    const region = one(document, '[role="dialog"] [aria-live="polite"]');
    expect(region.textContent).toContain('Step on');
    press(button('Next stop'));
    await reached('move');
    expect(one(document, '[role="dialog"] [aria-live="polite"]')).toBe(region);
    expect(region.textContent).toContain('Watch it compute');
  });
});

describe('doing', () => {
  it('what each stop says leads to the next', async () => {
    const store = open();
    await reached('next');
    press(button('Next'));
    await reached('move');
    press(button('Play'));
    await waitFor(() => expect(store.getState().moment).not.toBeNull());
    expect(card()?.dataset['tour']).toBe('move');
    act(() => store.getState().setMoment(null));
    await reached('ask');
    expect(store.getState()).toMatchObject({ step: 'scores', playing: false });
    press(cellOn(document, 'scores', 1, 2));
    await reached('follow');
    press(document.querySelector('[data-inspector] [data-term] button') as Element);
    await reached('change');
    expect(store.getState().pinned?.matrix).toBe('q');
    press(screen.getByRole('radio', { name: '2' }));
    expect(card()?.dataset['tour']).toBe('change');
    press(button('Back to where I was'));
    expect(card()).toBeNull();
    expect(store.getState().step).toBe('architecture');
  });

  it('can be left to the card, which ends where the reader wants to stay', async () => {
    const store = open('none', { step: 'mask' });
    press(help());
    for (const stop of ['next', 'move', 'ask', 'follow']) {
      // One after the other is the point.
      // oxlint-disable-next-line no-await-in-loop
      await reached(stop);
      press(button('Next stop'));
    }
    await reached('change');
    press(button('Stay here'));
    expect(card()).toBeNull();
    expect(store.getState().step).toBe('scores');
  });

  it('says Done where the reader is where they began', async () => {
    open('none', { step: 'scores' });
    press(help());
    for (const stop of ['next', 'move', 'ask', 'follow']) {
      // oxlint-disable-next-line no-await-in-loop
      await reached(stop);
      press(button('Next stop'));
    }
    await reached('change');
    expect(screen.queryByRole('button', { name: 'Stay here' })).toBeNull();
    press(button('Done'));
    expect(card()).toBeNull();
  });

  it('points at what it speaks of, and covers none of it', async () => {
    open('none', { step: 'scores' });
    press(help());
    for (const [stop, selector] of [
      ['next', '[data-part="next"]'],
      ['move', '[data-part="play"]'],
      ['ask', '[data-matrix="scores"]'],
      ['follow', '[data-inspector] ol'],
      ['change', '[data-part="head"]'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await reached(stop);
      // oxlint-disable-next-line no-await-in-loop
      await waitFor(() => {
        const target = document.querySelector(selector)?.getBoundingClientRect() as DOMRect;
        const mark = one(document, '[data-mark]').getBoundingClientRect();
        const around = [target.left - mark.left, mark.right - target.right];
        expect(Math.min(...around), stop).toBeGreaterThan(0);
        const box = (card() as HTMLElement).getBoundingClientRect();
        const apart =
          box.right <= mark.left ||
          box.left >= mark.right ||
          box.bottom <= mark.top ||
          box.top >= mark.bottom;
        expect([stop, apart]).toEqual([stop, true]);
      });
      if (stop !== 'change') press(button('Next stop'));
    }
  });
});

describe('ending', () => {
  it('Escape skips it wherever the focus is, once; then the key is the page’s again', async () => {
    const store = open('none', { step: 'scores' });
    const cell = { matrix: 'scores', head: 0, row: 1, col: 2 } as const;
    press(help());
    await reached('next');
    act(() => store.getState().pin(cell));
    pressKey('Escape');
    expect(card()).toBeNull();
    expect(store.getState().pinned).toEqual(cell);
    pressKey('Escape');
    expect(store.getState().pinned).toBeNull();
  });

  it('leaves Escape to the cell that has the focus', async () => {
    open('none', { step: 'scores' });
    press(help());
    await reached('next');
    const cell = cellOn(document, 'scores', 1, 2);
    act(() => cell.focus());
    pressKey('Escape', cell);
    expect(card()).not.toBeNull();
    expect(document.activeElement).not.toBe(cell);
  });

  it.each([
    ['skipped', () => press(button('Skip'))],
    ['left by Escape', () => pressKey('Escape')],
  ])('is remembered when it was %s, and its button is no longer new', async (_how, end) => {
    open();
    await reached('next');
    expect([isTourNew(), help().dataset['new']]).toEqual([true, '']);
    end();
    expect([isTourNew(), help().dataset['new']]).toEqual([false, undefined]);
  });

  it('gives the focus back to its button if it had it, and else leaves it', async () => {
    open('none');
    press(help());
    await reached('next');
    expect(document.activeElement).toBe(card());
    pressKey('Escape', card() as HTMLElement);
    expect(document.activeElement).toBe(help());
    press(help());
    await reached('next');
    act(() => button('Play').focus());
    pressKey('Escape', button('Play'));
    expect(document.activeElement).toBe(button('Play'));
  });

  it('begins anew at the first stop', async () => {
    open();
    await reached('next');
    press(button('Next stop'));
    await reached('move');
    press(help());
    await reached('next');
    press(button('Skip'));
    press(help());
    await reached('next');
  });
});

describe('the keyboard', () => {
  it('goes on from the card to what it points at', async () => {
    open('none', { step: 'scores' });
    press(help());
    await reached('next');
    pressKey('Tab', button('Next stop'));
    expect(document.activeElement).toBe(button('Next'));
    press(button('Next stop'));
    press(button('Next stop'));
    await reached('ask');
    pressKey('Tab', button('Next stop'));
    expect(document.activeElement?.closest('[data-matrix="scores"]')).not.toBeNull();
  });

  it('keeps the page’s keys', async () => {
    const store = open();
    await reached('next');
    pressKey('ArrowRight');
    expect(store.getState().step).toBe('tokens');
    await reached('move');
    pressKey('Home');
    expect(store.getState().step).toBe('architecture');
  });
});

describe('a browser that keeps nothing', () => {
  it('is never met by itself, and still ends the tour', async () => {
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    expect(isTourNew()).toBe(false);
    open('none');
    press(help());
    await reached('next');
    press(button('Skip'));
    expect(card()).toBeNull();
    cleanup();
  });
});

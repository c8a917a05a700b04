/** Terms in the text and their cards, and the list of all of them: open, close, focus, keys, the step that shows it. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { glossaryTextsOf, messagesOf } from '../../src/i18n/index.ts';
import type { State } from '../../src/store/index.ts';
import { Narration } from '../../src/ui/index.ts';
import { GlossaryList } from '../../src/ui/glossary/glossary.ts';
import { all, mount, one, type Mounted } from './support.tsx';

/** The narration, once its terms are there. */
const read = async (overrides: Partial<State> = {}): Promise<Mounted> => {
  const mounted = mount(
    <>
      <Narration />
      <button type="button">elsewhere</button>
    </>,
    { step: 'scores', ...overrides },
  );
  await waitFor(() => expect(all(mounted.container, '[data-glossary]')).not.toEqual([]));
  return mounted;
};

const term = ({ container }: Mounted, name: string): HTMLElement =>
  one(container, `[data-glossary="${name}"]`);

const cards = ({ container }: Mounted): string[] =>
  all(container, '[data-card]').map((card) => card.dataset['card'] ?? '');

const open = async (name: string, overrides: Partial<State> = {}): Promise<Mounted> => {
  const mounted = await read(overrides);
  term(mounted, name).focus();
  fireEvent.click(term(mounted, name));
  expect(cards(mounted)).toEqual([name]);
  return mounted;
};

const press = (element: Element, key: string): boolean => fireEvent.keyDown(element, { key });

const focused = (): Element | null => document.activeElement;

describe('a term in the text', () => {
  it('is a button that says whether its card is open, and which it is', async () => {
    const mounted = await read();
    const button = term(mounted, 'q');
    expect(button).toBe(screen.getByRole('button', { name: 'q', expanded: false }));
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-controls') ?? '')).toBe(
      one(mounted.container, '[data-card]'),
    );
  });

  it('reads as the text did without it', async () => {
    const plain = mount(<Narration />, { step: 'scores' }).container.textContent;
    const { container } = await read();
    expect(container.textContent).toBe(`${plain ?? ''}elsewhere`);
  });

  it.each(['Enter', ' '])('opens with %j, which the page does not get', async (key) => {
    const mounted = await read();
    const onPage = vi.fn<(event: KeyboardEvent) => void>();
    addEventListener('keydown', (event) => onPage(event), { once: true });
    press(term(mounted, 'q'), key);
    expect(cards(mounted)).toEqual(['q']);
    expect(onPage.mock.calls[0]?.[0].defaultPrevented).toBe(true);
  });

  it('stays the same element while the numbers around it change', async () => {
    const mounted = await read();
    const before = term(mounted, 'q');
    act(() => mounted.store.getState().hover({ matrix: 'scores', head: 0, row: 0, col: 0 }));
    expect(term(mounted, 'q')).toBe(before);
  });
});

describe.each(['zh-CN', 'en'] as const)('a card in %s', (language) => {
  const { glossary, words } = glossaryTextsOf(language);

  it('tells name, symbol, explanation, shape and step', async () => {
    const mounted = await open('q', { language });
    const card = screen.getByRole('dialog');
    const { title } = messagesOf(language).narration.projection;
    expect(card.textContent).toContain(glossary.q.name.replace(/\s*\{.*/, ''));
    expect(card.textContent).toContain('Q = XWQ');
    expect(all(card, 'p')[0]?.textContent).toMatch(/Q/);
    expect(one(card, '[data-figure]').textContent).toBe(words.shapeInHead('5×3'));
    expect(screen.getByRole('button', { name: words.seeStep(5, title) })).toBeTruthy();
    expect(cards(mounted)).toEqual(['q']);
  });

  it('follows the state', async () => {
    const mounted = await open('q', { language });
    act(() => mounted.store.getState().setHeads(9));
    expect(one(mounted.container, '[data-figure]').textContent).toBe(words.shapeInHead('5×1'));
  });

  it('says so where its own step is open', async () => {
    const { container } = await open('scores', { language });
    const card = one(container, '[data-card]');
    expect(card.textContent).toContain(words.thisStep);
    expect(all(card, 'button')).toHaveLength(1);
  });

  it('is closed by its cross', async () => {
    const mounted = await open('q', { language });
    fireEvent.click(screen.getByRole('button', { name: words.close }));
    expect([cards(mounted), focused()]).toEqual([[], term(mounted, 'q')]);
  });
});

describe('a card', () => {
  it('takes the focus, is above the page, and is at its word on the screen', async () => {
    const mounted = await open('q');
    const card = one(mounted.container, '[data-card]');
    expect(focused()).toBe(card);
    expect(card.matches(':popover-open')).toBe(true);
    const box = card.getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(8);
    expect(box.right).toBeLessThanOrEqual(innerWidth - 8);
    expect(box.top).toBeGreaterThanOrEqual(term(mounted, 'q').getBoundingClientRect().bottom);
  });

  it('closes with Escape, which gives the focus back and means nothing else', async () => {
    const mounted = await open('q');
    const onPage = vi.fn<() => void>();
    addEventListener('keydown', onPage, { once: true });
    press(one(mounted.container, '[data-card]'), 'Escape');
    removeEventListener('keydown', onPage);
    expect([cards(mounted), focused()]).toEqual([[], term(mounted, 'q')]);
    expect(onPage).not.toHaveBeenCalled();
  });

  it('closes when something else is pressed', async () => {
    const mounted = await open('q');
    fireEvent.pointerDown(screen.getByRole('heading'));
    expect(cards(mounted)).toEqual([]);
  });

  it('stays open when it is pressed itself', async () => {
    const mounted = await open('q');
    fireEvent.pointerDown(one(mounted.container, '[data-figure]'));
    expect(cards(mounted)).toEqual(['q']);
  });

  it('closes when the focus goes elsewhere, and lets it', async () => {
    const mounted = await open('q');
    const elsewhere = screen.getByRole('button', { name: 'elsewhere' });
    act(() => elsewhere.focus());
    expect([cards(mounted), focused()]).toEqual([[], elsewhere]);
  });

  it('closes when its word is pressed again', async () => {
    const mounted = await open('q');
    fireEvent.pointerDown(term(mounted, 'q'));
    fireEvent.click(term(mounted, 'q'));
    expect(cards(mounted)).toEqual([]);
  });

  it('gives way to another term’s', async () => {
    const mounted = await open('q');
    fireEvent.pointerDown(term(mounted, 'k'));
    fireEvent.click(term(mounted, 'k'));
    expect(cards(mounted)).toEqual(['k']);
  });

  it('leads to the step that shows it, and is gone there', async () => {
    const mounted = await open('q');
    fireEvent.click(screen.getByRole('button', { name: /step 5/ }));
    expect([mounted.store.getState().step, cards(mounted)]).toEqual(['projection', []]);
    expect(focused()).toBe(screen.getByRole('region', { name: 'Narration' }));
  });

  it('is gone with its step, and does not come back with it', async () => {
    const mounted = await open('q');
    act(() => mounted.store.getState().next());
    expect(cards(mounted)).toEqual([]);
    act(() => mounted.store.getState().previous());
    expect(cards(mounted)).toEqual([]);
  });
});

describe('the list', () => {
  const show = (overrides: Partial<State> = {}) => {
    const onClose = vi.fn<() => void>();
    return { onClose, ...mount(<GlossaryList onClose={onClose} />, overrides) };
  };

  const entries = (root: ParentNode): string[] =>
    all(root, '[data-entry]').map((entry) => entry.dataset['entry'] ?? '');

  const find = (wanted: string): void => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: wanted } });
  };

  beforeAll(() => expect(matchMedia('(pointer: coarse)').matches).toBe(false));

  it.each(['zh-CN', 'en'] as const)('has every term once, by chapters, in %s', (language) => {
    const { container } = show({ language });
    const { ui } = messagesOf(language);
    const { glossary } = glossaryTextsOf(language);
    expect(entries(container).toSorted()).toEqual(Object.keys(glossary).toSorted());
    expect(screen.getByRole('dialog', { name: ui.glossary })).toBeTruthy();
    expect(
      screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent),
    ).toEqual(Object.values(ui.chapters));
  });

  it('is a modal dialog that begins where one types', () => {
    const { container } = show();
    expect(one(container, 'dialog').matches(':modal')).toBe(true);
    expect(focused()).toBe(screen.getByRole('textbox'));
  });

  it('finds what is typed, and says where there is nothing', () => {
    const { container } = show();
    find('wq');
    expect(entries(container)).toEqual(['wq', 'q']);
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
    find('carrot');
    expect(entries(container)).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('No such term.');
    find('');
    expect(entries(container).length).toBeGreaterThan(20);
  });

  it('leads to a step and closes', async () => {
    const { store, onClose } = show({ step: 'tokens' });
    find('attention weights');
    fireEvent.click(screen.getByRole('button', { name: /step 8/ }));
    expect(store.getState().step).toBe('softmax');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });

  it('closes with its cross', async () => {
    const { onClose } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });
});

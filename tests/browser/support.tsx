/** Renders components as they stand on the page: a store, a frame, a language. */
import { act, cleanup, render, waitFor, type RenderResult } from '@testing-library/react';
import { expect } from 'vitest';
import '../../src/app/tokens.css';
import '../../src/app/base.css';
import { Figure } from '../../src/app/Figure.tsx';
import { FrameProvider, StoreProvider } from '../../src/frame/index.ts';
import { createAppStore, type AppStore, type State } from '../../src/store/index.ts';
import { Inspector } from '../../src/ui/index.ts';
import { steps } from '../../src/walkthrough/index.ts';
import type { FrameKind } from '../../src/viz/index.ts';

export interface Mounted extends RenderResult {
  readonly store: AppStore;
}

/** Renders below a store and a frame. English and light unless told otherwise. */
export const mount = (
  children: React.ReactNode,
  overrides: Partial<State> = {},
  kind: FrameKind = 'reader',
): Mounted => {
  const store = createAppStore({ language: 'en', theme: 'light', ...overrides });
  const result = render(
    <StoreProvider store={store}>
      <FrameProvider kind={kind}>{children}</FrameProvider>
    </StoreProvider>,
  );
  return { ...result, store };
};

/** A scene with its stage and the inspector beside it, as large as the reader's. */
export const mountScene = (
  overrides: Partial<State> = {},
  size: { readonly width: number; readonly height: number } = { width: 760, height: 560 },
): Mounted =>
  mount(
    <>
      <div style={{ ...size, display: 'grid', gridTemplateRows: '1fr' }}>
        <Figure />
      </div>
      <Inspector />
    </>,
    overrides,
  );

/** Draws every scene once, for `beforeAll`: all but the first are fetched when they are first needed, and later drawn at once. */
export const loadScenes = async (): Promise<void> => {
  const { container, store } = mountScene();
  // While a scene is fetched, the one before it stays in its place, hidden.
  const isDrawn = (step: string): boolean => {
    const drawings = all<SVGElement>(container, `[data-scene="${step}"] svg`);
    return drawings.length > 0 && drawings.every((drawing) => drawing.checkVisibility());
  };
  for (const { id } of steps) {
    // One after the other is the point: there is one stage.
    // oxlint-disable-next-line no-await-in-loop
    await act(async () => store.getState().goTo(id));
    // oxlint-disable-next-line no-await-in-loop
    await waitFor(() => expect([id, isDrawn(id)]).toEqual([id, true]), { timeout: 10_000 });
  }
  cleanup();
};

/** How far an element reaches beyond another on the side where it does most, in pixels; negative where it lies within. */
export const overhang = (element: Element, frame: DOMRect): number => {
  const box = element.getBoundingClientRect();
  return Math.max(
    frame.left - box.left,
    box.right - frame.right,
    frame.top - box.top,
    box.bottom - frame.bottom,
  );
};

/** The only element of a selector; fails where there is none or more. */
export const one = <Found extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
): Found => {
  const found = root.querySelectorAll<Found>(selector);
  const [first] = found;
  if (found.length !== 1 || !first) throw new Error(`${found.length} elements for ${selector}`);
  return first;
};

export const all = <Found extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
): Found[] => [...root.querySelectorAll<Found>(selector)];

/** A cell on the stage, by its matrix and indices. */
export const cellOn = (
  root: ParentNode,
  matrix: string,
  row: number,
  col: number,
  more = '',
): SVGElement =>
  one<SVGElement>(root, `[data-matrix="${matrix}"]${more} [data-row="${row}"][data-col="${col}"]`);

/** The data-value of an element, as a number. */
export const valueOf = (element: Element): number => Number(element.getAttribute('data-value'));

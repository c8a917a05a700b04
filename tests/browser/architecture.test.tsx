/** The figure as a reader uses it: blocks that say what they do, a map that answers, a zoom in and out again. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { usePlay } from '../../src/app/usePlay.ts';
import { Figure } from '../../src/app/Figure.tsx';
import { selectTrace, type State } from '../../src/store/index.ts';
import { PipelineMap } from '../../src/ui/index.ts';
import { goTo } from './motion-support.tsx';
import { all, loadScenes, mount, one, type Mounted } from './support.tsx';

beforeAll(loadScenes);

const Page = (): React.ReactNode => {
  usePlay();
  return (
    <>
      <PipelineMap />
      <div style={{ width: 1088, height: 568, display: 'grid', gridTemplateRows: '1fr' }}>
        <Figure />
      </div>
    </>
  );
};

const draw = (overrides: Partial<State> = {}): Mounted =>
  mount(<Page />, { step: 'architecture', ...overrides });

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));
const lit = ({ container }: Mounted): number => all(container, 'nav [data-lit]').length;
const heading = (): string | null => screen.getByRole('heading', { level: 2 }).textContent;

describe('a block', () => {
  it('says what it does when it is pressed, and is let go of by another press', () => {
    const { store } = draw();
    press('Linear + softmax');
    expect(heading()).toBe('Linear + softmax');
    expect(screen.getByRole('button', { name: 'Linear + softmax', pressed: true })).toBeTruthy();
    press('Linear + softmax');
    expect(store.getState().block).toBeNull();
  });

  it('lights its stations on the map', () => {
    const mounted = draw();
    expect(lit(mounted)).toBe(0);
    press('Masked multi-head attention');
    expect(lit(mounted)).toBe(7);
    press('Cross-attention');
    expect(lit(mounted)).toBe(0);
    expect(screen.getByText(/no such block/)).toBeTruthy();
  });

  it('leads to the step that shows it', () => {
    const { store } = draw();
    press('Linear + softmax');
    fireEvent.click(screen.getByRole('button', { name: /^Step 14: / }));
    const { step, beat, block } = store.getState();
    expect([step, beat, block]).toEqual(['prediction', 4, null]);
  });

  it('stays where the reader is when the language changes', () => {
    const { store } = draw();
    press('Cross-attention');
    act(() => store.getState().setLanguage('zh-CN'));
    expect(heading()).toBe('交叉注意力');
  });
});

describe('the zoom', () => {
  it('goes into attention and stops there, then into a head, and out again', async () => {
    const { store } = draw({ speed: 2 });
    press('Masked multi-head attention');
    press('Look inside');
    expect(store.getState()).toMatchObject({ beat: 2, playing: true, once: true });
    await waitFor(() => expect(store.getState().playing).toBe(false), { timeout: 8000 });
    expect(store.getState()).toMatchObject({ step: 'architecture', beat: 2, moment: null });
    press('Scaled dot-product attention');
    press('Look inside');
    await waitFor(() => expect(store.getState().playing).toBe(false), { timeout: 8000 });
    expect(store.getState()).toMatchObject({ beat: 3, moment: null });
    press('Back outside');
    press('Back outside');
    expect(store.getState().beat).toBe(1);
  }, 30_000);

  it('begins with the whole figure and ends with the inside alone', () => {
    const mounted = draw({ beat: 2 });
    const drawn = (): string[] =>
      all(mounted.container, '[data-block]').map((block) => block.dataset['block'] ?? '');
    goTo(mounted.store, 0);
    expect(drawn()).toContain('cross');
    expect(drawn()).not.toContain('concat');
    goTo(mounted.store, 0.5);
    expect(drawn()).toEqual(expect.arrayContaining(['attention', 'norm-1', 'concat']));
    goTo(mounted.store, 1);
    expect(drawn().toSorted()).toEqual(
      ['concat', 'head', 'keys', 'projection', 'queries', 'values'].toSorted(),
    );
  });

  it('only ever grows the block that it goes into', () => {
    const mounted = draw({ beat: 3 });
    const widths = [0.3, 0.5, 0.7].map((moment) => {
      goTo(mounted.store, moment);
      return one(mounted.container, '[data-block="head"]').getBoundingClientRect().width;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(new Set(widths).size).toBe(3);
  });
});

describe('the inside', () => {
  it('shows the matrices of our own computation, masked', () => {
    const { container, store } = draw({ beat: 3 });
    const trace = selectTrace({ ...store.getState(), causalChoice: true });
    const fills = (name: string): string[] =>
      all(container, `[data-stage] [data-thumb="${name}"] rect`).map(
        (rect) => rect.getAttribute('fill') ?? '',
      );
    const { rows, cols } = trace.attention.heads[0]!.weights;
    // The frame round it is a rectangle as well.
    expect(fills('weights')).toHaveLength(rows * cols + 1);
    const above = fills('weights')[1];
    expect([2, 3, 4, 7, 8, 9].map((index) => fills('weights')[index])).toEqual(
      Array.from({ length: 6 }, () => above),
    );
    expect(fills('weights')[0]).not.toBe(above);
  });

  it('has a pattern for each head', () => {
    const { container, store } = draw({ beat: 2 });
    const patterns = (): number => all(container, '[data-stage] [data-thumb="weights"]').length;
    expect(patterns()).toBe(3);
    act(() => store.getState().setHeads(9));
    expect(patterns()).toBe(9);
  });
});

describe('what a language model drops', () => {
  it('fades, and a way round it comes instead', () => {
    const mounted = draw({ beat: 1 });
    const paths = (): number => all(mounted.container, '[data-stage] svg > path').length;
    const dashed = (): number =>
      all(mounted.container, '[data-block] rect[stroke-dasharray]').length;
    goTo(mounted.store, 0);
    const [before, none] = [paths(), dashed()];
    goTo(mounted.store, 1);
    expect([none, dashed()]).toEqual([0, 7]);
    expect(paths()).toBe(before + 1);
  });
});

/** What keeps still while a stop moves or the pointer does: header, map and controls are not rendered again with every frame. */
import { act, cleanup } from '@testing-library/react';
import { Profiler } from 'react';
import { describe, expect, it } from 'vitest';
import { useDocument } from '../../src/app/useDocument.ts';
import { useApp, useAppState, useDrawn, useRestingState } from '../../src/frame/index.ts';
import type { AppStore, State } from '../../src/store/index.ts';
import {
  Header,
  Narration,
  PipelineMap,
  StepFormula,
  Stepper,
  Toolbar,
} from '../../src/ui/index.ts';
import { goTo } from './motion-support.tsx';
import { mount } from './support.tsx';

const rendersOf = (children: React.ReactNode): { renders: () => number; store: AppStore } => {
  let renders = 0;
  const { store } = mount(
    <Profiler id="still" onRender={() => (renders += 1)}>
      {children}
    </Profiler>,
    {
      step: 'scores',
    },
  );
  return { renders: () => renders, store };
};

describe('what does not move', () => {
  it.each([
    [
      'the header',
      <Header key="header" onPresent={() => undefined} onGlossary={() => undefined} />,
    ],
    ['the map', <PipelineMap key="map" />],
    ['the text', <Narration key="text" />],
    ['the stepper', <Stepper key="stepper" />],
    ['the toolbar', <Toolbar key="toolbar" />],
  ])('%s is not rendered again while only the moment changes', (_, children) => {
    const { renders, store } = rendersOf(children);
    goTo(store, 0);
    const before = renders();
    for (const moment of [0.1, 0.2, 0.5, 0.9]) goTo(store, moment);
    expect(renders() - before).toBe(0);
  });

  it.each([
    [
      'the header',
      <Header key="header" onPresent={() => undefined} onGlossary={() => undefined} />,
    ],
    ['the map', <PipelineMap key="map" />],
    ['the text', <Narration key="text" />],
  ])('%s is not rendered again when a motion begins or ends', (_, children) => {
    const { renders, store } = rendersOf(children);
    const before = renders();
    goTo(store, 0);
    goTo(store, null);
    expect(renders() - before).toBe(0);
  });

  it('still follows the step', () => {
    const { renders, store } = rendersOf(<Narration />);
    const before = renders();
    act(() => store.getState().next());
    expect(renders() - before).toBeGreaterThan(0);
  });
});

describe('what is the same wherever the reader points', () => {
  const cells = [0, 1, 2, 3].map((row) => ({ matrix: 'scores', head: 0, row, col: 1 }) as const);

  it.each([
    [
      'the header',
      <Header key="header" onPresent={() => undefined} onGlossary={() => undefined} />,
    ],
    ['the map', <PipelineMap key="map" />],
    ['the stepper', <Stepper key="stepper" />],
    ['the toolbar', <Toolbar key="toolbar" />],
    ['the formula', <StepFormula key="formula" />],
  ])('%s is not rendered again while the pointer moves', (_, children) => {
    const { renders, store } = rendersOf(children);
    const before = renders();
    for (const cell of [...cells, null]) act(() => store.getState().hover(cell));
    expect(renders() - before).toBe(0);
  });

  it('is not the text: it speaks of the row pointed at', () => {
    const { container, store } = mount(<Narration />, { step: 'scores' });
    const said = (): string | null => container.textContent;
    act(() => store.getState().hover(cells[1] ?? null));
    const second = said();
    act(() => store.getState().hover(cells[3] ?? null));
    expect(said()).not.toBe(second);
  });
});

describe('what is drawn', () => {
  /** The reader's step and the drawn one, at every render. */
  const places = (playing: boolean): { seen: string[]; store: AppStore } => {
    const seen: string[] = [];
    const Look = (): React.ReactNode => {
      seen.push(
        `${useApp(({ step }) => step)} ${useDrawn(({ step }) => step)} ${useAppState().step}`,
      );
      return null;
    };
    const { store } = mount(<Look />, { step: 'scores', playing });
    seen.length = 0;
    act(() => store.getState().goTo('scale'));
    return { seen, store };
  };

  it('follows in a frame of its own while it plays', async () => {
    const { seen } = places(true);
    expect(seen).toEqual(['scale scores scores']);
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(seen).toEqual(['scale scores scores', 'scale scale scale']);
  });

  it('follows at once where the reader goes on themselves', () => {
    expect(new Set(places(false).seen)).toEqual(new Set(['scale scale scale']));
  });

  it('follows at once where the reader stops the play', () => {
    const { seen, store } = places(true);
    seen.length = 0;
    act(() => {
      store.getState().goTo('softmax');
      store.getState().setPlaying(false);
    });
    expect(new Set(seen)).toEqual(new Set(['softmax softmax softmax']));
  });
});

describe('the document', () => {
  const Told = (): React.ReactNode => {
    useDocument();
    return null;
  };
  const record = (change: (store: AppStore) => void): (string | null)[] => {
    const { store } = mount(<Told />, { step: 'scores' });
    const observer = new MutationObserver(() => undefined);
    observer.observe(document.documentElement, { attributes: true });
    act(() => change(store));
    const names = observer.takeRecords().map(({ attributeName }) => attributeName);
    observer.disconnect();
    return names;
  };

  it('is not told its language and theme again with every step', () => {
    expect(record((store) => store.getState().goTo('scale'))).toEqual([]);
  });

  it('is told a new language', () => {
    expect(record((store) => store.getState().setLanguage('zh-CN'))).toContain('lang');
  });
});

describe('the state at rest', () => {
  const seen: State[] = [];
  const Look = (): React.ReactNode => {
    seen.push(useRestingState());
    return null;
  };
  const look = (overrides: Partial<State> = {}): AppStore => {
    cleanup();
    seen.length = 0;
    return mount(<Look />, { step: 'scores', ...overrides }).store;
  };

  it('is one object for all moments', () => {
    const store = look();
    for (const moment of [0, 0.3, 1, null]) goTo(store, moment);
    expect(new Set(seen).size).toBe(1);
  });

  it('has no moment', () => {
    look({ moment: 0.3 });
    expect(seen.at(-1)?.moment).toBeNull();
  });

  it('is another object when anything else changes', () => {
    const store = look({ moment: 0.3 });
    act(() => store.getState().setFill('token'));
    expect([new Set(seen).size, seen.at(-1)?.fill]).toEqual([2, 'token']);
  });

  it('keeps what changed together with the moment', () => {
    const store = look({ moment: 0.3 });
    act(() => store.getState().goTo('scale'));
    expect(seen.at(-1)).toMatchObject({ step: 'scale', moment: null });
  });
});

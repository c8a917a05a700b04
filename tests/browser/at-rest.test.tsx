/** What keeps still while a stop moves: header, map, text and controls are not rendered again with every frame. */
import { act, cleanup } from '@testing-library/react';
import { Profiler } from 'react';
import { describe, expect, it } from 'vitest';
import { useRestingState } from '../../src/frame/index.ts';
import type { AppStore, State } from '../../src/store/index.ts';
import { Header, Narration, PipelineMap, Stepper, Toolbar } from '../../src/ui/index.ts';
import { goTo } from './motion-support.tsx';
import { mount } from './support.tsx';

describe('what does not move', () => {
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

  it.each([
    ['the header', <Header key="header" onPresent={() => undefined} />],
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
    ['the header', <Header key="header" onPresent={() => undefined} />],
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

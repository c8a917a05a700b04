/** The training room around its run: what is seen of it, taking parameters home, leaving and coming back. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Train } from '../../src/app/Train.tsx';
import { sessionOf } from '../../src/app/train/session.ts';
import { FrameProvider, StoreProvider } from '../../src/frame/index.ts';
import { createAppStore } from '../../src/store/index.ts';
import { ourPlan } from '../../src/training/index.ts';
import { all, mount, one } from './support.tsx';
import {
  button,
  click,
  enter,
  eventually,
  numbersOf,
  reaches,
  stepsOf,
  takeSteps,
  texts,
} from './training-support.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what is seen', () => {
  it('is a loss in words and a curve as long as the run', async () => {
    const room = enter();
    await takeSteps(room, 3);
    const loss = room.session().run.losses.at(-1);
    await eventually(() => {
      expect(Number(one(room.container, '[data-loss]').dataset['loss'])).toBe(loss);
      screen.getByRole('img', { name: texts.lossLabel(loss!.toFixed(3), 3) });
    });
  });

  it('names both losses that can be known without a model', async () => {
    const { container } = enter();
    await eventually(() => expect(all(container, 'svg').length).toBeGreaterThan(3));
    expect(container.textContent).toContain(`${texts.floor} 0.48`);
    expect(container.textContent).toContain(texts.floorWithoutContext);
  });

  it('has the attention of every head', async () => {
    enter();
    for (const head of [1, 2, 3])
      // Each picture of three.
      // oxlint-disable-next-line no-await-in-loop
      expect(await screen.findByRole('img', { name: texts.patternLabel(head) })).toBeTruthy();
  });

  it('has five guesses for the beginning, with chances that make sense', () => {
    enter();
    const list = screen.getByRole('list', { name: texts.guesses });
    expect(all(list, 'li')).toHaveLength(5);
  });

  it('changes with training', async () => {
    const room = enter();
    const list = (): string => screen.getByRole('list', { name: texts.guesses }).textContent ?? '';
    const before = list();
    await takeSteps(room, 5);
    await eventually(() => expect(list()).not.toBe(before));
  });

  it('has no number that is none', async () => {
    const room = enter();
    await takeSteps(room, 1);
    expect(room.container.innerHTML).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('puts a beginning of a pair into the field', () => {
    const room = enter();
    fireEvent.click(screen.getByRole('button', { name: /^我们一起玩/ }));
    expect(room.session().prompt).toBe('我们一起玩');
  });
});

describe('taking parameters home', () => {
  const round = (value: number): number => Math.round(value * 100) / 100 + 0;

  it('makes the page’s parameters those of the run, rounded to 0.01', async () => {
    const room = enter();
    await takeSteps(room, 3);
    click(texts.adopt);
    const { parameters, origin, vocabulary } = room.store.getState();
    const run = numbersOf(room.session().run.parameters);
    expect(numbersOf(parameters)).toEqual(run.map(round));
    expect(origin).toEqual({ kind: 'room', steps: 3 });
    expect(vocabulary).toEqual(room.session().material.vocabulary);
  });

  it('says so', async () => {
    const room = enter();
    await takeSteps(room, 3);
    click(texts.adopt);
    expect(one(room.container, '[data-origin]').textContent).toContain(texts.adopted(3));
  });

  it('leaves the run as it is, not rounded', async () => {
    const room = enter();
    await takeSteps(room, 2);
    const before = numbersOf(room.session().run.parameters);
    click(texts.adopt);
    expect(numbersOf(room.session().run.parameters)).toEqual(before);
  });

  it('can be undone: ours come back', async () => {
    const room = enter();
    const ours = numbersOf(room.store.getState().parameters);
    await takeSteps(room, 1);
    click(texts.adopt);
    click(texts.backToOurs);
    expect(numbersOf(room.store.getState().parameters)).toEqual(ours);
    expect(room.store.getState().origin).toEqual({ kind: 'ours' });
  });

  it('is not offered while a run is going on', async () => {
    const room = enter();
    click(texts.start);
    await reaches(room, 1);
    await eventually(() => expect(button(texts.adopt).disabled).toBe(true));
    click(texts.pause);
  });

  it('has nothing to give back while ours are used', () => {
    enter();
    expect(button(texts.backToOurs).disabled).toBe(true);
  });

  it('leads back to the page', () => {
    const leave = vi.fn<() => void>();
    enter({}, leave);
    click(texts.backToPrediction);
    expect(leave).toHaveBeenCalledTimes(1);
  });
});

describe('leaving and coming back', () => {
  it('pauses the run and ends the worker', async () => {
    const terminate = vi.spyOn(Worker.prototype, 'terminate');
    const room = enter();
    click(texts.start);
    await reaches(room, 3);
    room.unmount();
    expect([room.session().running, terminate.mock.calls.length]).toEqual([false, 1]);
  });

  it('takes no step any more once it is left', async () => {
    const room = enter();
    click(texts.start);
    await reaches(room, 3);
    room.unmount();
    const kept = stepsOf(room);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([stepsOf(room), room.session().failed]).toEqual([kept, false]);
  });

  it('makes no worker as long as nothing is trained', () => {
    const terminate = vi.spyOn(Worker.prototype, 'terminate');
    enter().unmount();
    expect(terminate).not.toHaveBeenCalled();
  });

  it('continues from where it stood, and can be started again', async () => {
    const first = enter();
    await takeSteps(first, 3);
    const before = first.session().run.losses;
    first.unmount();
    const { unmount } = render(
      <StoreProvider store={first.store}>
        <FrameProvider kind="reader">
          <Train onLeave={() => undefined} />
        </FrameProvider>
      </StoreProvider>,
    );
    expect(screen.getByText(texts.progress(3, ourPlan.steps))).toBeTruthy();
    click(texts.resume);
    await reaches(first, 6);
    click(texts.pause);
    expect(first.session().run.losses.slice(0, 3)).toEqual(before);
    unmount();
  });

  it('works where effects run twice, as they do in development', async () => {
    const store = createAppStore({ language: 'en' });
    const { unmount } = render(
      <StrictMode>
        <StoreProvider store={store}>
          <FrameProvider kind="reader">
            <Train onLeave={() => undefined} />
          </FrameProvider>
        </StoreProvider>
      </StrictMode>,
    );
    click(texts.step);
    await eventually(() => expect(sessionOf(store).getState().run.losses).toHaveLength(1));
    unmount();
  });

  it('keeps two pages apart', async () => {
    const room = enter();
    await takeSteps(room, 1);
    expect(sessionOf(createAppStore()).getState().run.losses).toEqual([]);
  });

  it('leaves by its own button', () => {
    const leave = vi.fn<() => void>();
    enter({}, leave);
    click(texts.back);
    expect(leave).toHaveBeenCalledTimes(1);
  });
});

describe('in Chinese', () => {
  it('is the same room', () => {
    const { container } = mount(<Train onLeave={() => undefined} />, { language: 'zh-CN' });
    expect(one(container, 'h1').textContent).toBe('训练室');
  });

  it('changes its language where it stands', async () => {
    const room = enter({ language: 'zh-CN' });
    act(() => room.store.getState().setLanguage('en'));
    await takeSteps(room, 1);
    expect(one(room.container, 'h1').textContent).toBe(texts.title);
  });

  it('does not start over when its language changes', async () => {
    const room = enter();
    await takeSteps(room, 2);
    act(() => room.store.getState().setLanguage('zh-CN'));
    act(() => room.store.getState().setLanguage('en'));
    await takeSteps(room, 1);
    expect(stepsOf(room)).toBe(3);
  });
});

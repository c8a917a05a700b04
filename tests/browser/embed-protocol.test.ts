/** What an embedded figure tells its host: which messages, when, and nothing where there is no host. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportHeight, tellHost } from '../../src/app/embed-protocol.ts';

const before = location.href;
const told = vi.fn<(message: unknown, target: unknown) => void>();
let element: HTMLElement;
let stop = (): void => undefined;

beforeEach(() => {
  told.mockClear();
  // The host: anything that is not this window itself.
  vi.spyOn(window, 'parent', 'get').mockReturnValue({ postMessage: told } as unknown as Window);
  element = document.createElement('div');
  document.body.append(element);
});

afterEach(() => {
  stop();
  element.remove();
  vi.restoreAllMocks();
  history.replaceState(null, '', before);
});

const frames = async (count = 3): Promise<void> => {
  for (let index = 0; index < count; index++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
};

const heights = (): number[] =>
  told.mock.calls.map(([message]) => (message as { height: number }).height);

/** Reports the element at a height. */
const reportAt = async (height: number): Promise<void> => {
  element.style.height = `${height}px`;
  stop = reportHeight(element);
  await frames();
};

describe('tellHost', () => {
  it('says who speaks, in which version', () => {
    tellHost({ type: 'ready' });
    expect(told.mock.calls[0]?.[0]).toMatchObject({
      source: 'seeing-attention',
      v: 1,
      type: 'ready',
    });
  });

  it('gives the host its own name for the frame back', () => {
    history.replaceState(null, '', `${location.pathname}?id=fig-7`);
    tellHost({ type: 'step', step: 'mask' });
    expect(told.mock.calls[0]?.[0]).toMatchObject({ id: 'fig-7', step: 'mask' });
  });

  it('gives no name where it has none', () => {
    history.replaceState(null, '', location.pathname);
    tellHost({ type: 'ready' });
    expect(told.mock.calls[0]?.[0]).toMatchObject({ id: null });
  });

  it('speaks to whoever embeds it', () => {
    tellHost({ type: 'ready' });
    expect(told.mock.calls[0]?.[1]).toBe('*');
  });

  it('says only what can be copied', () => {
    tellHost({ type: 'error', message: 'x' });
    const message = told.mock.calls[0]?.[0];
    expect(structuredClone(message)).toEqual(message);
  });

  it('says nothing where there is no host', () => {
    vi.spyOn(window, 'parent', 'get').mockReturnValue(window);
    const own = vi.spyOn(window, 'postMessage');
    tellHost({ type: 'ready' });
    expect([told.mock.calls.length, own.mock.calls.length]).toEqual([0, 0]);
  });
});

describe('reportHeight', () => {
  it('tells the height once', async () => {
    await reportAt(420);
    await frames(5);
    expect(heights()).toEqual([420]);
  });

  it('tells a new height', async () => {
    await reportAt(420);
    element.style.height = '500px';
    await frames();
    expect(heights()).toEqual([420, 500]);
  });

  it('does not tell noise of rounding', async () => {
    await reportAt(420);
    element.style.height = '421px';
    await frames();
    expect(heights()).toEqual([420]);
  });

  it('rounds up, so that nothing is cut', async () => {
    await reportAt(420.3);
    expect(heights()).toEqual([421]);
  });

  it.each([
    [10, 200],
    [9000, 4000],
  ])('of %i px tells %i', async (height, wanted) => {
    await reportAt(height);
    expect(heights()).toEqual([wanted]);
  });

  it('tells once a frame at most', async () => {
    await reportAt(420);
    told.mockClear();
    for (const height of [430, 440, 450, 460]) element.style.height = `${height}px`;
    await frames();
    expect(heights()).toEqual([460]);
  });

  it('falls silent when it is stopped', async () => {
    await reportAt(420);
    stop();
    element.style.height = '600px';
    await frames();
    expect(heights()).toEqual([420]);
  });
});

/** The map of weights as a person uses it: it fills, stops when it is told to, zooms down to numbers and says what is under the pointer. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { attendHead } from '../../src/attention/index.ts';
import { at } from '../../src/math/index.ts';
import { drawHead, repliesTo, type Reply, type Request } from '../../src/scenes/scale-up/jobs.ts';
import { runBetweenTasks, runJob, type RunJob } from '../../src/scenes/scale-up/run-job.ts';
import { WeightMap } from '../../src/scenes/scale-up/WeightMap.tsx';
import { Stage } from '../../src/scenes/stage/Stage.tsx';
import { all, mount, one } from './support.tsx';

const n = 96;
const dK = 128;
const weights = (() => {
  const { q, k } = drawHead(n, dK);
  return attendHead(q, k, k, { causal: true }).weights;
})();

/** A job that goes on when it is told to. */
const byHand = () => {
  let replies: Iterator<Reply> | null = null;
  let report: { onReply: (reply: Reply) => void; onDone: () => void } | null = null;
  const ended = { count: 0 };
  const run: RunJob = (request: Request, onReply, onDone) => {
    replies = repliesTo(request, () => 0);
    report = { onReply, onDone };
    return () => {
      ended.count++;
      replies = null;
    };
  };
  const go = (): void =>
    act(() => {
      const { value, done } = replies?.next() ?? {};
      if (done === true) report?.onDone();
      else if (value) report?.onReply(value);
    });
  return { run, go, ended };
};

const draw = (run: RunJob) =>
  mount(
    <div style={{ width: 760, height: 480, display: 'grid' }}>
      <Stage label="stage" scene="scale-up">
        {() => <WeightMap n={n} run={run} />}
      </Stage>
    </div>,
    { step: 'scale-up', beat: 1 },
  );

const full = () => {
  const job = byHand();
  const mounted = draw(job.run);
  for (let block = 0; block <= n / 32; block++) job.go();
  return mounted;
};

const panel = (root: ParentNode): HTMLElement => one(root, '[data-map]');
const readout = (root: ParentNode): string => one(root, '[data-map] output').textContent;
const mapButton = (): HTMLElement => screen.getByRole('button', { name: /Arrows choose/ });
const press = (...keys: string[]): void => {
  for (const key of keys) fireEvent.keyDown(mapButton(), { key });
};
const pointAt = (root: ParentNode, x: number, y: number, more = {}): void => {
  const surface = mapButton().parentElement;
  const box = one(root, 'canvas').getBoundingClientRect();
  if (surface)
    fireEvent.pointerMove(surface, {
      clientX: box.left + x * box.width,
      clientY: box.top + y * box.height,
      ...more,
    });
};

describe('computing', () => {
  it('fills row by row and says how far it is', () => {
    const job = byHand();
    const { container } = draw(job.run);
    expect(panel(container).dataset).toMatchObject({ map: 'running', computed: '0' });
    job.go();
    expect(panel(container).dataset).toMatchObject({ map: 'running', computed: '32' });
    expect(one<HTMLProgressElement>(container, 'progress').position).toBeCloseTo(1 / 3);
    job.go();
    job.go();
    job.go();
    expect(panel(container).dataset).toMatchObject({ map: 'resting', computed: '96' });
  });

  it('stops when it is cancelled, keeps what is there, and starts over when asked to', () => {
    const job = byHand();
    const { container } = draw(job.run);
    job.go();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(job.ended.count).toBe(1);
    expect(panel(container).dataset).toMatchObject({ map: 'resting', computed: '32' });
    pointAt(container, 0.1, 0.9);
    expect(readout(container)).toMatch(/^Row \d+: not computed yet$/);
    fireEvent.click(screen.getByRole('button', { name: 'Again' }));
    expect(panel(container).dataset).toMatchObject({ map: 'running', computed: '0' });
    job.go();
    expect(panel(container).dataset['computed']).toBe('32');
  });

  it('ends when the map is left', () => {
    const job = byHand();
    const { unmount } = draw(job.run);
    job.go();
    unmount();
    expect(job.ended.count).toBe(1);
  });

  it.each([
    ['in a worker', runJob],
    ['between the page’s tasks', runBetweenTasks],
  ])('comes to its end %s', async (_where, run) => {
    const { container } = draw(run);
    await waitFor(() => expect(panel(container).dataset['map']).toBe('resting'), {
      timeout: 10_000,
    });
    pointAt(container, 0.5 / n, (n - 0.5) / n);
    expect(readout(container)).toBe(
      `Row 96, column 1: ${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(at(weights, n - 1, 0))}`,
    );
  });
});

describe('looking', () => {
  it('is an image with a name', () => {
    full();
    expect(screen.getByRole('img', { name: /96×96 attention weights/ }).tagName).toBe('CANVAS');
  });

  it('says that the mask blocks what lies above the diagonal', () => {
    const { container } = full();
    pointAt(container, 0.9, 0.1);
    expect(readout(container)).toMatch(/: masked$/);
  });

  it('draws paper above the diagonal and shades below it', () => {
    const { container } = full();
    const canvas = one<HTMLCanvasElement>(container, 'canvas');
    const pixel = (x: number, y: number) => [
      ...(canvas.getContext('2d')?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data ??
        []),
    ];
    expect(pixel(0.9, 0.1)).toEqual([0xfb, 0xfb, 0xf9, 255]);
    expect(pixel(0.1, 0.9)).not.toEqual([0xfb, 0xfb, 0xf9, 255]);
  });

  it('goes by keys down to cells with numbers, in thousandths', () => {
    const { container } = full();
    const numbers = () => all(container, 'canvas + svg text');
    expect(numbers().length).toBe(0);
    pointAt(container, 0.3, 0.7);
    press('+', '+', '+', '+');
    expect(numbers().length).toBeGreaterThan(20);
    const [, row, col] = /Row (\d+), column (\d+)/.exec(readout(container)) ?? [];
    const printed = (at(weights, Number(row) - 1, Number(col) - 1) * 1000).toFixed(2);
    expect(numbers().map(({ textContent }) => textContent)).toContain(printed);
    press('0');
    expect(numbers().length).toBe(0);
  });

  it('is walked over by the arrow keys, and Escape lets go of the cell', () => {
    const { container } = full();
    press('+', '+', '+', '+', 'ArrowDown');
    const [, row = '', col] = /Row (\d+), column (\d+)/.exec(readout(container)) ?? [];
    press('ArrowDown', 'ArrowLeft');
    expect(readout(container)).toContain(`Row ${Number(row) + 1}, column ${Number(col) - 1}`);
    press('Escape');
    expect(readout(container)).toMatch(/^Point at a cell/);
  });

  it('zooms by the wheel with Ctrl alone, and leaves plain scrolling to the page', () => {
    const { container } = full();
    const surface = mapButton().parentElement ?? document.body;
    const whole = (): boolean =>
      screen.getByRole<HTMLButtonElement>('button', { name: 'Whole' }).disabled;
    const wheel = (ctrlKey: boolean): boolean => {
      const event = new WheelEvent('wheel', {
        deltaY: -300,
        ctrlKey,
        bubbles: true,
        cancelable: true,
      });
      act(() => void surface.dispatchEvent(event));
      return event.defaultPrevented;
    };
    expect([wheel(false), whole()]).toEqual([false, true]);
    expect([wheel(true), whole()]).toEqual([true, false]);
    expect(one(container, '[data-zoomed]')).toBe(surface);
  });

  it('is dragged where it is zoomed in', () => {
    const { container } = full();
    press('+', '+');
    const range = (): string => all(container, '[data-map] p')[0]?.textContent ?? '';
    const before = range();
    const surface = mapButton().parentElement ?? document.body;
    const box = surface.getBoundingClientRect();
    const [x, y] = [box.left + 200, box.top + 200];
    // Events made by hand have no pointer that could be captured.
    surface.setPointerCapture = () => undefined;
    fireEvent.pointerDown(surface, { pointerId: 1, clientX: x, clientY: y });
    fireEvent.pointerMove(surface, { pointerId: 1, clientX: x - 60, clientY: y - 40 });
    fireEvent.pointerUp(surface, { pointerId: 1 });
    expect(range()).not.toBe(before);
  });
});

/** What the rows of the attention weights add up to: beside them, and live while they change. */
import { beforeAll, describe, expect, it } from 'vitest';
import { goTo } from './motion-support.tsx';
import { all, loadScenes, mountScene } from './support.tsx';

beforeAll(loadScenes, 60_000);

/** The printed sums, in the order in which they are drawn: numbers on the stage that are in no cell. */
const sumsOn = (container: HTMLElement): readonly string[] =>
  all(container, '[data-stage] svg text')
    .filter((text) => text.closest('[data-row]') === null)
    .map((text) => text.textContent ?? '')
    .filter((text) => /^\d\.\d\d$/.test(text));

/** The five under the bars of softmax are weights, not sums. */
const sums = (container: HTMLElement, count: number): readonly number[] =>
  sumsOn(container).slice(0, count).map(Number);

describe('the sums of the rows', () => {
  it('are 1 beside the weights of softmax', () => {
    const { container } = mountScene({ step: 'softmax' });
    expect(sums(container, 5)).toEqual([1, 1, 1, 1, 1]);
  });

  it('are 1 with and without the mask', () => {
    const { container } = mountScene({ step: 'mask' });
    expect(sumsOn(container)).toEqual(Array.from({ length: 10 }, () => '1.00'));
  });

  it('are live while the masked rows are shared out anew', () => {
    const { container, store } = mountScene({ step: 'mask' });
    const seen = Array.from({ length: 40 }, (_, tick) => {
      goTo(store, tick / 40);
      return sums(container, 10);
    });
    expect(seen.every((now) => now.slice(0, 5).every((sum) => sum === 1))).toBe(true);
    expect(seen[0]?.slice(5)).toEqual([1, 1, 1, 1, 1]);
    expect(seen.some((now) => now.slice(5).some((sum) => Math.abs(sum - 1) > 0.05))).toBe(true);
  });
});

/** The costs of `scale-up` as a person changes them: sizes typed in, refused and taken back, the speed measured on the page. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/scenes/scale-up/jobs.ts';
import { runBetweenTasks, runJob } from '../../src/scenes/scale-up/run-job.ts';
import { loadScenes, mountScene, one } from './support.tsx';

beforeAll(loadScenes);

const countOf = (root: ParentNode, quantity: string, model: 'ours' | 'theirs'): number =>
  Number(one(root, `[data-cost="${quantity}"][data-model="${model}"]`).getAttribute('data-count'));

const type = (name: RegExp, value: string): void => {
  fireEvent.change(screen.getByRole('spinbutton', { name }), { target: { value } });
};

const message = (root: ParentNode): string => one(root, '[data-scene] output').textContent;

describe('the sizes', () => {
  it('begin with GPT-3’s and change what is counted', () => {
    const { container } = mountScene({ step: 'scale-up' });
    expect(countOf(container, 'weightCells', 'theirs')).toBe(96 * 96 * 2048 ** 2);
    type(/tokens/, '4096');
    expect(countOf(container, 'weightCells', 'theirs')).toBe(96 * 96 * 4096 ** 2);
    expect(countOf(container, 'weightCells', 'ours')).toBe(75);
  });

  it('stay where they were while a field holds nonsense, and say what it may hold', () => {
    const { container } = mountScene({ step: 'scale-up' });
    for (const nonsense of ['', '-1', '2.5', '99999999999']) {
      type(/layers/, nonsense);
      expect(message(container)).toBe('layers: a whole number, 1 to 10,000');
      expect(screen.getByRole('spinbutton', { name: /layers/ }).ariaInvalid).toBe('true');
      expect(countOf(container, 'parameters', 'theirs')).toBe(57_982_058_496);
    }
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('go back to GPT-3’s at the press of a button', () => {
    const { container } = mountScene({ step: 'scale-up' });
    type(/heads/, '7');
    expect(message(container)).toBe('Heads must divide dims');
    fireEvent.click(screen.getByRole('button', { name: 'Back to GPT-3' }));
    expect(message(container)).toMatch(/not measured yet/);
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: /heads/ }).value).toBe('96');
  });

  it('halve the bytes in float16', () => {
    const { container } = mountScene({ step: 'scale-up' });
    const before = countOf(container, 'parameterBytes', 'theirs');
    fireEvent.change(screen.getByRole('combobox', { name: /each/ }), {
      target: { value: 'float16' },
    });
    expect(countOf(container, 'parameterBytes', 'theirs')).toBe(before / 2);
  });

  it('count our own model as it stands', () => {
    const { container } = mountScene({ step: 'scale-up', nHeads: 9 });
    expect(countOf(container, 'weightCells', 'ours')).toBe(9 * 25);
  });
});

describe('the speed', () => {
  it('is measured when asked for, and turns multiplications into time', async () => {
    const { container } = mountScene({ step: 'scale-up' });
    expect(container.querySelector('[data-cost="seconds"]')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Measure speed' }));
    await waitFor(() => expect(message(container)).toMatch(/just measured/), { timeout: 10_000 });
    const [ours, theirs] = [
      countOf(container, 'seconds', 'ours'),
      countOf(container, 'seconds', 'theirs'),
    ];
    expect(ours).toBeGreaterThan(0);
    expect(theirs / ours).toBeCloseTo(128_642_860_449_792 / 2070, 0);
  });

  it.each([
    ['in a worker', runJob],
    ['between the page’s tasks', runBetweenTasks],
  ])('is measured %s', async (_where, run) => {
    const replies: Reply[] = [];
    await new Promise<void>((resolve) => {
      run({ job: 'measure', milliseconds: 5 }, (reply) => replies.push(reply), resolve);
    });
    expect(replies.length).toBe(1);
  });
});

/** Two inputs of different lengths: which makes what is said, and the switch turns it round. */
import { act, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadScenes, mountScene, one } from './support.tsx';

beforeAll(loadScenes);

describe('the two inputs', () => {
  const shapeOf = (root: ParentNode, matrix: string): (string | undefined)[] => {
    const { rows, cols } = one(root, `[data-stage] [data-matrix="${matrix}"]`).dataset;
    return [rows, cols];
  };

  it('are named with what they make and how long they are, in both directions', () => {
    const { container, store } = mountScene({ step: 'cross-attention' });
    const said = (texts: readonly string[]): boolean[] => {
      const all = one(container, '[data-stage]').textContent ?? '';
      return texts.map((text) => all.includes(text));
    };
    const forward = ['sentence makes Q', 'nq= 5', 'other input makes K, V', 'nk= 7'];
    const swapped = ['other input makes Q', 'nq= 7', 'sentence makes K, V', 'nk= 5'];
    expect([said(forward), shapeOf(container, 'scores')]).toEqual([
      [true, true, true, true],
      ['5', '7'],
    ]);
    act(() => store.getState().goToBeat(1));
    expect([said(swapped), said(forward).includes(true), shapeOf(container, 'scores')]).toEqual([
      [true, true, true, true],
      false,
      ['7', '5'],
    ]);
  });

  it('stand beside the article’s example, put right', () => {
    mountScene({ step: 'cross-attention' });
    expect(screen.getByText('image makes Q, text K and V')).toBeTruthy();
  });
});

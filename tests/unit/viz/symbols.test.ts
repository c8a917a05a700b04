/** Symbols as runs of text: what is a subscript, what slants, and that nothing gets lost. */
import { describe, expect, it } from 'vitest';
import { symbolRuns, type Run } from '../../../src/viz/index.ts';
import { matrixSymbols } from '../../../src/walkthrough/index.ts';

const run = (text: string, level: Run['level'], upright: boolean): Run => ({
  text,
  level,
  upright,
});

describe('symbolRuns', () => {
  it.each<[string, readonly Run[]]>([
    ['X', [run('X', 0, false)]],
    ['W_Q', [run('W', 0, false), run('Q', -1, false)]],
    ['K^T', [run('K', 0, false), run('T', 1, true)]],
    ['e^s', [run('e', 0, false), run('s', 1, false)]],
    ['x_{12}', [run('x', 0, false), run('12', -1, true)]],
    ['W_1', [run('W', 0, false), run('1', -1, true)]],
    [
      'a_{1j}v_j',
      [run('a', 0, false), run('1j', -1, true), run('v', 0, false), run('j', -1, false)],
    ],
    ['S/√d_k', [run('S', 0, false), run('/√', 0, true), run('d', 0, false), run('k', -1, false)]],
    [
      'softmax(S)',
      [run('softmax', 0, true), run('(', 0, true), run('S', 0, false), run(')', 0, true)],
    ],
    ['AV', [run('AV', 0, false)]],
    ['ReLU', [run('ReLU', 0, true)]],
    ['Concat', [run('Concat', 0, true)]],
    ['X+O', [run('X', 0, false), run('+', 0, true), run('O', 0, false)]],
    ['', []],
  ])('of %s', (notation, runs) => {
    expect(symbolRuns(notation)).toEqual(runs);
  });

  it.each(Object.values(matrixSymbols))('loses nothing of %s', (notation) => {
    const text = symbolRuns(notation)
      .map((part) => part.text)
      .join('');
    expect(text).toBe(notation.replaceAll(/[_^{}]/g, ''));
  });

  it.each(['_', '^', 'W_', 'a_{', '__proto__', '{}', '^^'])('survives %j', (odd) => {
    expect(() => symbolRuns(odd)).not.toThrow();
  });
});

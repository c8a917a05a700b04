/** Step `prediction`: the pictures of its opened stations, whose numbers are the trace's. */
import { act } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { tokenId } from '../../src/example/index.ts';
import { at } from '../../src/math/index.ts';
import { explain, predictionsOf, selectActiveCell, selectTrace } from '../../src/store/index.ts';
import { numeral, percent } from '../../src/viz/index.ts';
import { openAt, textsOnStage } from './prediction-support.tsx';
import { all, cellOn, loadScenes, valueOf, type Mounted } from './support.tsx';

beforeAll(loadScenes);

const lastRow = 4;

describe.each([
  ['norm1', 'residual1', 'y'],
  ['norm2', 'residual2', 'z'],
] as const)('Add & Norm at %s', (stop, source, made) => {
  const momentsOf = ({ store }: Mounted) => {
    const { shift = 0, divisor = 1 } = explain(store.getState(), {
      matrix: made,
      row: lastRow,
      col: 0,
    });
    return { mean: shift, deviation: divisor };
  };

  it('says the mean and the deviation before, and 0 and 1 after', () => {
    const mounted = openAt(stop);
    const { mean, deviation } = momentsOf(mounted);
    const said = textsOnStage(mounted);
    expect(said).toContain(`Mean ${numeral(mean)}`);
    expect(said).toContain(`Std ${numeral(deviation)}`);
    expect(said).toContain('Mean 0.00');
    expect(said).toContain('Std 1.00');
  });

  it('has the sum and what it is normalised to as bars', () => {
    const mounted = openAt(stop);
    const { mean, deviation } = momentsOf(mounted);
    const bars = all(mounted.container, '[data-bar]').map((bar) => Number(bar.dataset['bar']));
    const matrix = selectTrace(mounted.store.getState())[source];
    const row = Array.from({ length: matrix.cols }, (_, col) => at(matrix, lastRow, col));
    const wanted = [...row, ...row.map((value) => (value - mean) / deviation)];
    expect(bars.length).toBe(wanted.length);
    for (const [index, value] of wanted.entries()) expect(bars[index]).toBeCloseTo(value, 12);
  });

  it('prints every normalised number', () => {
    const mounted = openAt(stop);
    const { mean, deviation } = momentsOf(mounted);
    const matrix = selectTrace(mounted.store.getState())[source];
    const said = textsOnStage(mounted);
    const missing = Array.from({ length: matrix.cols }, (_, col) =>
      numeral((at(matrix, lastRow, col) - mean) / deviation),
    ).filter((text) => !said.includes(text));
    expect(missing).toEqual([]);
  });

  it('has nothing of the second panel before the row is shifted', () => {
    const mounted = openAt(stop);
    act(() => mounted.store.getState().setMoment(0.2));
    expect(all(mounted.container, '[data-bar]')).toHaveLength(9);
  });
});

describe('the feed-forward layer', () => {
  const hiddenOf = ({ store }: Mounted): readonly number[] => {
    const { hidden } = selectTrace(store.getState());
    return Array.from({ length: hidden.cols }, (_, col) => at(hidden, lastRow, col));
  };

  it.each([900, 360])('has a bar for every hidden unit at %i', (width) => {
    const mounted = openAt('feed-forward', {}, width);
    const bars = all(mounted.container, '[data-bar]').map((bar) => Number(bar.dataset['bar']));
    expect(bars).toEqual(hiddenOf(mounted));
  });

  it('outlines the units that are cut, and says how many', () => {
    const mounted = openAt('feed-forward');
    const cut = hiddenOf(mounted).flatMap((value, unit) => (value < 0 ? [String(unit)] : []));
    const outlined = all(mounted.container, '[data-cut]').map(({ dataset }) => dataset['cut']);
    expect(outlined).toEqual(cut);
    expect(textsOnStage(mounted)).toContain(`${cut.length} of 18 cut to 0`);
  });

  it('cuts nothing before all units are filled', () => {
    const mounted = openAt('feed-forward');
    act(() => mounted.store.getState().setMoment(0.25));
    expect(all(mounted.container, '[data-cut]')).toEqual([]);
  });

  it('has every unit on one line of all that belongs to it', () => {
    const { container } = openAt('feed-forward');
    const middle = (cell: Element): number => {
      const { top, height } = cell.getBoundingClientRect();
      return Math.round(top + height / 2);
    };
    const off = Array.from({ length: 18 }, (_, unit) => {
      const cells = [
        cellOn(container, 'w1', 0, unit),
        cellOn(container, 'hidden', lastRow, unit),
        cellOn(container, 'activated', lastRow, unit),
        cellOn(container, 'w2', unit, 0),
      ];
      return new Set(cells.map(middle)).size;
    }).filter((count) => count !== 1);
    expect(off).toEqual([]);
  });
});

describe('the output layer', () => {
  const cells = ({ container }: Mounted, matrix: string): SVGElement[] =>
    all(container, `[data-matrix="${matrix}"] [data-row]`);

  it.each(['logits', 'probabilities'] as const)('has %s of the whole vocabulary', (matrix) => {
    const mounted = openAt('logits');
    const truth = selectTrace(mounted.store.getState())[matrix];
    const drawn = cells(mounted, matrix).map(valueOf);
    expect(drawn).toEqual(Array.from({ length: 112 }, (_, col) => at(truth, lastRow, col)));
  });

  it('has every number of U and of the bias', () => {
    const mounted = openAt('logits');
    expect([
      cells(mounted, 'unembedding').length,
      cells(mounted, 'unembeddingBias').length,
    ]).toEqual([9 * 112, 112]);
  });

  it('has a token’s column of U, its logit and its share below one another', () => {
    const { container } = openAt('logits');
    const left = (cell: Element): number => Math.round(cell.getBoundingClientRect().left);
    const off = [0, 7, 60, 111].filter((token) => {
      const column = [
        cellOn(container, 'unembedding', 0, token),
        cellOn(container, 'unembeddingBias', 0, token),
        cellOn(container, 'logits', lastRow, token),
        cellOn(container, 'probabilities', lastRow, token),
      ];
      return Math.max(...column.map(left)) - Math.min(...column.map(left)) > 1;
    });
    expect(off).toEqual([]);
  });

  it('explains the logit that is pointed at', () => {
    const mounted = openAt('logits');
    act(() => cellOn(mounted.container, 'logits', lastRow, 40).focus());
    expect(selectActiveCell(mounted.store.getState())).toMatchObject({
      matrix: 'logits',
      row: lastRow,
      col: 40,
    });
    expect(textsOnStage(mounted)).toContain(mounted.store.getState().vocabulary[40]);
  });

  it('has one stop for Tab in each of its matrices', () => {
    const mounted = openAt('logits');
    const counts = ['unembedding', 'unembeddingBias', 'logits', 'probabilities'].map(
      (matrix) =>
        cells(mounted, matrix).filter((cell) => cell.getAttribute('tabindex') === '0').length,
    );
    expect(counts).toEqual([1, 1, 1, 1]);
  });

  it('counts the best, the others and all of them', () => {
    const mounted = openAt('logits');
    const state = mounted.store.getState();
    const ranked = predictionsOf(state.vocabulary, selectTrace(state), lastRow, 112);
    const said = textsOnStage(mounted);
    const best = ranked.slice(0, 5);
    const { logits } = selectTrace(state);
    const missing = best
      .map(({ token }) => numeral(at(logits, lastRow, tokenId(state.vocabulary, token))))
      .filter((text) => !said.includes(text));
    expect(missing).toEqual([]);
    const rest = ranked.slice(5).reduce((sum, { probability }) => sum + probability, 0);
    const shares = said.slice(said.indexOf('other 107')).filter((text) => text?.includes('%'));
    expect([said.includes('other 107'), shares[0], shares.at(-1)]).toEqual([
      true,
      percent(rest),
      '100%',
    ]);
  });

  it('has no shares before the logits are there', () => {
    const mounted = openAt('logits');
    act(() => mounted.store.getState().setMoment(0.5));
    expect(textsOnStage(mounted).filter((text) => text?.includes('%'))).toEqual([]);
  });

  it('has fewer columns a line in a narrow frame, and all of them', () => {
    const mounted = openAt('logits', {}, 360);
    const tops = new Set(
      cells(mounted, 'logits').map((cell) => Math.round(cell.getBoundingClientRect().top)),
    );
    expect(tops.size).toBeGreaterThan(1);
    expect(cells(mounted, 'logits')).toHaveLength(112);
  });
});

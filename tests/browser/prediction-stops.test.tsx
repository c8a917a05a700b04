/** Step `prediction`: stations that open, the way back, and pictures whose numbers are the trace's. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { tokenId } from '../../src/example/index.ts';
import { messagesOf } from '../../src/i18n/index.ts';
import { at } from '../../src/math/index.ts';
import {
  currentBeat,
  explain,
  predictionsOf,
  selectActiveCell,
  selectTrace,
  type State,
} from '../../src/store/index.ts';
import { numeral, percent } from '../../src/viz/index.ts';
import { stepOf } from '../../src/walkthrough/index.ts';
import { draw, switches, textOnStage } from './prediction-support.tsx';
import { all, cellOn, loadScenes, one, valueOf, type Mounted } from './support.tsx';

beforeAll(loadScenes);

const stops = ['norm1', 'feed-forward', 'norm2', 'logits'] as const;
const beatOf = (id: string): number =>
  stepOf('prediction').beats.findIndex((beat) => beat.id === id);
const openAt = (stop: string, overrides: Partial<State> = {}, width = 900): Mounted =>
  draw({ beat: beatOf(stop), ...overrides }, width);
const stopOf = ({ store }: Mounted): string => currentBeat(store.getState()).id;

const opener = ({ container }: Mounted, stop: string): HTMLButtonElement =>
  one(container, `[data-opens="${stop}"]`);
const trail = ({ container }: Mounted): HTMLButtonElement[] => all(container, '[data-station]');
const stationOf = ({ container }: Mounted, stop: string): HTMLButtonElement =>
  one(container, `[data-station="${stop}"]`);
const texts = ({ container }: Mounted): (string | null)[] =>
  all(container, '[data-stage] text').map(({ textContent }) => textContent);
const lastRow = 4;

describe.each([900, 360])('the chain at %i', (width) => {
  it.each(stops)('has a button that opens %s', (stop) => {
    const mounted = draw({}, width);
    fireEvent.click(opener(mounted, stop));
    expect(stopOf(mounted)).toBe(stop);
  });

  it('has buttons that are named for what they open', () => {
    const mounted = draw({}, width);
    const names = stops.map((stop) => opener(mounted, stop).getAttribute('aria-label'));
    expect(names).toEqual([
      'Open Add & Norm',
      'Open Feed Forward',
      'Open Add & Norm',
      'Open Output layer',
    ]);
  });

  it('has buttons that are large enough to hit and within the stage', () => {
    const mounted = draw({}, width);
    const stage = one(mounted.container, '[data-stage] > svg').getBoundingClientRect();
    const least = width < 400 ? 44 : 24;
    const off = stops.filter((stop) => {
      const box = opener(mounted, stop).getBoundingClientRect();
      const isSmall = Math.min(box.width, box.height) < least;
      return isSmall || box.right > stage.right + 1 || box.bottom > stage.bottom + 1;
    });
    expect(off).toEqual([]);
  });

  it('has no trail', () => {
    expect(trail(draw({}, width))).toEqual([]);
  });
});

describe.each(stops)('the opened %s', (stop) => {
  it('is marked in the trail, and nothing else is', () => {
    const marked = trail(openAt(stop)).filter((button) => button.hasAttribute('aria-current'));
    expect(marked.map((button) => button.dataset['station'])).toEqual([stop]);
  });

  it('has the same trail as the others', () => {
    expect(trail(openAt(stop)).map(({ textContent }) => textContent)).toEqual([
      'All',
      'Add & Norm',
      'Feed Forward',
      'Add & Norm',
      'Output layer',
    ]);
  });

  it('leads back to the whole chain', () => {
    const mounted = openAt(stop);
    fireEvent.click(stationOf(mounted, 'answer'));
    expect(stopOf(mounted)).toBe('answer');
  });

  it.each(stops)('leads to %s', (other) => {
    const mounted = openAt(stop);
    fireEvent.click(stationOf(mounted, other));
    expect(stopOf(mounted)).toBe(other);
  });

  it('leaves the switches to the answer', () => {
    expect(switches(openAt(stop))).toEqual([]);
  });

  it('says in a sentence what is done', () => {
    openAt(stop);
    expect(screen.getByText(messagesOf('en').ui.stopCaptions[stop] ?? '')).toBeTruthy();
  });

  it('draws all that its stop reads and makes', () => {
    const { container, store } = openAt(stop);
    const { reads, makes } = currentBeat(store.getState());
    const drawn = new Set(all(container, '[data-matrix]').map(({ dataset }) => dataset['matrix']));
    expect([...reads, makes].filter((matrix) => !drawn.has(matrix ?? ''))).toEqual([]);
  });

  it('explains its own cell', () => {
    const { store } = openAt(stop);
    const cell = selectActiveCell(store.getState());
    expect(cell?.matrix).toBe(currentBeat(store.getState()).makes);
  });

  it('says below what takes the model from its training', () => {
    expect(textOnStage(openAt(stop, { headsOff: [1] }))).toContain(
      'a head off: never trained like this',
    );
    expect(textOnStage(openAt(stop))).not.toContain('never trained');
  });
});

describe('the focus', () => {
  it('goes into the picture that a press opens', () => {
    const mounted = draw();
    act(() => opener(mounted, 'feed-forward').focus());
    fireEvent.click(opener(mounted, 'feed-forward'));
    expect(document.activeElement).toBe(stationOf(mounted, 'feed-forward'));
  });

  it('goes back to the chain', () => {
    const mounted = openAt('norm2');
    act(() => stationOf(mounted, 'answer').focus());
    fireEvent.click(stationOf(mounted, 'answer'));
    expect(document.activeElement).toBe(opener(mounted, 'norm1'));
  });

  it('is not taken by a stop that was opened by a link', () => {
    openAt('norm1');
    expect(document.activeElement).toBe(document.body);
  });
});

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
    const said = texts(mounted);
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
    const said = texts(mounted);
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
    expect(texts(mounted)).toContain(`${cut.length} of 18 cut to 0`);
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
    expect(texts(mounted)).toContain(mounted.store.getState().vocabulary[40]);
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
    const said = texts(mounted);
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
    expect(texts(mounted).filter((text) => text?.includes('%'))).toEqual([]);
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

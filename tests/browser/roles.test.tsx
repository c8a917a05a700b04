/** Step `roles`: a query that walks from key to key; every number is the trace's, at every moment, for every row. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { at, type Matrix } from '../../src/math/index.ts';
import {
  selectActiveCell,
  selectComputation,
  selectFacts,
  selectMotion,
  type State,
} from '../../src/store/index.ts';
import { numeral } from '../../src/viz/index.ts';
import { goTo, textOf } from './motion-support.tsx';
import {
  all,
  cellOn,
  loadScenes,
  mountScene,
  one,
  valueOf,
  type Mounted,
  overhang,
} from './support.tsx';

beforeAll(loadScenes);

const keys = [0, 1, 2, 3, 4];

const draw = (overrides: Partial<State> = {}): Mounted =>
  mountScene({ step: 'roles', ...overrides });

const matrixOf = ({ store }: Mounted, matrix: 'scores' | 'weights' | 'context' | 'v'): Matrix =>
  selectComputation(store.getState()).matrix({ matrix, head: store.getState().head });

const choose = (row: number): void => {
  fireEvent.click(screen.getAllByRole('radio')[row]!);
};

/** Goes to the still of the so-many-th of the motion. */
const goToStill = ({ store }: Mounted, index: number): void =>
  goTo(store, selectMotion(store.getState())!.stills.at(index)!);

const numbersOf = ({ container }: Mounted, matrix: string): (string | null)[] =>
  all(container, `[data-stage] [data-matrix="${matrix}"] [data-row]`).map(textOf);

const barsOf = ({ container }: Mounted): ReadonlyMap<number, number> =>
  new Map(
    all<SVGElement>(container, '[data-share]').map((bar) => [
      Number(bar.dataset['share']),
      Number(bar.getAttribute('width')),
    ]),
  );

/** The top edge of the query on the screen, and of the key at a line. */
const standing = ({ container }: Mounted, row: number): number =>
  cellOn(container, 'q', row, 0).getBoundingClientRect().top;
const lineOf = ({ container }: Mounted, key: number): number =>
  cellOn(container, 'k', key, 0).getBoundingClientRect().top;

describe('at rest', () => {
  it('has the last row asking, and all of its numbers', () => {
    const mounted = draw();
    const [scores, weights, context] = [
      matrixOf(mounted, 'scores'),
      matrixOf(mounted, 'weights'),
      matrixOf(mounted, 'context'),
    ];
    expect(numbersOf(mounted, 'scores')).toEqual(keys.map((key) => numeral(at(scores, 4, key))));
    expect(numbersOf(mounted, 'weights')).toEqual(keys.map((key) => numeral(at(weights, 4, key))));
    expect(numbersOf(mounted, 'context')).toEqual(
      [0, 1, 2].map((col) => numeral(at(context, 4, col))),
    );
    expect(screen.getByText('Σ = 1.00')).toBeTruthy();
  });

  it('has bars as long as the shares', () => {
    const mounted = draw({ head: 1 });
    const weights = matrixOf(mounted, 'weights');
    const bars = barsOf(mounted);
    const [longest = 0] = [...bars.values()].toSorted((a, b) => b - a);
    const most = Math.max(...keys.map((key) => at(weights, 4, key)));
    for (const key of keys)
      expect(bars.get(key)! / longest).toBeCloseTo(at(weights, 4, key) / most, 9);
  });

  it('frames the pair of a score that is pointed at, and moves nothing', () => {
    const mounted = draw();
    const before = standing(mounted, 4);
    act(() => cellOn(mounted.container, 'scores', 4, 1).focus());
    const { container } = mounted;
    const tops = all(container, '[data-stage] g[pointer-events="none"] > rect').map(
      (frame) => frame.getBoundingClientRect().top,
    );
    expect(
      tops.map(
        (top, index) => Math.abs(top - [lineOf(mounted, 4), lineOf(mounted, 1)][index]!) < 5,
      ),
    ).toEqual([true, true]);
    expect(standing(mounted, 4)).toBe(before);
  });
});

describe('the row that asks', () => {
  it.each(keys)('is %i when it is chosen, in the numbers, the text and the sums', (row) => {
    const mounted = draw();
    choose(row);
    const { container, store } = mounted;
    const rows = ['q', 'scores', 'weights', 'context'].map((matrix) =>
      all(container, `[data-stage] [data-matrix="${matrix}"] [data-row]`).map(
        (cell) => cell.dataset['row'],
      ),
    );
    expect(new Set(rows.flat())).toEqual(new Set([String(row)]));
    expect(selectActiveCell(store.getState())).toMatchObject({ matrix: 'context', row });
    expect(selectFacts(store.getState()).query).toBe(row);
  });

  it('stays the one that asks while a key is pointed at', () => {
    const { container, store } = draw({ askingRow: 2 });
    act(() => cellOn(container, 'k', 0, 0).focus());
    expect(selectFacts(store.getState()).query).toBe(2);
  });

  it('has a radio button for every token, named by what it does', () => {
    draw();
    const radios = screen.getAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ ariaLabel }) => ariaLabel)).toEqual(
      ['我', '有', '一', '个', '玩'].map((token) => `${token} asks`),
    );
    expect(radios.map(({ checked }) => checked)).toEqual([false, false, false, false, true]);
  });

  it('is the last again at another step', () => {
    const { store } = draw();
    choose(1);
    act(() => store.getState().goTo('parallel'));
    act(() => store.getState().goTo('roles'));
    expect(selectActiveCell(store.getState())).toMatchObject({ row: 4 });
  });
});

describe('the mask', () => {
  it.each(keys)('lets row %i ask no key behind its own', (row) => {
    const mounted = draw();
    choose(row);
    const open = keys.filter((key) => key <= row);
    const numbered = (matrix: string): number[] =>
      keys.filter((key) => textOf(cellOn(mounted.container, matrix, row, key)) !== null);
    expect([numbered('scores'), numbered('weights'), [...barsOf(mounted).keys()]]).toEqual([
      open,
      open,
      open,
    ]);
  });

  it('never lets the query stand behind its own line', () => {
    const mounted = draw({ askingRow: 2 });
    const lines = Array.from({ length: 101 }, (_, tick) => {
      goTo(mounted.store, tick / 100);
      return standing(mounted, 2);
    });
    expect(Math.max(...lines)).toBeLessThanOrEqual(lineOf(mounted, 2) + 0.5);
    expect(Math.min(...lines)).toBeCloseTo(lineOf(mounted, 0), 0);
  });

  it('when it is off, lets every row ask every key', () => {
    const mounted = draw({ askingRow: 0, causalChoice: false });
    expect([...barsOf(mounted).keys()]).toEqual(keys);
    goToStill(mounted, 5);
    expect(standing(mounted, 0)).toBeCloseTo(lineOf(mounted, 4), 0);
  });
});

describe('the stills', () => {
  it('begin with no answer', () => {
    const mounted = draw();
    goTo(mounted.store, 0);
    const made = ['scores', 'weights', 'context'].flatMap((matrix) => numbersOf(mounted, matrix));
    expect(new Set(made)).toEqual(new Set([null]));
    expect(screen.queryByText(/Σ/)).toBeNull();
  });

  it.each(keys)('stand at key %i when it has answered, and no later one has', (key) => {
    const mounted = draw();
    goToStill(mounted, key + 1);
    const scores = matrixOf(mounted, 'scores');
    expect(standing(mounted, 4)).toBeCloseTo(lineOf(mounted, key), 0);
    expect(numbersOf(mounted, 'scores')).toEqual(
      keys.map((other) => (other <= key ? numeral(at(scores, 4, other)) : null)),
    );
    expect(selectActiveCell(mounted.store.getState())).toMatchObject({
      matrix: 'scores',
      row: 4,
      col: key,
    });
  });

  it('of the scores have bars in the proportion of the shares, the longest full', () => {
    const mounted = draw({ head: 2 });
    goToStill(mounted, 5);
    const bars = barsOf(mounted);
    const before = keys.map((key) => bars.get(key)!);
    goTo(mounted.store, null);
    const after = keys.map((key) => barsOf(mounted).get(key)!);
    const grown = before.map((width, key) => width / after[key]!);
    for (const factor of grown) expect(factor).toBeCloseTo(grown[0]!, 6);
    expect(grown[0]!).toBeGreaterThan(1);
  });

  it('of the shares have all of them, and nothing at home', () => {
    const mounted = draw();
    goToStill(mounted, 6);
    const weights = matrixOf(mounted, 'weights');
    expect(numbersOf(mounted, 'weights')).toEqual(keys.map((key) => numeral(at(weights, 4, key))));
    expect(screen.getByText('Σ = 1.00')).toBeTruthy();
    expect(new Set(numbersOf(mounted, 'context'))).toEqual(new Set([null]));
  });
});

describe('the values on their way home', () => {
  /** The moments at which the sum so far is drawn with its numbers. */
  const sums = (mounted: Mounted): { landed: number; texts: (string | null)[] }[] =>
    Array.from({ length: 400 }, (_, tick) => tick / 400).flatMap((moment) => {
      const landed = selectMotion(mounted.store.getState())!.at(moment);
      if (landed.reached !== 2) return [];
      goTo(mounted.store, moment);
      const texts = all(mounted.container, '[data-ghosts="sum"] text').map(
        ({ textContent }) => textContent,
      );
      return texts.length > 0 ? [{ landed: Math.floor(landed.landed), texts }] : [];
    });

  it('add up to what has come so far', () => {
    const mounted = draw();
    const [v, weights] = [matrixOf(mounted, 'v'), matrixOf(mounted, 'weights')];
    const seen = sums(mounted);
    expect(seen.length).toBeGreaterThan(5);
    for (const { landed, texts } of seen)
      expect(texts).toEqual(
        [0, 1, 2].map((col) =>
          numeral(
            keys
              .slice(0, landed)
              .reduce((sum, key) => sum + at(weights, 4, key) * at(v, key, col), 0),
          ),
        ),
      );
  });

  it('come as squares whose area is the share', () => {
    const mounted = draw();
    const weights = matrixOf(mounted, 'weights');
    const cell = cellOn(mounted.container, 'v', 0, 0).getBoundingClientRect().width;
    const { at: momentAt } = selectMotion(mounted.store.getState())!;
    const flying = Array.from({ length: 400 }, (_, tick) => tick / 400).find((moment) => {
      const part = momentAt(moment).arrived(1);
      return part > 0.7 && part < 0.9;
    })!;
    goTo(mounted.store, flying);
    const square = one<SVGElement>(mounted.container, '[data-ghosts="1"] > g:first-child > rect');
    const side = Number(square.getAttribute('width')) + 3;
    expect((side / cell) ** 2).toBeCloseTo(at(weights, 4, 1), 1);
  });

  it('are explained as the sum that they make', () => {
    const mounted = draw();
    goToStill(mounted, -2);
    expect(selectActiveCell(mounted.store.getState())).toMatchObject({ matrix: 'context', row: 4 });
    expect(all(mounted.container, '[data-inspector] [data-term]').map(valueOf).length).toBe(5);
  });
});

describe.each([
  ['a line', 760, 560],
  ['a flat stage', 460, 320],
  ['a high stage', 430, 406],
  ['a phone', 374, 470],
  ['a small phone', 304, 470],
] as const)('on %s', (_, width, height) => {
  it.each([1, 3, 9])('nothing leaves the stage with %i heads, at any moment', (nHeads) => {
    const { container, store } = mountScene({ step: 'roles', nHeads }, { width, height });
    const stage = one(container, '[data-stage]').getBoundingClientRect();
    const outside = [null, 0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9].flatMap((moment) => {
      goTo(store, moment);
      return all<SVGGraphicsElement>(
        container,
        '[data-stage] text, [data-stage] rect, fieldset',
      ).flatMap((part) => {
        const out = overhang(part, stage);
        return out > 1
          ? [`${part.tagName} ${part.textContent} by ${out.toFixed(1)} at ${moment}`]
          : [];
      });
    });
    expect(outside).toEqual([]);
  });
});

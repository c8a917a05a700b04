/** A stop that moves: cells that are not there yet, numbers on their way, sums that grow in their cell. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  explain,
  selectActiveCell,
  selectMotion,
  selectPartialSum,
} from '../../src/store/index.ts';
import { numeral } from '../../src/viz/index.ts';
import { beatOf, steps } from '../../src/walkthrough/index.ts';
import { goTo, momentWhen, textOf } from './motion-support.tsx';
import { all, loadScenes, mountScene, one, valueOf, type Mounted, overhang } from './support.tsx';

beforeAll(loadScenes);

const moving = steps.flatMap((step) =>
  step.beats.flatMap((_, beat) => {
    const { id, motion, makes } = beatOf(step, beat);
    return motion && makes
      ? [{ name: `${step.id}/${id}`, step: step.id, beat, motion, makes }]
      : [];
  }),
);
const products = moving.filter(({ motion }) => motion === 'product');

/** Moments of every part of a motion. */
const samples = [0, 0.07, 0.13, 0.21, 0.34, 0.5, 0.67, 0.83, 0.95, 1];

/** The numbers that are drawn on the stage, cell by cell. */
const numbers = (root: ParentNode): (string | null)[] =>
  all(root, '[data-stage] [data-row]').map(textOf);

/** The cells of the stage by what they are; a stop that goes from token to token shows other rows of E and P on the way. */
const cellsOn = (root: ParentNode): ReadonlyMap<string, SVGElement> =>
  new Map(
    all<SVGElement>(root, '[data-stage] [data-row]').map((cell) => {
      const { matrix, head, variant } = cell.closest<SVGElement>('[data-matrix]')?.dataset ?? {};
      const { row, col } = cell.dataset;
      return [[matrix, head, variant, row, col].join(' '), cell];
    }),
  );

/** What the moment changes in the cells that were there before, and whether there are as many. */
const changedIn = (
  before: ReadonlyMap<string, SVGElement>,
  now: ReadonlyMap<string, SVGElement>,
  of: (cell: SVGElement) => unknown,
  was: ReadonlyMap<string, unknown>,
): boolean =>
  now.size !== before.size ||
  [...now].some(([name, cell]) => before.has(name) && of(cell) !== was.get(name));

const valueOfCell = (cell: SVGElement): string | undefined => cell.dataset['value'];

describe.each(moving)('$name', ({ step, beat }) => {
  const draw = (): Mounted => mountScene({ step, beat });

  it('keeps the values of all cells at every moment', () => {
    const { container, store } = draw();
    const before = cellsOn(container);
    const values = new Map([...before].map(([name, cell]) => [name, valueOfCell(cell)]));
    const changed = samples.filter((moment) => {
      goTo(store, moment);
      return changedIn(before, cellsOn(container), valueOfCell, values);
    });
    expect([before.size > 0, changed]).toEqual([true, []]);
  });

  it('draws at its end the numbers that it has at rest', () => {
    const { container, store } = draw();
    const before = numbers(container);
    goTo(store, 1);
    expect(numbers(container)).toEqual(before);
  });

  it('is at rest what it was before it moved', () => {
    const { container, store } = draw();
    const before = one(container, '[data-stage]').innerHTML;
    goTo(store, 0.4);
    goTo(store, null);
    expect(one(container, '[data-stage]').innerHTML).toBe(before);
  });

  it('changes something on the way', () => {
    const { container, store } = draw();
    const rest = one(container, '[data-stage]').innerHTML;
    goTo(store, 0);
    expect(one(container, '[data-stage]').innerHTML).not.toBe(rest);
  });

  it('keeps the elements of its cells', () => {
    const { container, store } = draw();
    let before = cellsOn(container);
    const replaced = samples.filter((moment) => {
      goTo(store, moment);
      const now = cellsOn(container);
      const isChanged = changedIn(before, now, (cell) => cell, before);
      before = now;
      return isChanged;
    });
    expect(replaced).toEqual([]);
  });

  it('keeps what is on its way within the stage', () => {
    const { container, store } = draw();
    const stage = one(container, '[data-stage] svg:has([data-matrix])').getBoundingClientRect();
    const outside = Array.from({ length: 60 }, (_, tick) => tick / 59).flatMap((moment) => {
      goTo(store, moment);
      return all<SVGGraphicsElement>(container, '[data-ghosts] *').flatMap((ghost) => {
        const out = overhang(ghost, stage);
        return out > 0.5 ? [`${ghost.tagName} by ${out.toFixed(1)} at ${moment.toFixed(2)}`] : [];
      });
    });
    expect(outside).toEqual([]);
  });

  it('writes no number that is none', () => {
    const { container, store } = draw();
    const broken = samples.filter((moment) => {
      goTo(store, moment);
      return /NaN|undefined|[^-]Infinity/.test(container.innerHTML);
    });
    expect(broken).toEqual([]);
  });
});

describe.each(products)('the product of $name', ({ step, beat, makes }) => {
  const draw = (): Mounted => mountScene({ step, beat });
  const madeIn = (root: ParentNode): SVGElement[] =>
    all<SVGElement>(root, `[data-stage] [data-matrix="${makes}"] [data-row]`);

  it('begins as empty paper', () => {
    const { container, store } = draw();
    const rest = madeIn(container).filter((cell) => textOf(cell) !== null);
    goTo(store, 0);
    const filled = madeIn(container).filter((cell) => textOf(cell) !== null);
    expect([rest.length > 0, filled]).toEqual([true, []]);
  });

  it('leaves its operands as they are', () => {
    const { container, store } = draw();
    const operands = (): string[] =>
      all(container, '[data-stage] [data-row]')
        .filter((cell) => !cell.closest(`[data-matrix="${makes}"]`))
        .map((cell) => `${cell.getAttribute('data-value')} ${textOf(cell)}`);
    const before = operands();
    goTo(store, 0.2);
    expect(operands()).toEqual(before);
  });

  it('shows the partial sum in the cell that grows', () => {
    const { container, store } = draw();
    const moment = momentWhen(store, (state) => (selectPartialSum(state) ?? 0) !== 0);
    goTo(store, moment);
    const partial = selectPartialSum(store.getState());
    const ghosts = all(container, '[data-ghosts] > text').map(({ textContent }) => textContent);
    expect(ghosts).toEqual([numeral(partial ?? Number.NaN)]);
  });

  it('puts the cell’s own number there when all terms have landed', () => {
    const { container, store } = draw();
    const cell = selectActiveCell(store.getState())!;
    const stage = `${cell.row}"][data-col="${cell.col}`;
    const place = `[data-matrix="${makes}"] [data-row="${stage}"]`;
    const atRest = textOf(one(container, `[data-stage] ${place}`));
    const moment = momentWhen(
      store,
      (state) =>
        (selectMotion(state)
          ?.at(state.moment ?? 0)
          .shown(cell.row, cell.col) ?? 0) === 1,
    );
    goTo(store, moment);
    expect(textOf(one(container, `[data-stage] ${place}`))).toBe(atRest);
    expect(all(container, '[data-ghosts]')).toEqual([]);
  });

  it('sends the pair of numbers that the next term is made of', () => {
    const { container, store } = draw();
    const moment = momentWhen(store, (state) => {
      const landed = selectMotion(state)?.at(state.moment ?? 0).landed ?? 0;
      return landed > 1.3 && landed < 1.7;
    });
    goTo(store, moment);
    const ghosts = one(container, '[data-ghosts]');
    const cell = selectActiveCell(store.getState())!;
    const [, term] = explain(store.getState(), cell).terms;
    expect(ghosts.getAttribute('data-ghosts')).toBe('1');
    expect(
      all(ghosts, 'g > text')
        .map(({ textContent }) => textContent)
        .slice(-2),
    ).toEqual(term?.factors.map(({ value }) => numeral(value)));
  });

  it('explains the cell that it has come to', () => {
    const { container, store } = draw();
    goTo(store, 0.1);
    const cell = selectActiveCell(store.getState())!;
    const terms = all(container, '[data-inspector] [data-term]').map(valueOf);
    expect(cell.matrix).toBe(makes);
    expect(terms).toEqual(explain(store.getState(), cell).terms.map(({ value }) => value + 0));
  });
});

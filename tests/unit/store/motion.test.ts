/** Moments: which stops move, what is explained while they do, and what has been added up so far. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../../src/math/index.ts';
import {
  cellKey,
  currentBeat,
  explain,
  selectActiveCell,
  selectComputation,
  selectMoment,
  selectMotion,
  selectPartialSum,
  type StageCell,
  type State,
} from '../../../src/store/index.ts';
import type { MotionKind } from '../../../src/walkthrough/index.ts';
import { holds } from '../../support/property.ts';
import { stateWith } from './samples.ts';
import { moving, resting, times } from './stops.ts';

/** How each stop moves; a stop that is not here rests. */
const wanted: Readonly<Record<string, MotionKind>> = {
  'architecture/decoder': 'passage',
  'architecture/inside-attention': 'passage',
  'architecture/inside-head': 'passage',
  'tokens/rows': 'rows',
  'tokens/sum': 'rows',
  'black-box/still': 'steps',
  'weights/still': 'cut',
  'projection/q': 'product',
  'projection/k': 'product',
  'projection/v': 'product',
  'scores/last-row': 'product',
  'scores/first-row': 'product',
  'scale/still': 'rows',
  'softmax/still': 'softmax',
  'context/still': 'product',
  'one-row/first': 'sum',
  'one-row/last': 'sum',
  'formula/still': 'chain',
  'heads/concat': 'gather',
  'heads/output': 'product',
  'mask/still': 'mask',
  'prediction/answer': 'chain',
  'prediction/norm1': 'norm',
  'prediction/feed-forward': 'feed-forward',
  'prediction/norm2': 'norm',
  'prediction/logits': 'logits',
  'roles/still': 'ask',
  'cross-attention/forward': 'product',
  'cross-attention/swapped': 'product',
  'parallel/still': 'steps',
};

/** What is added up term by term, and what comes without terms. */
const addingUp: ReadonlySet<MotionKind | null> = new Set([
  'product',
  'sum',
  'norm',
  'feed-forward',
  'logits',
  'ask',
]);
const added = moving.filter(({ motion }) => addingUp.has(motion));
const whole = moving.filter((stop) => !added.includes(stop));

const stateAt = ({ step, beat }: Pick<State, 'step' | 'beat'>, moment: number | null): State =>
  stateWith({ step, beat, moment });

describe('which stops move', () => {
  it('is settled', () => {
    expect(Object.fromEntries(moving.map(({ name, motion }) => [name, motion]))).toEqual(wanted);
  });

  it.each(moving)('$name has a motion', (stop) => {
    expect(selectMotion(stateAt(stop, null))).not.toBeNull();
  });

  it.each(resting)('$name has none', (stop) => {
    expect(selectMotion(stateAt(stop, null))).toBeNull();
  });

  it.each(moving)('$name moves with one and with nine heads, and in the last of them', (stop) => {
    const { step, beat } = stop;
    // A single head is not cut.
    const counts = stop.motion === 'cut' ? [3, 9] : [1, 3, 9];
    const motions = counts.map((nHeads) =>
      selectMotion(stateWith({ step, beat, nHeads, head: nHeads - 1 })),
    );
    expect(motions).not.toContain(null);
  });

  it.each(moving)('$name keeps its motion while the moment changes', (stop) => {
    expect(selectMotion(stateAt(stop, 0.3))).toBe(selectMotion(stateAt(stop, null)));
  });

  it.each(moving)('$name has a motion that fits what it makes', (stop) => {
    const state = stateAt(stop, null);
    const { makes, cell, stations } = currentBeat(state);
    const seen = Array.from({ length: 500 }, (_, tick) => selectMotion(state)!.at(tick / 500));
    const outside = seen.filter(({ cell: place, reached }) => {
      const matrix = stations[reached ?? -1] ?? makes ?? 'x';
      const { rows, cols } = selectComputation(state, cell?.variant).matrix({
        matrix,
        head: state.head,
      });
      return place && (place.row >= rows || place.col >= cols);
    });
    expect(outside).toEqual([]);
  });
});

describe('the moment', () => {
  it.each(moving)('of $name is nothing at rest', (stop) => {
    expect(selectMoment(stateAt(stop, null))).toBeNull();
  });

  it.each(moving)('of $name is the motion’s', (stop) => {
    const state = stateAt(stop, 0.4);
    const [here, there] = [selectMoment(state), selectMotion(state)?.at(0.4)];
    expect([here?.cell, here?.landed]).toEqual([there?.cell, there?.landed]);
  });

  it.each(resting)('of $name is nothing, whatever the state says', (stop) => {
    expect(selectMoment(stateAt(stop, 0.4))).toBeNull();
  });
});

describe('the cell that is explained', () => {
  const other: StageCell = { matrix: 'q', head: 0, row: 0, col: 0 };

  it.each(moving)('at $name is the one that the motion has come to', (stop) => {
    holds(
      fc.property(times, (moment) => {
        const state = stateAt(stop, moment);
        const { makes, cell: seat, stations } = currentBeat(state);
        const { cell, reached } = selectMoment(state) ?? {};
        if (!cell) return;
        expect(selectActiveCell(state)).toMatchObject({
          matrix: stations[reached ?? -1] ?? makes,
          row: cell.row,
          col: cell.col,
          ...(seat?.variant ? { variant: seat.variant } : {}),
        });
      }),
      40,
    );
  });

  it.each(moving)('at $name exists and can be explained at every moment', (stop) => {
    holds(
      fc.property(times, (moment) => {
        const state = stateAt(stop, moment);
        const cell = selectActiveCell(state);
        // The figure has no cells.
        if (!cell && stop.step === 'architecture') return;
        if (!cell) throw new Error('nothing is explained');
        const matrix = selectComputation(state, cell.variant).matrix(cell);
        expect(explain(state, cell).value).toBeCloseTo(at(matrix, cell.row, cell.col), 12);
      }),
      40,
    );
  });

  it('is not the one under the pointer while another one is made', () => {
    const state = stateWith({ step: 'scores', moment: 0.2, hovered: other, pinned: other });
    expect(selectActiveCell(state)).toMatchObject({ matrix: 'scores', row: 4, col: 1 });
  });

  it('is the one under the pointer where none is looked at closely', () => {
    const state = stateWith({ step: 'scores', moment: 1, hovered: other });
    expect(selectActiveCell(state)).toEqual(other);
  });

  it('is in the matrix of its own stop, whichever was looked at before', () => {
    const made = [0, 1, 2].map(
      (beat) => selectActiveCell(stateWith({ step: 'projection', beat, moment: 0.2 }))?.matrix,
    );
    expect(made).toEqual(['q', 'k', 'v']);
  });

  it('is in the head that is selected', () => {
    const heads = [0, 1, 2].map(
      (head) => selectActiveCell(stateWith({ step: 'scores', head, moment: 0.2 }))?.head,
    );
    expect(heads).toEqual([0, 1, 2]);
  });
});

describe('the partial sum', () => {
  it.each(added)('of $name is the sum of the terms that have landed', (stop) => {
    holds(
      fc.property(times, (moment) => {
        const state = stateAt(stop, moment);
        const cell = selectActiveCell(state);
        const { cell: place, landed = 0 } = selectMoment(state) ?? {};
        if (!cell || !place) return;
        const { terms } = explain(state, cell);
        if (landed >= terms.length) return;
        let sum = 0;
        for (const { value } of terms.slice(0, Math.floor(landed))) sum += value;
        expect(selectPartialSum(state)).toBeCloseTo(sum, 12);
      }),
      100,
    );
  });

  it.each(added)('of $name begins at 0', (stop) => {
    expect(selectPartialSum(stateAt(stop, 0))).toBe(0);
  });

  it.each(added)('of $name takes in one term after the other', (stop) => {
    const seen = new Map<string, { readonly state: State; readonly sums: number[] }>();
    for (let tick = 0; tick < 2000; tick++) {
      const state = stateAt(stop, tick / 2000);
      const [cell, sum] = [selectActiveCell(state), selectPartialSum(state)];
      if (!cell || sum === null) continue;
      const sums: number[] = seen.get(cellKey(cell))?.sums ?? [];
      if (sums.at(-1) !== sum) sums.push(sum);
      seen.set(cellKey(cell), { state, sums });
    }
    // The last term completes a cell, whose value then stands in its place.
    const wantedSums = [...seen.values()].map(({ state }) => {
      const { terms } = explain(state, selectActiveCell(state)!);
      let sum = 0;
      const all = [0, ...terms.slice(0, -1).map(({ value }) => (sum += value))];
      return all.filter((one, place) => one !== all[place - 1]);
    });
    expect([...seen.values()].map(({ sums }) => sums)).toEqual(wantedSums);
    expect(wantedSums.length).toBeGreaterThan(0);
  });

  it.each(added)('of $name and the last term make the cell’s value', (stop) => {
    const states = Array.from({ length: 1000 }, (_, tick) => stateAt(stop, tick / 1000));
    const last = states.findLast((state) => selectPartialSum(state) !== null);
    const cell = last && selectActiveCell(last);
    if (!last || !cell) throw new Error('nothing was ever added up');
    const { terms, value } = explain(last, cell);
    const sum = (selectPartialSum(last) ?? Number.NaN) + (terms.at(-1)?.value ?? Number.NaN);
    expect(sum).toBeCloseTo(value, 12);
  });

  it.each(moving)('of $name is nothing at rest and at the end', (stop) => {
    expect([null, 1].map((moment) => selectPartialSum(stateAt(stop, moment)))).toEqual([
      null,
      null,
    ]);
  });

  it.each(whole)('of $name is nothing, as its cells come at once', (stop) => {
    const sums = [0, 0.2, 0.4, 0.6, 0.8].map((moment) => selectPartialSum(stateAt(stop, moment)));
    expect(sums).toEqual([null, null, null, null, null]);
  });

  it.each(resting)('of $name is nothing', (stop) => {
    expect(selectPartialSum(stateAt(stop, 0.2))).toBeNull();
  });
});

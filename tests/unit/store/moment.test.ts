/** Going to a moment, coming to rest again, and a moment in a link. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createAppStore,
  initialState,
  readLink,
  writeLink,
  type AppStore,
  type StageCell,
  type State,
} from '../../../src/store/index.ts';
import { holds } from '../../support/property.ts';
import { stateWith } from './samples.ts';
import { moving, resting, times } from './stops.ts';

describe('setMoment', () => {
  const set = (moment: number | null): State => {
    const store = createAppStore({ step: 'scores', moment: 0.5 });
    store.getState().setMoment(moment);
    return store.getState();
  };

  it.each([
    [0, 0],
    [0.25, 0.25],
    [1, 1],
    [-0.1, 0],
    [-Infinity, 0],
    [1.5, 1],
    [Infinity, 1],
    [null, null],
  ])('of %d goes to %d', (given, moment) => {
    expect(set(given).moment).toBe(moment);
  });

  it('of no number leaves a moment that there is, or rest', () => {
    const { moment } = set(Number.NaN);
    expect(moment === null || (moment >= 0 && moment <= 1)).toBe(true);
  });

  it('of no number leaves a link that can be read again', () => {
    expect(readLink(writeLink(set(Number.NaN))).rejected).toEqual([]);
  });

  it('lets the pointer’s cell go, which the motion would hide', () => {
    const store = createAppStore({ step: 'scores', hovered: { matrix: 'x', row: 0, col: 0 } });
    store.getState().setMoment(0.3);
    expect(store.getState().hovered).toBeNull();
  });

  it('keeps the stop, what is pinned and whether it plays', () => {
    const pinned: StageCell = { matrix: 'q', head: 0, row: 1, col: 1 };
    const store = createAppStore({ step: 'scores', beat: 1, pinned, playing: true });
    store.getState().setMoment(0.3);
    expect(store.getState()).toMatchObject({ step: 'scores', beat: 1, pinned, playing: true });
  });
});

describe('rest comes', () => {
  const cell: StageCell = { matrix: 'scores', head: 0, row: 1, col: 1 };
  const after = (act: (store: AppStore) => void, overrides: Partial<State> = {}): State => {
    const store = createAppStore({ step: 'scores', moment: 0.5, playing: true, ...overrides });
    act(store);
    return store.getState();
  };

  it.each<readonly [string, (store: AppStore) => void]>([
    ['pin', (store) => store.getState().pin(cell)],
    ['pin, of nothing', (store) => store.getState().pin(null)],
    ['follow', (store) => store.getState().follow(cell, { ...cell, matrix: 'q' })],
    ['setHeads', (store) => store.getState().setHeads(9)],
    ['adopt', (store) => store.getState().adopt(initialState(), { kind: 'ours' })],
  ])('with %s', (_, act) => {
    expect(after(act).moment).toBeNull();
  });

  it('with retrace, which names the cell to look at', () => {
    expect(after((store) => store.getState().retrace(0), { trail: [cell] }).moment).toBeNull();
  });

  it.each<readonly [string, (store: AppStore) => void]>([
    ['pin', (store) => store.getState().pin(cell)],
    ['follow', (store) => store.getState().follow(cell, { ...cell, matrix: 'q' })],
  ])('with %s, and it plays no more', (_, act) => {
    expect(after(act).playing).toBe(false);
  });

  it.each<readonly [string, (store: AppStore) => void]>([
    ['hover', (store) => store.getState().hover(cell)],
    ['setFill', (store) => store.getState().setFill('token')],
    ['setLanguage', (store) => store.getState().setLanguage('en')],
    ['setView', (store) => store.getState().setView('present')],
    ['setSpeed', (store) => store.getState().setSpeed(2)],
    ['setPlaying', (store) => store.getState().setPlaying(false)],
    ['setCausal', (store) => store.getState().setCausal(true)],
    ['setHead', (store) => store.getState().setHead(1)],
  ])('not with %s', (_, act) => {
    expect(after(act).moment).toBe(0.5);
  });
});

describe('a link', () => {
  const linkAt = (moment: number | null): URLSearchParams =>
    new URLSearchParams(writeLink(stateWith({ step: 'scores', moment })));

  it('brings every thousandth back', () => {
    const lost = Array.from({ length: 1001 }, (_, part) => part / 1000).filter(
      (moment) =>
        readLink(writeLink(stateWith({ step: 'scores', moment }))).state.moment !== moment,
    );
    expect(lost).toEqual([]);
  });

  it('rounds a moment to what it can carry', () => {
    holds(
      fc.property(times, (moment) => {
        const { state, rejected } = readLink(writeLink(stateWith({ step: 'scores', moment })));
        expect(rejected).toEqual([]);
        expect(Math.abs((state.moment ?? Number.NaN) - moment)).toBeLessThanOrEqual(0.0005 + 1e-12);
      }),
      500,
    );
  });

  it('says nothing of rest', () => {
    expect(linkAt(null).has('t')).toBe(false);
  });

  it.each([
    [0, '0'],
    [0.5, '0.5'],
    [1 / 3, '0.333'],
    [1e-9, '0'],
    [1, '1'],
  ])('says %d as %s', (moment, text) => {
    expect(linkAt(moment).get('t')).toBe(text);
  });

  it.each([
    ['0', 0],
    ['1', 1],
    ['0.5', 0.5],
    ['0.125', 0.125],
    ['0.000', 0],
    ['1.000', 1],
  ])('with t=%s is at %d', (text, moment) => {
    expect(readLink(`?step=scores&t=${text}`)).toEqual({
      state: { step: 'scores', moment },
      rejected: [],
    });
  });

  it.each([
    'NaN',
    'Infinity',
    '1e-1',
    '1e0',
    '-0.1',
    '-0',
    '+0.5',
    '1.5',
    '1.001',
    '2',
    '0.1234',
    '.5',
    '0.',
    '00.5',
    '0,5',
    '0x0',
    ' 0.5',
    '0.5 ',
    '０.5',
    'half',
    'null',
    '__proto__',
    '',
    '0.5\n',
    '0.5;1',
  ])('leaves t=%j out and names it', (text) => {
    const query = new URLSearchParams({ step: 'scores', t: text }).toString();
    expect(readLink(`?${query}`)).toEqual({ state: { step: 'scores' }, rejected: ['t'] });
  });

  it('leaves t out where it stands twice', () => {
    expect(readLink('?step=scores&t=0.5&t=0.5')).toEqual({
      state: { step: 'scores' },
      rejected: ['t'],
    });
  });

  it.each(moving)('takes t at $name', ({ step, beat }) => {
    expect(readLink(`?step=${step}&beat=${beat}&t=0.5`)).toMatchObject({
      state: { step, moment: 0.5 },
      rejected: [],
    });
  });

  it.each(resting)('leaves t out at $name, which does not move', ({ step, beat }) => {
    const { state, rejected } = readLink(`?step=${step}&beat=${beat}&t=0.5`);
    expect([state.step, 'moment' in state, rejected]).toEqual([step, false, ['t']]);
  });

  it('leaves t out where a single head has nothing to cut', () => {
    expect(readLink('?step=weights&heads=1&t=0.5')).toEqual({
      state: { step: 'weights', nHeads: 1 },
      rejected: ['t'],
    });
  });

  it('without a step is at the first, which does not move', () => {
    expect(readLink('?t=0.5')).toEqual({ state: {}, rejected: ['t'] });
  });

  it('finds the step by its figure', () => {
    expect(readLink('?figure=6&t=0.5').state).toEqual({ step: 'scores', moment: 0.5 });
  });

  it('with a beat that there is not has the moment of the first, or none', () => {
    const { state, rejected } = readLink('?step=scores&beat=7&t=0.5');
    expect([state.step, state.beat, rejected.includes('beat')]).toEqual([
      'scores',
      undefined,
      true,
    ]);
    expect(state.moment === undefined ? rejected : 't').toContain('t');
  });
});

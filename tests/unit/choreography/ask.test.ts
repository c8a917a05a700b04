/** One query asks: every open key once and in order, then the shares, then the values; the query sets out from its own line and comes back to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askMotion,
  type AskShape,
  type Moment,
  type Motion,
} from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { times } from './motions.ts';

/** Any keys may be open, as any mask may say; the query's own among them or not. */
const shapes: fc.Arbitrary<AskShape> = fc
  .record({
    open: fc.array(fc.boolean(), { minLength: 1, maxLength: 32 }),
    cols: fc.integer({ min: 1, max: 9 }),
    row: fc.nat(),
  })
  .map(({ open, cols, row }) => ({ open, cols, first: { row: row % open.length, col: 0 } }));

const openOf = ({ open }: AskShape): number[] =>
  open.flatMap((isOpen, key) => (isOpen ? [key] : []));

/** What a moment says of every key. */
const ofKeys = ({ open }: AskShape, of: (key: number) => number): number[] =>
  open.map((_, key) => of(key));

const ticks = ({ at }: Motion, count = 4000): Moment[] =>
  Array.from({ length: count + 1 }, (_, tick) => at(tick / count));

const always = (check: (shape: AskShape, moment: Moment) => void): void =>
  holds(
    fc.property(shapes, times, (shape, t) => check(shape, askMotion(shape).at(t))),
    300,
  );

/** Each value once where it stands several times in a row. */
const once = <Value>(list: readonly Value[]): readonly Value[] =>
  list.filter((one, index) => index === 0 || one !== list[index - 1]);

describe('the query', () => {
  it('asks every open key once, in order, and no other', () => {
    holds(
      fc.property(shapes, (shape) => {
        const asked = ticks(askMotion(shape)).flatMap(({ cell, reached }) =>
          cell && reached === 0 ? [cell.col] : [],
        );
        expect(once(asked)).toEqual(openOf(shape));
      }),
      30,
    );
  });

  it('stands at a key while the terms of its score land', () => {
    always((_, { cell, reached, landed, stand }) => {
      if (cell && reached === 0 && landed > 0) expect(stand).toBeCloseTo(cell.col, 9);
    });
  });

  it('sets out from its own line and comes back to it', () => {
    holds(
      fc.property(shapes, (shape) => {
        const { at } = askMotion(shape);
        expect([at(0).stand, at(1).stand]).toEqual([shape.first.row, shape.first.row]);
      }),
      100,
    );
  });

  it('is back before a value comes home', () => {
    always((shape, { stand, arrived }) => {
      const isComing = openOf(shape).some((key) => arrived(key) > 0);
      if (isComing) expect(stand).toBeCloseTo(shape.first.row, 9);
    });
  });

  it('never leaves the lines', () => {
    always(({ open }, { stand }) => {
      expect(stand !== null && stand >= 0 && stand <= open.length - 1).toBe(true);
    });
  });
});

describe('the scores', () => {
  it('come one behind the other, each when all of its terms have landed', () => {
    always((shape, { cell, reached, landed, station }) => {
      const parts = openOf(shape).map(station);
      expect(parts.toSorted((a, b) => b - a)).toEqual(parts);
      if (cell && reached === 0 && station(cell.col) > 0) expect(landed).toBe(shape.cols);
    });
  });

  it('do not wait for keys that the mask blocks', () => {
    always(({ open }, { station, arrived }) => {
      const blocked = open.flatMap((isOpen, key) => (isOpen ? [] : [station(key), arrived(key)]));
      expect(blocked.filter((part) => part !== 1)).toEqual([]);
    });
  });

  it('become shares only when all are there', () => {
    always((shape, { between, station }) => {
      if (between(shape.first.row, 0) > 0)
        expect(ofKeys(shape, station).filter((part) => part < 1)).toEqual([]);
    });
  });
});

describe('the values', () => {
  it('set out only when the shares are settled', () => {
    always((shape, { part, arrived }) => {
      if (openOf(shape).some((key) => arrived(key) > 0)) expect(part).toBe(1);
    });
  });

  it('come home one behind the other', () => {
    always((shape, { arrived }) => {
      const parts = openOf(shape).map(arrived);
      expect(parts.toSorted((a, b) => b - a)).toEqual(parts);
    });
  });

  it('are counted when they are home', () => {
    always((shape, { cell, reached, landed, arrived }) => {
      if (!cell || reached !== 2) return;
      const whole = ofKeys(shape, arrived).findIndex((part) => part < 1);
      expect(Math.floor(landed)).toBe(whole < 0 ? shape.open.length : whole);
    });
  });

  it('are all home before what they make is there', () => {
    always((shape, { shown, arrived }) => {
      if (shown(shape.first.row, 0) > 0)
        expect(ofKeys(shape, arrived).filter((part) => part < 1)).toEqual([]);
    });
  });
});

describe('the stills', () => {
  const shape: AskShape = {
    first: { row: 3, col: 0 },
    cols: 3,
    open: [true, true, false, true, false],
  };
  const { stills, at } = askMotion(shape);
  const moments = stills.map(at);

  it('are the beginning, each key asked, the shares, values on their way, and the end', () => {
    const scores = moments.map(
      ({ station }) => [0, 1, 3].filter((key) => station(key) === 1).length,
    );
    expect(scores).toEqual([0, 1, 2, 3, 3, 3, 3]);
    expect(moments.map(({ part }) => part)).toEqual([0, 0, 0, 0, 1, 1, 1]);
    expect(moments.map(({ shown }) => shown(3, 0))).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });

  it('of a key that was asked show the query at it', () => {
    expect(moments.slice(1, 4).map(({ stand }) => stand)).toEqual([0, 1, 3]);
  });

  it('stand apart at every length', () => {
    const tight = Array.from({ length: 32 }, (_, n) => n + 1).filter((n) => {
      const motion = askMotion({ ...shape, first: { row: 0, col: 0 }, open: Array(n).fill(true) });
      return motion.stills.some((still, place) => still - (motion.stills[place - 1] ?? -1) < 0.005);
    });
    expect(tight).toEqual([]);
  });
});

it('with no key to ask nothing comes, and it ends', () => {
  const { at, duration } = askMotion({ first: { row: 0, col: 0 }, cols: 3, open: [false, false] });
  expect([at(0.5).cell, at(1).stand, at(1).shown(0, 0)]).toEqual([null, 0, 1]);
  expect(duration).toBeGreaterThan(0);
});

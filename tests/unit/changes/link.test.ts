/** The link codec: everything it carries comes back, and nothing else gets in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeTable } from '../../../src/changes/link.ts';
import {
  isLink,
  readLink,
  writeLink,
  type Carried,
  type ReadLink,
} from '../../../src/store/index.ts';
import { steps, stepOfFigure } from '../../../src/walkthrough/index.ts';
import { holds } from '../../support/property.ts';
import { linkedStates, stateWith } from '../store/samples.ts';

/** As the page reads and writes what it is opened with. */
const readWhole = (query: string): ReadLink => readLink(query, wholeTable);
const writeWhole = (state: Carried, query = ''): string => writeLink(state, query, wholeTable);

const defaults: Carried = stateWith();

/** Without the parameters of the other state, which are the model's own, thousands of numbers of them. */
const comparable = (state: Carried): object => ({
  ...state,
  held: state.held && { ...state.held, parameters: null },
});

describe('a round trip', () => {
  it('brings every state back', () => {
    holds(
      fc.property(linkedStates, (state) => {
        const link = writeWhole(state);
        fc.pre(isLink(link));
        const { state: read, rejected } = readWhole(link);
        expect(rejected).toEqual([]);
        expect(comparable({ ...defaults, ...read })).toMatchObject(comparable(state));
      }),
      10_000,
    );
  }, 120_000);

  it('writes the same link again', () => {
    holds(
      fc.property(linkedStates, (state) => {
        const link = writeWhole(state);
        fc.pre(isLink(link));
        expect(writeWhole({ ...defaults, ...readWhole(link).state })).toBe(link);
      }),
      500,
    );
  });

  it.each(steps)('keeps step $id', ({ id }) => {
    expect(readWhole(writeWhole({ ...defaults, step: id })).state.step).toBe(id);
  });

  it('leaves defaults out, step and language aside', () => {
    expect(writeWhole(defaults)).toBe('?v=1&step=architecture&lang=zh-CN');
  });
});

describe('foreign keys', () => {
  it('are ignored when read', () => {
    expect(readWhole('?utm_source=x&id=7&zzz=1')).toEqual({ state: {}, rejected: [] });
  });

  it('stay when written', () => {
    const link = new URLSearchParams(writeWhole(defaults, '?id=a%20b&utm=1'));
    expect([link.get('id'), link.get('utm')]).toEqual(['a b', '1']);
  });

  it('stay in any number and order', () => {
    const names = fc.constantFrom('id', 'utm_source', 'ref', 'x');
    holds(
      fc.property(linkedStates, fc.array(fc.tuple(names, fc.string())), (state, pairs) => {
        const query = `?${new URLSearchParams(pairs).toString()}`;
        if (query.length > 1500) return;
        const after = new URLSearchParams(writeWhole(state, query));
        for (const name of ['id', 'utm_source', 'ref', 'x'])
          expect(after.getAll(name)).toEqual(new URLSearchParams(query).getAll(name));
      }),
      200,
    );
  });

  it('do not keep our own old values', () => {
    const link = writeWhole(defaults, '?step=mask&heads=9&head=2&theme=dark&figure=6');
    expect(link).toBe('?v=1&step=architecture&lang=zh-CN');
  });
});

describe('figure', () => {
  it.each(Array.from({ length: 10 }, (_, index) => index + 1))('%i is its step', (figure) => {
    expect(readWhole(`?figure=${figure}`).state.step).toBe(stepOfFigure(figure));
  });

  it('gives way to step', () => {
    expect(readWhole('?step=mask&figure=6').state.step).toBe('mask');
  });
});

describe('off', () => {
  it.each([
    ['1', [0], true],
    ['2,3', [1, 2], true],
    ['3,1', [0, 2], true],
    ['positions', [], false],
    ['1,3,positions', [0, 2], false],
    ['positions,2', [1], false],
    ['1,2,3', [0, 1, 2], true],
  ] as const)(
    '%s switches off heads %j, and positions are on: %s',
    (value, headsOff, positions) => {
      expect(readWhole(`?off=${value}`)).toEqual({ state: { headsOff, positions }, rejected: [] });
    },
  );

  it('takes a head that the same link’s head count allows', () => {
    expect(readWhole('?heads=9&off=9').state).toEqual({
      nHeads: 9,
      headsOff: [8],
      positions: true,
    });
  });

  it('is written with heads from 1, in rising order, positions last', () => {
    const link = writeWhole({ ...defaults, headsOff: [0, 2], positions: false });
    expect(new URLSearchParams(link).get('off')).toBe('1,3,positions');
  });

  it.each([
    ['9', 'a head there is not'],
    ['9,positions', 'a head there is not, positions beside it'],
    ['1,4', 'one head that is and one that is not'],
    ['1,1', 'a head twice'],
    ['1,01', 'a head twice, written differently'],
    ['positions,positions', 'positions twice'],
    ['', 'nothing'],
    [',', 'nothing twice'],
    ['1,', 'a head and nothing'],
    ['0', 'head 0'],
    ['-1', 'a head below'],
    ['1.5', 'half a head'],
    ['1e0', 'an exponent'],
    ['0x1', 'a hexadecimal'],
    ['１', 'a full-width digit'],
    ['1;2', 'another separator'],
    ['Positions', 'another case'],
    ['all', 'a word that is none'],
    ['__proto__', 'a name of every object'],
    ['constructor,positions', 'another'],
    ['1,2,3,4,5,6,7,8,9,positions,1', 'more than there can be'],
    ['1,'.repeat(900), 'a very long list'],
    ['9'.repeat(1900), 'a very long number'],
  ])('off=%s is left out and named: %s', (value) => {
    const query = `?${new URLSearchParams({ off: value }).toString()}`;
    expect(readWhole(query.slice(0, 2000))).toEqual({ state: {}, rejected: ['off'] });
  });

  it('twice is left out and named', () => {
    expect(readWhole('?off=1&off=2')).toEqual({ state: {}, rejected: ['off'] });
  });

  it('with a head beyond the same link’s head count is left out and named', () => {
    expect(readWhole('?heads=1&off=2')).toEqual({ state: { nHeads: 1 }, rejected: ['off'] });
  });

  it('that cannot be used does not take the good parts with it', () => {
    expect(readWhole('?step=prediction&off=9&scale=off')).toEqual({
      state: { step: 'prediction', scaled: false },
      rejected: ['off'],
    });
  });
});

describe('what cannot be used', () => {
  it.each([
    ['view', 'workshop'],
    ['view', 'Train'],
    ['view', 'training'],
    ['step', 'Scores'],
    ['step', ''],
    ['step', 'toString'],
    ['step', '__proto__'],
    ['figure', '0'],
    ['figure', '11'],
    ['figure', 'six'],
    ['beat', '-1'],
    ['beat', '1.5'],
    ['beat', '99'],
    ['heads', '0'],
    ['heads', '2'],
    ['heads', ''],
    ['heads', 'NaN'],
    ['heads', 'Infinity'],
    ['heads', '0x3'],
    ['heads', '1e400'],
    ['by', '0'],
    ['by', '-1'],
    ['temp', '1e400'],
    ['temp', '0010'],
    ['heads', '３'],
    ['head', '0'],
    ['head', '4'],
    ['head', '-1'],
    ['mask', 'true'],
    ['mask', '1'],
    ['scale', 'yes'],
    ['fill', 'red'],
    ['lang', 'fr'],
    ['lang', 'zh'],
    ['theme', 'javascript:alert(1)'],
  ])('%s=%s is left out and named', (key, value) => {
    expect(readWhole(`?${new URLSearchParams([[key, value]]).toString()}`)).toEqual({
      state: {},
      rejected: [key],
    });
  });

  it.each(['view=reader', 'step=mask', 'heads=3', 'head=1', 'mask=on', 'lang=en', 'theme=dark'])(
    '%s twice is left out and named',
    (pair) => {
      expect(readWhole(`?${pair}&${pair}`)).toEqual({
        state: {},
        rejected: [pair.split('=')[0]],
      });
    },
  );

  it.each([
    ['heads=27', { nHeads: 9 }],
    ['heads=1e9', { nHeads: 9 }],
    ['heads=9007199254740993', { nHeads: 9 }],
    ['by=1e9', { divisor: 100 }],
    ['by=0.001', { divisor: 0.01 }],
    ['temp=11', { temperature: 10 }],
    [
      's=x_1_1_-1e9*x_1_2_1',
      {
        edits: [
          { matrix: 'x', row: 0, col: 0, value: -100 },
          { matrix: 'x', row: 0, col: 1, value: 1 },
        ],
      },
    ],
  ])('%s is the nearest that may be, and named', (pair, state) => {
    expect(readWhole(`?${pair}`)).toEqual({ state, rejected: [pair.split('=')[0]] });
  });

  it.each(['heads=+9', 'heads=%209%20', 'heads=%2B9'])('%s is nine heads', (pair) => {
    expect(readWhole(`?${pair}`)).toEqual({ state: { nHeads: 9 }, rejected: [] });
  });

  it('a beat the step has not is named', () => {
    expect(readWhole('?step=mask&beat=1')).toEqual({ state: { step: 'mask' }, rejected: ['beat'] });
  });

  it('a head beyond the head count of the same link is named', () => {
    expect(readWhole('?heads=1&head=2')).toEqual({ state: { nHeads: 1 }, rejected: ['head'] });
  });

  it('a head that the same link’s head count allows is used', () => {
    expect(readWhole('?heads=9&head=9').state).toEqual({ nHeads: 9, head: 8 });
  });

  it('does not take the good parts with it', () => {
    expect(readWhole('?step=mask&heads=2&lang=en')).toEqual({
      state: { step: 'mask', language: 'en' },
      rejected: ['heads'],
    });
  });

  it('is named once each', () => {
    expect(readWhole('?heads=x&lang=y&theme=z').rejected).toEqual(['heads', 'lang', 'theme']);
  });
});

/** Changes of an earlier visit: back by themselves, offered, or left alone; and the file that holds everything. */
import { describe, expect, it } from 'vitest';
import { laterKeys } from '../../../src/app/start.ts';
import { wholeCodec, wholeTable, writeWhole } from '../../../src/changes/link.ts';
import { fileOf, linkInFile, savedState } from '../../../src/changes/saved.ts';
import { createAppStore, isLink, placeTable, type Edits } from '../../../src/store/index.ts';

const saved = 's=x_5_2_1.9';
const edits: Edits = [{ matrix: 'x', row: 4, col: 1, value: 1.9 }];

describe('what was kept', () => {
  it.each(['', '?lang=en', '?theme=dark&utm=1', '?view=present'])('is back at %j', (query) => {
    expect(savedState(query, saved)).toEqual({ edits, keeping: { kind: 'restored' } });
  });

  it.each(['?step=scores', '?figure=6', '?tokens=玩', '?s=x_5_2_2'])(
    'is offered at %j',
    (query) => {
      expect(savedState(query, saved)).toEqual({ keeping: { kind: 'waiting', work: saved } });
    },
  );

  it.each(['?step=scores&s=x_5_2_1.9', '?step=scores&view=present'])(
    'is not spoken of at %j',
    (query) => {
      expect(savedState(query, saved)).toEqual({});
    },
  );

  it('is nothing where nothing was', () => {
    expect(savedState('', '')).toEqual({});
  });

  it.each(['s=x_5_2_NaN', '%%%', 's=__proto___1_1_1', 'x'.repeat(5000)])(
    'that is damaged (%j) brings nothing in',
    (damaged) => {
      expect(savedState('', damaged)).toEqual({ keeping: { kind: 'restored' } });
    },
  );
});

describe('a file', () => {
  const many: Edits = Array.from({ length: 81 }, (_, index) => ({
    matrix: 'wq' as const,
    row: Math.floor(index / 9),
    col: index % 9,
    value: index + 0.125,
  })).concat(
    Array.from({ length: 81 }, (_, index) => ({
      matrix: 'wk' as never,
      row: Math.floor(index / 9),
      col: index % 9,
      value: index + 0.25,
    })),
  );

  it('holds what no link has room for', () => {
    const state = createAppStore({ step: 'mask', edits: many }).getState();
    expect(isLink(wholeCodec.write(state, ''))).toBe(true);
    expect(wholeCodec.read(wholeCodec.write(state, '')).state.edits).toBeUndefined();
    const link = linkInFile(fileOf(writeAll(state)));
    expect(wholeCodec.readAny(link ?? '')).toMatchObject({
      state: { step: 'mask', edits: many },
      rejected: [],
    });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"link":"?step=mask"}',
    '{"seeing-attention":2,"link":""}',
    '7',
  ])('of another kind (%j) is none', (text) => {
    expect(linkInFile(text)).toBeNull();
  });
});

const writeAll = (state: Parameters<typeof writeWhole>[0]): string => {
  const parameters = new URLSearchParams();
  for (const { key, print } of wholeTable.entries) {
    const text = print(state);
    if (text !== undefined) parameters.set(key, text);
  }
  return `?${parameters.toString()}`;
};

describe('the keys that a page waits for', () => {
  it('are those of the changes’ own table', () => {
    const own = placeTable.entries.map(({ key }) => key);
    const others = wholeTable.entries.map(({ key }) => key).filter((key) => !own.includes(key));
    expect(others.toSorted()).toEqual(laterKeys.toSorted());
  });
});

describe('golden links', () => {
  it.each([
    ['?step=scores&beat=1&head=2&lang=en', { step: 'scores', beat: 1, head: 1, language: 'en' }],
    ['?figure=6', { step: 'scores' }],
    [
      '?v=1&step=weights&heads=9&head=9&mask=on&scale=off&off=1,positions',
      { nHeads: 9, head: 8, causalChoice: true, scaled: false, headsOff: [0], positions: false },
    ],
    ['?v=1&step=softmax&temp=2.5&by=4&t=0.25', { temperature: 2.5, divisor: 4, moment: 0.25 }],
    [
      '?v=1&tokens=我有一个小狗&memory=玩球',
      { tokens: ['我', '有', '一', '个', '小', '狗'], memory: ['玩', '球'] },
    ],
    [
      '?v=1&s=x_1_9_-0.5*wq_9_9_1*unembedding_1_2_0.125',
      {
        edits: [
          { matrix: 'x', row: 0, col: 8, value: -0.5 },
          { matrix: 'wq', row: 8, col: 8, value: 1 },
          { matrix: 'unembedding', row: 0, col: 1, value: 0.125 },
        ],
      },
    ],
    ['?v=1&step=one-row&w=0.1_0_0.2_0_0.7', { rowWeights: [0.1, 0, 0.2, 0, 0.7] }],
    [
      '?v=1&step=mask&cell=weights_2_1_h1_after',
      { pinned: { matrix: 'weights', head: 0, row: 1, col: 0, variant: 'after' } },
    ],
    ['?v=1&step=architecture&block=attention', { block: 'attention' }],
    [
      '?v=1&step=scores&s=x_5_1_3&a=s%3Dx_5_1_2&side=diff',
      {
        side: 'diff',
        edits: [{ matrix: 'x', row: 4, col: 0, value: 3 }],
        held: { edits: [{ matrix: 'x', row: 4, col: 0, value: 2 }] },
      },
    ],
    [
      '?v=1&step=roles&ask=2&fill=token&theme=projector&view=present',
      { askingRow: 1, fill: 'token', theme: 'projector', view: 'present' },
    ],
  ])('%s opens for ever', (link, state) => {
    expect(wholeCodec.read(link)).toMatchObject({ state, rejected: [] });
  });

  it.each(['diff', 'a'])('cannot show %s of one state alone', (side) => {
    const { state, rejected } = wholeCodec.read(`?v=1&side=${side}`);
    expect([state.side, rejected]).toEqual([undefined, ['side']]);
  });

  it('of another version is named', () => {
    expect(wholeCodec.read('?v=2&step=mask').rejected).toEqual(['v']);
  });
});

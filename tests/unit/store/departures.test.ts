/** When the page says that the model is not used as it was trained, and in which ways. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectDepartures, type Departure, type State } from '../../../src/store/index.ts';
import { everyRowBeat, stepOf, steps } from '../../../src/walkthrough/index.ts';
import { holds } from '../../support/property.ts';
import { sentence, stateWith } from './samples.ts';

const everyRow = stepOf('prediction').beats.findIndex(({ id }) => id === everyRowBeat);

describe('selectDepartures', () => {
  const departing = {
    untrained: { origin: { kind: 'room', steps: 0 } },
    heads: { nHeads: 1 },
    'attention-off': { headsOff: [0, 1, 2] },
    'head-off': { headsOff: [1] },
    'positions-off': { positions: false },
    scaling: { scaled: false },
    rescaled: { temperature: 2 },
    edited: { edits: [{ matrix: 'wq', row: 0, col: 0, value: 1 }] },
    unknown: { tokens: ['我', '有', '一', '个', '龘'] },
    mask: { step: 'prediction', beat: everyRow, causalChoice: false },
    length: { tokens: sentence(13) },
  } as const satisfies Record<Departure, Partial<State>>;
  const ways = Object.keys(departing) as Departure[];

  it('are none where the model is used as it was trained', () => {
    expect(selectDepartures(stateWith({ step: 'prediction' }))).toEqual([]);
  });

  it('are none with parameters of the reader’s own that were trained', () => {
    const own = stateWith({ step: 'prediction', origin: { kind: 'room', steps: 1 } });
    expect(selectDepartures(own)).toEqual([]);
  });

  it.each(ways)('%s alone is named alone', (way) => {
    expect(selectDepartures(stateWith({ step: 'prediction', ...departing[way] }))).toEqual([way]);
  });

  it('of any kinds together are all named, in one order', () => {
    // One head or all are never both off, and with one head there is no other way of being off.
    const together = fc
      .subarray(ways)
      .filter((some) => !(some.includes('head-off') && some.includes('attention-off')));
    holds(
      fc.property(together, (some) => {
        const state = stateWith({
          step: 'prediction',
          ...Object.assign({}, ...some.map((way) => departing[way])),
          ...(some.includes('length') && some.includes('unknown')
            ? { tokens: [...sentence(12), '龘'] }
            : {}),
          ...(some.includes('heads') ? { nHeads: 9 } : {}),
          ...(some.includes('heads') && some.includes('attention-off')
            ? { headsOff: [0, 1, 2, 3, 4, 5, 6, 7, 8] }
            : {}),
        });
        expect(selectDepartures(state)).toEqual(ways.filter((way) => some.includes(way)));
      }),
      200,
    );
  });

  it('name attention, not its only head, where there is one head', () => {
    const off = selectDepartures(stateWith({ nHeads: 1, headsOff: [0] }));
    expect(off).toEqual(['heads', 'attention-off']);
  });

  it.each(stepOf('prediction').beats.map(({ id }, beat) => [id, beat] as const))(
    'count the mask at the beat %s only if every row answers there',
    (id, beat) => {
      const state = stateWith({ step: 'prediction', beat, causalChoice: false });
      expect(selectDepartures(state)).toEqual(id === everyRowBeat ? ['mask'] : []);
    },
  );

  it.each([null, true])('do not count a mask that is on there: %s', (causalChoice) => {
    const state = stateWith({ step: 'prediction', beat: everyRow, causalChoice });
    expect(selectDepartures(state)).toEqual([]);
  });

  it('do not count the mask at the steps that run without one', () => {
    const said = steps.flatMap(({ id }) => selectDepartures(stateWith({ step: id })));
    expect(said).toEqual([]);
  });
});

/** What `scale-up` says: every number against a table worked out by hand, what the fields take, how the speed is measured. */
import { describe, expect, it, test } from 'vitest';
import { scaleUp as texts } from '../../../src/i18n/scale-up.en.ts';
import { draftOf, fields, problemOf, shapeOfDraft } from '../../../src/scenes/scale-up/draft.ts';
import { measureRate } from '../../../src/scenes/scale-up/jobs.ts';
import {
  countText,
  onAxis,
  quantitiesOf,
  quantityText,
  tickText,
  type Setting,
} from '../../../src/scenes/scale-up/quantities.ts';

const ours = { n: 5, dModel: 9, nHeads: 3, nLayers: 1 };
const gpt3 = { n: 2048, dModel: 12_288, nHeads: 96, nLayers: 96 };
/** A billion multiplications a second. */
const float32: Setting = { kind: 'float32', rate: 1e9 };
const float16: Setting = { kind: 'float16', rate: 1e9 };

describe('the table', () => {
  test.each([
    // name, ours, GPT-3, and what is printed there
    ['weightCells', 3 * 5 * 5, 96 * 96 * 2048 * 2048, '3.87×10¹⁰'],
    ['parameters', 4 * 9 * 9, 96 * 4 * 12_288 * 12_288, '5.80×10¹⁰'],
    ['projections', 4 * 5 * 9 * 9, 96 * 4 * 2048 * 12_288 * 12_288, '1.19×10¹⁴'],
    ['attention', 2 * 5 * 5 * 9, 96 * 2 * 2048 * 2048 * 12_288, '9.90×10¹²'],
    ['weightBytes', 4 * 75, 4 * 38_654_705_664, '155 GB'],
    ['parameterBytes', 4 * 324, 4 * 57_982_058_496, '232 GB'],
    // 118,747,255,799,808 + 9,895,604,649,984 multiplications: 35 hours and 44 minutes.
    ['seconds', 2070 / 1e9, 128_642_860_449_792 / 1e9, '35.7 h'],
  ] as const)('%s', (id, small, large, printed) => {
    const find = (shape: typeof ours) => quantitiesOf(shape, float32).find((one) => one.id === id);
    expect(find(ours)?.value).toBe(small);
    expect(find(gpt3)?.value).toBe(large);
    expect(quantityText(find(gpt3)?.unit ?? 'count', large, texts)).toBe(printed);
  });

  it('halves the bytes in float16 and nothing else', () => {
    const [whole, half] = [quantitiesOf(gpt3, float32), quantitiesOf(gpt3, float16)];
    const ratios = half.map(({ value }, index) => (value ?? 0) / (whole[index]?.value ?? 0));
    expect(ratios).toEqual([1, 1, 1, 1, 0.5, 0.5, 1]);
  });

  it('says nothing of time before the speed was measured', () => {
    const values = quantitiesOf(gpt3, { kind: 'float32', rate: null }).map(({ value }) => value);
    expect(values.map((value) => value === null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('how values are written and placed', () => {
  test.each([
    [75, '75'],
    [123_456, '123,456'],
    [1e6, '1.00×10⁶'],
    [5.798e10, '5.80×10¹⁰'],
  ])('%d as a count', (value, text) => expect(countText(value)).toBe(text));

  test.each([
    ['bytes', 300, '300 B'],
    ['bytes', 1296, '1.3 kB'],
    ['bytes', 1.5e20, '1.50×10⁸ TB'],
    ['seconds', 2.07e-6, '2.07 µs'],
    ['seconds', 5e-10, '0.5 ns'],
    ['seconds', 90, '1.5 min'],
    ['seconds', 864_000, '10 days'],
    ['seconds', 8.64e12, '1.00×10⁸ days'],
  ] as const)('%s of %d', (unit, value, text) => {
    expect(quantityText(unit, value, texts)).toBe(text);
  });

  it('counts seconds in nanoseconds on the axis, the rest as it is', () => {
    expect([onAxis('seconds', 2), onAxis('count', 2), onAxis('bytes', 2)]).toEqual([2e9, 2, 2]);
  });

  it('names ticks', () => {
    expect([0, 3, 12].map(tickText)).toEqual(['1', '10³', '10¹²']);
  });
});

describe('what is typed in', () => {
  it('comes back as the shape it was made from', () => {
    expect(shapeOfDraft(draftOf(gpt3))).toEqual(gpt3);
    expect(problemOf(draftOf(gpt3), texts)).toBeNull();
  });

  const nonsense = ['', ' ', '0', '-3', '2.5', 'many', 'NaN', 'Infinity', '1e99'];
  test.each(fields.flatMap((field) => nonsense.map((typed) => [field.name, typed] as const)))(
    '%s of “%s” is refused with the field’s name and limits',
    (name, typed) => {
      const draft = { ...draftOf(gpt3), [name]: typed };
      expect(shapeOfDraft(draft)).toBeNull();
      expect(problemOf(draft, texts)).toMatch(/a whole number, 1 to [\d,]+$/);
    },
  );

  it('refuses heads that do not share the dimensions out evenly', () => {
    const draft = draftOf({ ...gpt3, nHeads: 7 });
    expect(shapeOfDraft(draft)).toBeNull();
    expect(problemOf(draft, texts)).toBe('Heads must divide dims');
  });

  it('has finite costs at every limit', () => {
    const most = { n: 1e7, dModel: 1e6, nHeads: 1e4, nLayers: 1e4 };
    expect(shapeOfDraft(draftOf(most))).toEqual(most);
    for (const { value } of quantitiesOf(most, float32)) expect(Number.isFinite(value)).toBe(true);
  });
});

describe('the measured speed', () => {
  /** A clock that goes on by so many milliseconds whenever it is read. */
  const clock = (step: number) => {
    let time = 1000;
    return () => (time += step);
  };

  test.each([
    [1, 10, 128 ** 3 * 1000],
    [5, 10, 128 ** 3 * 200],
    [50, 10, 128 ** 3 * 20],
  ])('a product every %d ms', (step, milliseconds, rate) => {
    expect(measureRate(milliseconds, clock(step))).toBeCloseTo(rate, 3);
  });
});

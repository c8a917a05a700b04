/** What attention costs, against numbers worked out by hand. */
import { describe, expect, it } from 'vitest';
import { costOf } from '../../../src/example/index.ts';

describe('our shape: 5 tokens, 9 dimensions, 3 heads, 1 layer', () => {
  const cost = costOf({ n: 5, dModel: 9, nHeads: 3, nLayers: 1 });

  it('has 3 · 25 attention weights', () => {
    expect(cost.weightCells).toBe(75);
  });

  it('has four 9×9 projections', () => {
    expect(cost.parameters).toBe(324);
  });

  it('multiplies 4 · 5 · 81 times to project', () => {
    expect(cost.projections).toBe(1620);
  });

  it('multiplies 2 · 25 · 9 times in QKᵀ and A·V', () => {
    expect(cost.attention).toBe(450);
  });
});

describe('GPT-3: 2048 tokens, 12288 dimensions, 96 heads, 96 layers', () => {
  const cost = costOf({ n: 2048, dModel: 12_288, nHeads: 96, nLayers: 96 });

  it('has 38,654,705,664 attention weights', () => {
    expect(cost.weightCells).toBe(38_654_705_664);
  });

  it('has 57,982,058,496 parameters in the projections', () => {
    expect(cost.parameters).toBe(57_982_058_496);
  });

  it('multiplies 118,747,255,799,808 times to project', () => {
    expect(cost.projections).toBe(118_747_255_799_808);
  });

  it('multiplies 9,895,604,649,984 times in QKᵀ and A·V', () => {
    expect(cost.attention).toBe(9_895_604_649_984);
  });
});

describe('growth', () => {
  const base = { n: 8, dModel: 4, nHeads: 2, nLayers: 3 };

  it('is quadratic in the length for attention', () => {
    expect(costOf({ ...base, n: 16 }).attention).toBe(4 * costOf(base).attention);
  });

  it('is linear in the length for the projections', () => {
    expect(costOf({ ...base, n: 16 }).projections).toBe(2 * costOf(base).projections);
  });

  it('counts every layer', () => {
    expect(costOf({ ...base, nLayers: 6 })).toEqual({
      weightCells: 2 * costOf(base).weightCells,
      projections: 2 * costOf(base).projections,
      attention: 2 * costOf(base).attention,
      parameters: 2 * costOf(base).parameters,
    });
  });
});

/** An edit computes what the stage shows: colour scales of attention ask for nothing behind it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { layerNorm } from '../../../src/decoder/layer-norm.ts';
import { selectDomain } from '../../../src/store/index.ts';
import { stateWith } from './samples.ts';

vi.mock('../../../src/decoder/layer-norm.ts', async (original) => {
  const real = await original<typeof import('../../../src/decoder/layer-norm.ts')>();
  return { ...real, layerNorm: vi.fn(real.layerNorm) };
});

/** A state that no other test has computed. */
const fresh = () => stateWith({ edits: [{ matrix: 'x', row: 0, col: 0, value: 0.25 }] });

describe('the colour scale', () => {
  beforeEach(() => {
    vi.mocked(layerNorm).mockClear();
  });

  it.each(['x', 'wq', 'q', 'scores', 'weights', 'context', 'concat', 'output'] as const)(
    'of %s asks for nothing that comes after attention',
    (matrix) => {
      expect(selectDomain(fresh(), matrix)).toBeGreaterThan(0);
      expect(layerNorm).not.toHaveBeenCalled();
    },
  );

  it('of y asks for it', () => {
    selectDomain(fresh(), 'y');
    expect(layerNorm).toHaveBeenCalled();
  });
});

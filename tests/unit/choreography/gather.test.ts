/** Blocks travel to their places one behind the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherMotion } from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { times } from './motions.ts';

const counts = fc.integer({ min: 1, max: 32 });
const all = (blocks: number): number[] => Array.from({ length: blocks }, (_, block) => block);

describe('blocks that are joined', () => {
  it('have not set out at the beginning and are in their places at the end', () => {
    holds(
      fc.property(counts, (blocks) => {
        const { at } = gatherMotion({ blocks });
        expect(all(blocks).map(at(0).arrived)).toEqual(all(blocks).map(() => 0));
        expect(all(blocks).map(at(1).arrived)).toEqual(all(blocks).map(() => 1));
      }),
      50,
    );
  });

  it('follow each other, and never go back', () => {
    holds(
      fc.property(counts, times, times, (blocks, a, b) => {
        const { at } = gatherMotion({ blocks });
        const sooner = all(blocks).map(at(Math.min(a, b)).arrived);
        const later = all(blocks).map(at(Math.max(a, b)).arrived);
        expect(sooner.toSorted((p, q) => q - p)).toEqual(sooner);
        expect(sooner.every((part, block) => part <= (later[block] ?? 0))).toBe(true);
      }),
      200,
    );
  });

  it('have a still for every block that has arrived', () => {
    const { stills, at } = gatherMotion({ blocks: 3 });
    const arrived = stills.map((still) =>
      all(3).filter((block) => at(still).arrived(block) > 0.999),
    );
    expect(arrived.map((blocks) => blocks.length)).toEqual([0, 1, 2, 3, 3]);
  });
});

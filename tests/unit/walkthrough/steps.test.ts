/** The walkthrough's promises: ids, chapters and figures of product.md, and that what a step reads was made before. */
import { describe, expect, it } from 'vitest';
import { parameterNames, type DecoderMatrixName } from '../../../src/decoder/index.ts';
import {
  beatOf,
  chapters,
  formulas,
  matrixSymbols,
  nodes,
  steps,
} from '../../../src/walkthrough/index.ts';

/** Article figure, or null, by id, in the article's order. */
const wanted = [
  ['architecture', 1],
  ['tokens', 2],
  ['black-box', 3],
  ['weights', 4],
  ['projection', 5],
  ['scores', 6],
  ['scale', null],
  ['softmax', null],
  ['context', 7],
  ['one-row', 8],
  ['formula', 9],
  ['heads', 10],
  ['mask', null],
  ['prediction', null],
  ['scale-up', null],
  ['roles', null],
  ['cross-attention', null],
  ['parallel', null],
] as const;

const chapterOf = (index: number): string => {
  if (index < 3) return 'input';
  if (index < 5) return 'qkv';
  if (index < 11) return 'one-head';
  return index < 14 ? 'many-heads' : 'beyond';
};

describe('the eighteen steps', () => {
  it('have the ids that links and embeds name, in order', () => {
    expect(steps.map(({ id }) => id)).toEqual(wanted.map(([id]) => id));
  });

  it('stand in five chapters in order', () => {
    expect(steps.map(({ chapter }) => chapter)).toEqual(steps.map((_, index) => chapterOf(index)));
  });

  it('answer the article’s figures as product.md says', () => {
    expect(steps.map(({ figure }) => figure ?? null)).toEqual(wanted.map(([, figure]) => figure));
  });

  it('run without the mask up to heads and with it from mask on, cross-attention aside', () => {
    const off = steps.filter(
      ({ id, causal }, index) => causal !== (index >= 12 && id !== 'cross-attention'),
    );
    expect(off.map(({ id }) => id)).toEqual([]);
  });

  it('are data only: they survive JSON', () => {
    expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
  });

  it.each(steps)('$id has at least one beat', ({ beats }) => {
    expect(beats.length).toBeGreaterThan(0);
  });

  it.each(steps)('$id names each beat once', ({ beats }) => {
    expect(new Set(beats.map(({ id }) => id)).size).toBe(beats.length);
  });

  it.each(steps)('$id names each control once', ({ controls }) => {
    expect(new Set(controls).size).toBe(controls.length);
  });

  it.each(steps)('$id takes its default cells from what it makes or reads', (step) => {
    const off = step.beats.flatMap((_, index) => {
      const { cell, makes, reads } = beatOf(step, index);
      return cell && makes !== cell.matrix && !reads.includes(cell.matrix) ? [cell.matrix] : [];
    });
    expect(off).toEqual([]);
  });

  it.each(steps)('$id transposes only what it reads', ({ transposed = [], reads }) => {
    expect(transposed.filter((matrix) => !reads.includes(matrix))).toEqual([]);
  });

  it.each(steps)('$id fills shares as shares and all else signed', (step) => {
    const shares = step.makes === 'weights' || step.makes === 'probabilities';
    const onlyLooks = step.makes === null && step.reads.includes('weights');
    expect(step.fill).toBe(shares || onlyLooks ? 'share' : 'signed');
  });
});

describe('what a step reads', () => {
  /** The mask adds nothing while it is off: `masked` is then `scaled`, and needs no step of its own. */
  const passedOn: ReadonlyMap<DecoderMatrixName, DecoderMatrixName> = new Map([
    ['masked', 'scaled'],
  ]);

  const made = new Set<DecoderMatrixName>(parameterNames);
  const stops = steps.flatMap((step) =>
    step.beats.map((_, index) => {
      const { reads, makes, id } = beatOf(step, index);
      const unmade = reads.filter((matrix) => !made.has(passedOn.get(matrix) ?? matrix));
      if (makes) made.add(makes);
      return { name: `${step.id}/${id}`, unmade };
    }),
  );

  it.each(stops)('$name reads parameters and what was made before', ({ unmade }) => {
    expect(unmade).toEqual([]);
  });
});

describe('formulas', () => {
  it('list every formula of every stop', () => {
    const used = steps.flatMap((step) => step.beats.map((_, index) => beatOf(step, index).formula));
    expect(used.filter((formula) => !formulas.includes(formula))).toEqual([]);
  });

  it('list no formula twice', () => {
    expect(new Set(formulas).size).toBe(formulas.length);
  });
});

describe('the map', () => {
  it('has nine nodes in the pipeline’s order', () => {
    expect(nodes.map(({ id }) => id)).toEqual([
      'x',
      'qkv',
      'scores',
      'scaled',
      'mask',
      'softmax',
      'context',
      'concat',
      'prediction',
    ]);
  });

  it.each(nodes)('$id opens a step that belongs to it', ({ id, opens }) => {
    expect(steps.find((step) => step.id === opens)?.node).toBe(id);
  });

  it.each(steps)('$id has a node of the map', ({ node }) => {
    expect(nodes.map(({ id }) => id)).toContain(node);
  });

  it('goes through its nodes in the order of the steps', () => {
    const places = nodes.map(({ opens }) => steps.findIndex(({ id }) => id === opens));
    // The mask stands before softmax on the map, but is told after the heads.
    const told = places.filter((_, index) => nodes[index]?.id !== 'mask');
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});

describe('chapters and symbols', () => {
  it('list every chapter once, in order', () => {
    expect([...new Set(steps.map(({ chapter }) => chapter))]).toEqual(chapters);
  });

  it('give every matrix of a step a symbol', () => {
    const named = steps.flatMap((step) =>
      step.beats.flatMap((_, index) => {
        const { reads, makes } = beatOf(step, index);
        return makes ? [...reads, makes] : reads;
      }),
    );
    expect(named.filter((matrix) => !matrixSymbols[matrix])).toEqual([]);
  });
});

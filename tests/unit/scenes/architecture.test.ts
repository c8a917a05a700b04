/** The figure: what its zoom does to boxes, where its blocks stand, and that each leads somewhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesOf, loadMessages, figureTextsOf } from '../../../src/i18n/index.ts';
import { layOutAttention } from '../../../src/scenes/architecture/attention-layout.ts';
import {
  boxThrough,
  clipped,
  contains,
  fitInto,
  zoomInto,
} from '../../../src/scenes/architecture/box.ts';
import { layOutHead } from '../../../src/scenes/architecture/head-layout.ts';
import type { Diagram } from '../../../src/scenes/architecture/pieces.ts';
import { layOutWhole } from '../../../src/scenes/architecture/whole-layout.ts';
import { sourceMatrix, type MatrixSource } from '../../../src/scenes/stage/source.ts';
import { metricsFor, type FrameKind, type Box } from '../../../src/viz/index.ts';
import {
  attentionBlocks,
  blockOf,
  decoderBlocks,
  droppedBlocks,
  encoderBlocks,
  headBlocks,
  insideOf,
  nodes,
  openedAt,
  stepOf,
} from '../../../src/walkthrough/index.ts';
import { stateWith } from '../store/samples.ts';

await loadMessages('en');

const length = fc.double({ min: 20, max: 2000, noNaN: true });
const place = fc.double({ min: -500, max: 2000, noNaN: true });
const boxes: fc.Arbitrary<Box> = fc.record({ x: place, y: place, width: length, height: length });
const parts = fc.double({ min: 0, max: 1, noNaN: true });

const close = (a: Box, b: Box): void => {
  for (const key of ['x', 'y', 'width', 'height'] as const) expect(a[key]).toBeCloseTo(b[key], 5);
};

describe('a zoom', () => {
  it('begins with everything in its place', () => {
    fc.assert(
      fc.property(boxes, boxes, boxes, (from, to, other) => {
        close(boxThrough(zoomInto(from, to, 0), other), other);
      }),
    );
  });

  it('ends with the box filling the other', () => {
    fc.assert(
      fc.property(boxes, boxes, (from, to) => {
        close(boxThrough(zoomInto(from, to, 1), from), to);
        close(boxThrough(fitInto(from, to), from), to);
      }),
    );
  });

  it('grows evenly: the same factor in the same time', () => {
    fc.assert(
      fc.property(boxes, boxes, parts, (from, to, part) => {
        const { width, height } = boxThrough(zoomInto(from, to, part), from);
        expect(width / from.width).toBeCloseTo((to.width / from.width) ** part, 6);
        expect(height / from.height).toBeCloseTo((to.height / from.height) ** part, 6);
      }),
    );
  });

  it('keeps what is inside a box inside it', () => {
    const outer = { x: 0, y: 0, width: 100, height: 50 };
    const inner = { x: 10, y: 5, width: 20, height: 10 };
    fc.assert(
      fc.property(boxes, parts, (to, part) => {
        const camera = zoomInto(outer, to, part);
        const { x, y, width, height } = boxThrough(camera, outer);
        const room = { x: x - 1e-6, y: y - 1e-6, width: width + 2e-6, height: height + 2e-6 };
        expect(contains(room, boxThrough(camera, inner))).toBe(true);
      }),
    );
  });
});

describe('clipping', () => {
  it('leaves what lies within both', () => {
    const by = { x: 0, y: 0, width: 10, height: 10 };
    expect(clipped({ x: -5, y: 2, width: 8, height: 20 }, by)).toEqual({
      x: 0,
      y: 2,
      width: 3,
      height: 8,
    });
    expect(clipped({ x: 10, y: 0, width: 5, height: 5 }, by)).toBeNull();
  });
});

const stages: readonly (readonly [FrameKind, number, number])[] = [
  ['reader', 1088, 568],
  ['reader', 720, 500],
  ['reader', 374, 470],
  ['reader', 304, 470],
  ['present', 1150, 880],
  ['embed', 664, 400],
  ['embed', 464, 300],
];

const state = stateWith({ step: 'architecture' });

const diagramsIn = (kind: FrameKind, width: number, height: number): readonly Diagram[] => {
  const metrics = metricsFor(kind, { width, height }, { width: 1920, height: 1080 });
  const area = { x: 2, y: 2, width: width - 4, height: height - 4 };
  const { blocks, encoder, decoder, encoderInput } = messagesOf('en').ui;
  const inside = {
    area,
    metrics,
    names: blocks,
    nHeads: state.nHeads,
    head: 0,
    shapeOf: (source: MatrixSource) => sourceMatrix({ state }, source),
  };
  return [
    layOutWhole(area, metrics, { blocks, encoder, decoder, encoderInput, decoderInput: '我有' }),
    layOutAttention(inside),
    layOutHead(inside),
  ];
};

describe.each(stages)('on a stage of the %s, %i×%i', (kind, width, height) => {
  const stage = { x: 0, y: 0, width, height };
  const diagrams = diagramsIn(kind, width, height);

  it('every block and picture lies on the stage', () => {
    const outside = diagrams.flatMap(({ blocks, pictures }) =>
      [...blocks, ...pictures].filter((box) => !contains(stage, box)),
    );
    expect(outside).toEqual([]);
  });

  it('no block lies on another', () => {
    for (const { blocks } of diagrams) {
      const overlaps = blocks.flatMap((a, index) =>
        blocks
          .slice(index + 1)
          .flatMap((b) => (clipped(a, b) ? [`${a.block.id} ${b.block.id}`] : [])),
      );
      expect(overlaps).toEqual([]);
    }
  });
});

const blocks = [...encoderBlocks, ...decoderBlocks, ...attentionBlocks, ...headBlocks];

describe('the blocks', () => {
  it('have ids of their own, by which they are found', () => {
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    for (const block of blocks) expect(blockOf(block.id)).toBe(block);
    expect(blockOf('nothing')).toBeUndefined();
  });

  it.each(blocks.map((block) => [block.id, block] as const))(
    '%s opens a stop that there is, and lights stations that there are',
    (_, { opens, beat, nodes: lit }) => {
      const beats = stepOf(opens).beats.map(({ id }) => id);
      expect(beat === undefined || beats.includes(beat)).toBe(true);
      const known: readonly string[] = nodes.map(({ id }) => id);
      expect(lit.filter((id) => !known.includes(id))).toEqual([]);
    },
  );

  it.each(['zh-CN', 'en'] as const)('are named and explained in %s', (language) => {
    for (const { kind } of blocks) {
      expect(messagesOf(language).ui.blocks[kind]).toBeTruthy();
      expect(figureTextsOf(language).blocks[kind]).toBeTruthy();
    }
  });

  it('that are dropped are in no station of ours; all of the decoder’s others are', () => {
    for (const { id, nodes: lit } of [...encoderBlocks, ...decoderBlocks])
      expect([id, lit.length > 0]).toEqual([id, !droppedBlocks.has(id)]);
  });

  it('together light every station', () => {
    const lit = new Set(decoderBlocks.flatMap((block) => block.nodes));
    expect([...lit].toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
  });

  it('can be opened where a stop shows what is inside', () => {
    const { beats } = stepOf('architecture');
    for (const id of ['attention', 'head']) {
      const stop = insideOf(id);
      expect(beats.map((beat) => beat.id)).toContain(stop);
      expect(openedAt(stop ?? '')?.id).toBe(id);
    }
    expect(insideOf('embedding')).toBeUndefined();
    expect(openedAt('whole')).toBeUndefined();
  });
});

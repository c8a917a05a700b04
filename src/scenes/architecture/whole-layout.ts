/** Where everything stands in the whole figure: two stacks read upwards, each block's input passing by it to the addition above. */
import type { Box, Metrics, Point } from '../../viz/index.ts';
import {
  decoderBlocks,
  encoderBlocks,
  type Block,
  type BlockKind,
} from '../../walkthrough/index.ts';
import type { Diagram, Line, PlacedBlock } from './pieces.ts';

/** Heights beside each other. */
const heights: Partial<Record<BlockKind, number>> = {
  selfAttention: 1.5,
  maskedAttention: 1.5,
  crossAttention: 1.5,
  addNorm: 0.75,
};
const heightOf = ({ kind }: Block): number => heights[kind] ?? 0.95;
/** Room below a block, where its input branches; an addition stands right on its block. */
const room = { branch: 0.62, addition: 0.08 } as const;
const roomBelow = ({ kind }: Block): number => (kind === 'addNorm' ? room.addition : room.branch);

const unitsOf = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block, index) => sum + heightOf(block) + (index > 0 ? roomBelow(block) : 0),
    0,
  );

/** What the layout is told: words in the reader's language. */
export interface WholeWords {
  readonly blocks: Readonly<Record<string, string>>;
  readonly encoder: string;
  readonly decoder: string;
  readonly encoderInput: string;
  readonly decoderInput: string;
}

interface Stack {
  readonly blocks: readonly Block[];
  readonly x: number;
  readonly bottom: number;
  readonly width: number;
  readonly unit: number;
}

const stacked = (
  { blocks, x, bottom, width, unit }: Stack,
  words: WholeWords,
): readonly PlacedBlock[] => {
  let y = bottom;
  return blocks.map((block, index) => {
    const height = heightOf(block) * unit;
    y -= height + (index > 0 ? roomBelow(block) * unit : 0);
    const strong = block.kind === 'maskedAttention';
    return { block, text: words.blocks[block.kind] ?? block.kind, strong, x, y, width, height };
  });
};

const isAddition = ({ block }: PlacedBlock): boolean => block.kind === 'addNorm';

/** Up the stack, and past each block to the addition on it, on the outer side. */
const waysUp = (
  placed: readonly PlacedBlock[],
  side: -1 | 1,
  unit: number,
  isDropped: (index: number) => boolean,
): readonly Line[] =>
  placed.flatMap((block, index): readonly Line[] => {
    const below = placed[index - 1];
    if (!below) return [];
    const x = block.x + block.width / 2;
    const from = { x, y: below.y };
    const up = {
      points: [from, { x, y: block.y + block.height }],
      arrow: !isAddition(block),
      dropped: isDropped(index),
    };
    const addition = placed[index + 1];
    if (isAddition(block) || !addition || !isAddition(addition)) return [up];
    // The branch leaves halfway below the block.
    const branch = (below.y + block.y + block.height) / 2;
    const out = side < 0 ? block.x - unit * 0.3 : block.x + block.width + unit * 0.3;
    const edge = side < 0 ? block.x : block.x + block.width;
    const level = addition.y + addition.height / 2;
    const by = {
      points: [
        { x, y: branch },
        { x: out, y: branch },
        { x: out, y: level },
        { x: edge, y: level },
      ],
      arrow: true,
      dropped: isDropped(index),
    };
    return [up, by];
  });

/** Past what is dropped, on the side that is free, from the addition below it to the block above it. */
const aroundDropped = (
  { cross, above, below }: Readonly<Record<'cross' | 'above' | 'below', PlacedBlock>>,
  x: number,
  lane: number,
): Line => {
  const from = (below.y + cross.y + cross.height) / 2;
  const to = above.y + above.height + (below.y - cross.y - cross.height) / 2;
  return {
    points: [
      { x, y: below.y },
      { x, y: from },
      { x: lane, y: from },
      { x: lane, y: to },
      { x, y: to },
      { x, y: above.y + above.height },
    ],
    arrow: true,
    bypass: true,
  };
};

/** Round all but the first and, in the decoder, the last. */
const repeatedBox = (placed: readonly PlacedBlock[], unit: number): Box | null => {
  const [first] = placed;
  const last = placed.at(-1);
  if (!first || !last) return null;
  const lane = 0.46 * unit;
  const bottom = first.y + first.height;
  return {
    x: first.x - lane,
    y: last.y - 0.18 * unit,
    width: first.width + 2 * lane,
    height: bottom - last.y + 0.18 * unit + 0.42 * unit,
  };
};

export const layOutWhole = (area: Box, metrics: Metrics, words: WholeWords): Diagram => {
  const { label, small } = metrics;
  const head = small * 1.8;
  const foot = label * 2;
  const units = unitsOf(decoderBlocks);
  const unit = Math.min(small * 3.4, (area.height - head - foot) / (units + 0.5));
  const between = Math.min(label * 8, Math.max(unit * 1.2, area.width * 0.12));
  // Beside each stack its ways past the blocks, the frame of what is repeated, and how often it is.
  const often = metrics.narrow ? 0 : label * 2.2;
  const side = unit * 0.5 + often;
  const width = Math.min(small * 17, (area.width - between - 2 * side - 4) / 2);
  const left = area.x + (area.width - 2 * width - between) / 2;
  const right = left + width + between;
  const height = units * unit;
  const bottom = area.y + head + (area.height - head - foot - height) / 2 + height;
  const shared = { bottom, width, unit };
  const encoder = stacked({ ...shared, blocks: encoderBlocks, x: left }, words);
  const decoder = stacked({ ...shared, blocks: decoderBlocks, x: right }, words);
  const crossAt = decoder.findIndex(({ block }) => block.kind === 'crossAttention');
  const isDropped = (index: number): boolean => index === crossAt;
  const cross = decoder[crossAt];
  const memory = encoder.at(-1);
  const inner = { encoder: encoder.slice(1), decoder: decoder.slice(1, -1) };
  const frames = [
    { box: repeatedBox(inner.encoder, unit), dropped: true },
    { box: repeatedBox(inner.decoder, unit), dropped: false },
  ].flatMap(({ box, dropped }) => (box ? [{ ...box, dropped }] : []));
  const middle = (x: number): number => x + width / 2;
  const toCross = (points: readonly Point[]): Line => ({ points, arrow: true, dropped: true });
  const lane = right - Math.max(between * 0.5, unit * 0.6);
  const above = decoder[crossAt + 2];
  const below = decoder[crossAt - 1];
  const top = decoder.at(-1);
  return {
    blocks: [...encoder, ...decoder],
    frames,
    pictures: [],
    lines: [
      ...waysUp(encoder, -1, unit, () => true),
      ...waysUp(decoder, 1, unit, isDropped),
      ...(memory && cross
        ? [
            toCross([
              { x: middle(left), y: memory.y },
              { x: middle(left), y: memory.y - unit * 0.5 },
              { x: lane, y: memory.y - unit * 0.5 },
              { x: lane, y: cross.y + cross.height / 2 },
              { x: cross.x, y: cross.y + cross.height / 2 },
            ]),
          ]
        : []),
      ...(cross && above && below
        ? [aroundDropped({ cross, above, below }, middle(right), right - unit * 0.3)]
        : []),
      ...(top
        ? [
            {
              points: [
                { x: middle(right), y: top.y },
                { x: middle(right), y: top.y - unit * 0.4 },
              ],
              arrow: true,
            },
          ]
        : []),
    ],
    words: [
      ...(often > 0
        ? frames.map(({ x, y, width: wide, height: tall, dropped }) => ({
            at: {
              x: dropped ? x - label * 0.5 : x + wide + label * 0.5,
              y: y + tall / 2 + label * 0.36,
            },
            text: 'N×',
            anchor: dropped ? ('end' as const) : ('start' as const),
            size: label,
            dropped,
          }))
        : []),
      {
        at: { x: middle(left), y: (memory?.y ?? 0) - unit * 0.5 - small * 0.6 },
        text: words.encoder,
        anchor: 'middle',
        size: small,
        bold: true,
        dropped: true,
      },
      {
        at: { x: middle(right), y: bottom - height - unit * 0.4 - small * 0.5 },
        text: words.decoder,
        anchor: 'middle',
        size: small,
        bold: true,
      },
      {
        at: { x: middle(left), y: bottom + label * 1.4 },
        text: words.encoderInput,
        anchor: 'middle',
        size: label,
        dropped: true,
      },
      {
        at: { x: middle(right), y: bottom + label * 1.4 },
        text: words.decoderInput,
        anchor: 'middle',
        size: label,
      },
    ],
  };
};

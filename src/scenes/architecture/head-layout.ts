/** Where everything stands inside one head. */
import type { Box } from '../../viz/index.ts';
import { headBlocks } from '../../walkthrough/index.ts';
import type { Diagram } from './pieces.ts';
import {
  columnOf,
  end,
  inset,
  levelsIn,
  masked,
  pictureIn,
  split,
  upright,
  type Inside,
  type Shown,
} from './levels.ts';

/** The five operations of one head, each with what it makes; V passes by four of them. */
export const layOutHead = (inside: Inside): Diagram => {
  const { metrics, names, head } = inside;
  const { label } = metrics;
  const gap = Math.max(label * 0.9, inside.area.height * 0.03);
  const column = columnOf(inside);
  const levels = levelsIn(column, [1, 1, 1, 1, 1, 1], gap);
  const [given, ...rest] = levels;
  if (!given) throw new RangeError('layOutHead: a level is missing');
  const lane = column.width * 0.72;
  const narrow = (box: Box, id: string): Box => (id === 'context' ? box : { ...box, width: lane });
  const symbols: Readonly<Record<string, Shown>> = {
    scores: { source: { matrix: 'scores', head }, symbol: 'S' },
    scale: { source: { matrix: 'scaled', head }, symbol: 'S/√d_k' },
    mask: { source: { matrix: 'masked', head, ...masked }, symbol: 'S/√d_k + mask' },
    softmax: { source: { matrix: 'weights', head, ...masked }, symbol: 'A' },
    context: { source: { matrix: 'context', head, ...masked }, symbol: 'Z' },
  };
  const placed = headBlocks.flatMap((block, index) => {
    const level = rest[index];
    const shown = symbols[block.id];
    if (!level || !shown) return [];
    const box = narrow(level, block.id);
    const [textBox, pictureBox] = split({ ...box, width: lane }, 0.42);
    const text = names[block.kind] ?? block.id;
    return [
      {
        block: { ...box, block, text, textBox },
        made: pictureIn(inside, inset(pictureBox, 3), shown, 'start'),
      },
    ];
  });
  const inputs = (['q', 'k', 'v'] as const).map((matrix, index) => {
    const half = lane / 2;
    const box =
      index < 2
        ? { ...given, x: given.x + index * half, width: half }
        : { ...given, x: given.x + lane, width: column.width - lane };
    return {
      box,
      ...pictureIn(inside, inset(box, 2), {
        source: { matrix, head },
        symbol: matrix.toUpperCase(),
      }),
    };
  });
  const blocks = placed.map(({ block }) => block);
  const [first] = blocks;
  const last = blocks.at(-1);
  const ways = blocks.slice(1).map((block, index) => {
    const below = blocks[index];
    return upright(column.x + lane / 2, below?.y ?? 0, end(block));
  });
  return {
    blocks,
    frames: [],
    pictures: [...inputs, ...placed.map(({ made }) => made)].map(({ picture }) => picture),
    words: [...inputs, ...placed.map(({ made }) => made)].flatMap(({ words }) => words),
    lines: [
      ...inputs.map(({ box, picture }, index) =>
        upright(
          picture.x + picture.width / 2,
          picture.y - 3,
          end((index < 2 ? first : last) ?? box),
        ),
      ),
      ...ways,
    ],
  };
};

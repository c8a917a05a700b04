/** Where everything stands inside multi-head attention. */
import type { Box } from '../../viz/index.ts';
import { attentionBlocks, type Block } from '../../walkthrough/index.ts';
import type { Diagram, PlacedBlock } from './pieces.ts';
import {
  columnOf,
  end,
  inset,
  levelsIn,
  masked,
  middle,
  pictureIn,
  split,
  thirdOf,
  upright,
  wordsAnd,
  type Inside,
} from './levels.ts';

const named = (blocks: readonly Block[], id: string): Block => {
  const block = blocks.find((one) => one.id === id);
  if (!block) throw new RangeError(`named: no block ${id}`);
  return block;
};

/** X, its three projections, the heads one behind the other, what they join to, and the output projection. */
export const layOutAttention = (inside: Inside): Diagram => {
  const { metrics, names, nHeads, head } = inside;
  const { label } = metrics;
  const gap = Math.max(label * 1.1, inside.area.height * 0.035);
  const column = columnOf(inside);
  const levels = levelsIn(column, [1, 1.1, 2, 1.1, 1.1, 1], gap);
  const [input, linear, heads, concat, project, output] = levels;
  if (!input || !linear || !heads || !concat || !project || !output)
    throw new RangeError('layOutAttention: a level is missing');
  const nameOf = (id: string): string => names[named(attentionBlocks, id).kind] ?? id;
  const block = (id: string, box: Box, more: Partial<PlacedBlock> = {}): PlacedBlock => ({
    ...box,
    block: named(attentionBlocks, id),
    text: nameOf(id),
    ...more,
  });
  const third = (index: number): Box => thirdOf(linear, index, gap);
  const projections = ['queries', 'keys', 'values'] as const;
  const [headText, headPictures] = wordsAnd(heads, 0.26, [nameOf('head')], metrics);
  const [concatText, concatPicture] = split(concat, 0.5);
  const [projectText, projectPicture] = split(project, 0.5);
  const x = pictureIn(inside, input, { source: { matrix: 'x' }, symbol: 'X' });
  const o = pictureIn(inside, output, { source: { matrix: 'output', ...masked }, symbol: 'O' });
  const z = pictureIn(inside, inset(concatPicture, 4), {
    source: { matrix: 'concat', ...masked },
    symbol: 'Z',
  });
  const made = projections.map((_, index) => {
    const matrix = (['q', 'k', 'v'] as const)[index] ?? 'q';
    const [textBox, pictureBox] = wordsAnd(third(index), 0.42, projections.map(nameOf), metrics);
    const picture = pictureIn(inside, inset(pictureBox, 3), {
      source: { matrix, head },
      symbol: matrix.toUpperCase(),
    });
    return { textBox, ...picture };
  });
  const shares = Array.from({ length: nHeads }, (_, one) =>
    pictureIn(
      inside,
      inset(
        {
          ...headPictures,
          x: headPictures.x + (one * headPictures.width) / nHeads,
          width: headPictures.width / nHeads,
        },
        4,
      ),
      { source: { matrix: 'weights', head: one, ...masked }, symbol: `A_${one + 1}` },
    ),
  );
  const all = [x, ...made, ...shares, z, o];
  const wo = pictureIn(inside, inset(projectPicture, 4), {
    source: { matrix: 'wo' },
    symbol: 'W_O',
  });
  return {
    blocks: [
      ...projections.map((id, index) =>
        block(id, third(index), { textBox: made[index]?.textBox ?? third(index), copies: nHeads }),
      ),
      block('head', heads, { textBox: headText, copies: nHeads, strong: true }),
      block('concat', concat, { textBox: concatText }),
      block('projection', project, { textBox: projectText }),
    ],
    frames: [],
    pictures: [...all, wo].map(({ picture }) => picture),
    words: [...all, wo].flatMap(({ words }) => words),
    lines: [
      ...[0, 1, 2].flatMap((index) => {
        const to = middle(third(index));
        const level = input.y - gap / 2;
        return [
          {
            points: [
              { x: middle(input), y: x.picture.y - 3 },
              { x: middle(input), y: level },
              { x: to, y: level },
              { x: to, y: end(linear) },
            ],
            arrow: true,
          },
          upright(to, linear.y, end(heads)),
        ];
      }),
      upright(middle(heads), heads.y, end(concat)),
      upright(middle(concat), concat.y, end(project)),
      upright(middle(project), project.y, o.picture.y + o.picture.height + 3),
    ],
  };
};

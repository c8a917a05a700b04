/** Titles and captions of the steps in English. */
import { gpt3 } from './facts.ts';
import type { Titles } from './titles.zh-CN.ts';

export const titles: Titles = {
  architecture: {
    title: 'First, find attention',
    caption: 'Read upwards; next we open the marked block',
  },
  tokens: { title: 'A row per token', caption: 'A row = token vector + position vector' },
  'black-box': {
    title: 'First, what goes in and out',
    caption: 'X in, O out: the same shape, so layers stack',
  },
  weights: {
    title: 'Weight matrices for Q, K and V',
    caption: 'The same numbers, their columns dealt to heads',
  },
  projection: {
    title: 'One row makes Q, K and V',
    caption: 'A row of X times a column of W: one cell',
  },
  scores: { title: 'Q asks every K', caption: 'Rows ask, columns are asked, each cell a score' },
  scale: {
    title: 'Keeping scores together',
    caption: 'All divided by {m:√d_k}: same order, smaller gaps',
  },
  softmax: {
    title: 'Scores become shares',
    caption: 'Softmax, row by row; each adds up to one whole',
  },
  context: {
    title: 'Adding up V by share',
    caption: 'A larger share, a larger part of the new row',
  },
  'one-row': { title: 'One row in parts', caption: 'Each V row × its share, added downwards' },
  formula: {
    title: 'One head, one formula',
    caption: 'From the inside out: score, scale, share, add',
  },
  heads: {
    title: 'Several heads, joined',
    caption: 'Shares of its own in each head; joined, as wide',
  },
  mask: {
    title: 'Now the mask: no looking ahead',
    caption: 'Unmasked so far; now later scores −∞, shares zero',
  },
  prediction: {
    title: 'Guessing the next token',
    caption: 'From the last row, every candidate gets a score',
  },
  'scale-up': {
    title: `Up to ${gpt3.name}`,
    caption: 'Small dots ours, large dots theirs; a log scale',
  },
  roles: {
    title: 'Once more, as a question',
    caption: 'q asks each K, and takes home V by share',
  },
  'cross-attention': {
    title: 'Asking another input',
    caption: 'Q from one input, K and V from another',
  },
  parallel: {
    title: 'All rows at once',
    caption: 'Given the input, no row waits; recurrent steps do',
  },
};

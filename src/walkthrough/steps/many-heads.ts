/** Chapter 4, many heads: joining, masking, predicting. */
import type { Step } from '../types.ts';
import { everyRowBeat } from '../types.ts';
import { still } from './still.ts';

export const manyHeadsSteps: readonly Step[] = [
  {
    id: 'heads',
    chapter: 'many-heads',
    figure: 10,
    node: 'concat',
    reads: ['weights', 'context', 'concat', 'wo'],
    makes: 'output',
    formula: 'O = \\bigl[\\,Z_1 \\cdots Z_h\\,\\bigr]\\,W_O',
    fill: 'signed',
    causal: false,
    controls: ['head', 'fill', 'scaled', 'causal'],
    cell: { matrix: 'concat', row: -1, col: 0 },
    beats: [
      { id: 'concat', reads: ['weights', 'context'], makes: 'concat', motion: 'gather' },
      {
        id: 'output',
        reads: ['concat', 'wo'],
        makes: 'output',
        cell: { matrix: 'output', row: -1, col: 0 },
        motion: 'product',
      },
    ],
  },
  {
    id: 'mask',
    chapter: 'many-heads',
    node: 'mask',
    reads: ['masked'],
    makes: 'weights',
    formula: '\\dfrac{S}{\\sqrt{d_k}} + \\mathrm{mask}',
    fill: 'share',
    causal: true,
    controls: ['head', 'fill', 'scaled'],
    motion: 'mask',
    cell: { matrix: 'weights', row: 1, col: 0, variant: 'after' },
    beats: still,
  },
  {
    id: 'prediction',
    chapter: 'many-heads',
    node: 'prediction',
    reads: ['output'],
    makes: 'probabilities',
    formula: 'p = \\mathrm{softmax}(h\\,U + b)',
    fill: 'share',
    causal: true,
    controls: ['scaled', 'causal'],
    training: true,
    cell: { matrix: 'probabilities', row: -1, col: 'top' },
    beats: [
      { id: 'answer', motion: 'chain' },
      {
        id: 'norm1',
        reads: ['x', 'output'],
        makes: 'y',
        formula: 'Y = \\mathrm{Norm}(X + O)',
        cell: { matrix: 'y', row: -1, col: 0 },
      },
      {
        id: 'feed-forward',
        reads: ['y'],
        makes: 'feedForward',
        formula: 'F = \\max(0,\\, YW_1 + b_1)\\,W_2 + b_2',
        cell: { matrix: 'feedForward', row: -1, col: 0 },
      },
      {
        id: 'norm2',
        reads: ['y', 'feedForward'],
        makes: 'z',
        formula: 'H = \\mathrm{Norm}(Y + F)',
        cell: { matrix: 'z', row: -1, col: 0 },
      },
      {
        id: 'logits',
        reads: ['z'],
        makes: 'logits',
        formula: '\\ell = h\\,U + b',
        cell: { matrix: 'logits', row: -1, col: 'top' },
      },
      { id: everyRowBeat, reads: [] },
    ],
  },
];

/** Chapter 2, Q K V: the weight matrices and the projections. */
import type { Step } from '../types.ts';
import { still } from './still.ts';

export const qkvSteps: readonly Step[] = [
  {
    id: 'weights',
    chapter: 'qkv',
    figure: 4,
    node: 'qkv',
    reads: [],
    makes: 'wq',
    formula: 'W = \\bigl[\\,W^1 \\cdots W^h\\,\\bigr]',
    fill: 'signed',
    causal: false,
    controls: ['heads'],
    training: true,
    motion: 'cut',
    cell: { matrix: 'wq', row: 0, col: 0 },
    beats: still,
  },
  {
    id: 'projection',
    chapter: 'qkv',
    figure: 5,
    node: 'qkv',
    reads: ['x', 'wq'],
    makes: 'q',
    formula: 'Q = XW_Q',
    fill: 'signed',
    causal: false,
    controls: ['head', 'fill'],
    motion: 'product',
    cell: { matrix: 'q', row: -1, col: 0 },
    beats: [
      { id: 'q' },
      {
        id: 'k',
        reads: ['x', 'wk'],
        makes: 'k',
        formula: 'K = XW_K',
        cell: { matrix: 'k', row: -1, col: 0 },
      },
      {
        id: 'v',
        reads: ['x', 'wv'],
        makes: 'v',
        formula: 'V = XW_V',
        cell: { matrix: 'v', row: -1, col: 0 },
      },
    ],
  },
];

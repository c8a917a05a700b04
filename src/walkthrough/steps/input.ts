/** Chapter 1, input: the figure, the vectors, and attention as a box that keeps the shape. */
import type { Step } from '../types.ts';
import { still } from './still.ts';

export const inputSteps: readonly Step[] = [
  {
    id: 'architecture',
    chapter: 'input',
    figure: 1,
    node: 'x',
    reads: [],
    makes: null,
    formula: '\\mathrm{Norm}\\bigl(x + f(x)\\bigr)',
    fill: 'signed',
    causal: false,
    controls: [],
    cell: null,
    beats: [
      { id: 'whole' },
      { id: 'decoder', motion: 'passage' },
      {
        id: 'inside-attention',
        motion: 'passage',
        formula: 'O = \\bigl[\\,Z_1 \\cdots Z_h\\,\\bigr]\\,W_O',
      },
      {
        id: 'inside-head',
        motion: 'passage',
        formula: 'Z = \\mathrm{softmax}\\!\\left(\\dfrac{QK^{\\mathrm T}}{\\sqrt{d_k}}\\right)V',
      },
    ],
  },
  {
    id: 'tokens',
    chapter: 'input',
    figure: 2,
    node: 'x',
    reads: [],
    makes: 'x',
    formula: 'x_i = E[t_i] + P[i]',
    fill: 'signed',
    causal: false,
    controls: [],
    cell: { matrix: 'x', row: 0, col: 0 },
    beats: [
      { id: 'rows', motion: 'rows' },
      { id: 'sum', reads: ['tokenEmbedding', 'positionEmbedding'], motion: 'rows' },
    ],
  },
  {
    id: 'black-box',
    chapter: 'input',
    figure: 3,
    node: 'concat',
    reads: ['x'],
    makes: 'output',
    formula: 'O = \\mathrm{MultiHead}(X)',
    fill: 'signed',
    causal: false,
    controls: ['fill'],
    motion: 'steps',
    cell: { matrix: 'output', row: -1, col: 0 },
    beats: still,
  },
];

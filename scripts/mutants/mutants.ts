/** The mutants: small, plausible mistakes, each of which the tests of the core must notice. */

export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Exact text that occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Only tests whose names match are run, so that the mutant must fall to these. */
  readonly only?: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: '√d_k becomes d_k',
    file: 'src/attention/stages.ts',
    find: '1 / Math.sqrt(dK)',
    replace: '1 / dK',
  },
  {
    name: 'no scaling',
    file: 'src/attention/stages.ts',
    find: 'scale(scores, factor)',
    replace: 'scale(scores, factor * 0 + 1)',
  },
  {
    name: 'mask off by one: >= for >',
    file: 'src/math/mask.ts',
    find: 'col > row ?',
    replace: 'col >= row ?',
  },
  {
    name: 'mask off by one: the next position is seen',
    file: 'src/math/mask.ts',
    find: 'col > row ?',
    replace: 'col > row + 1 ?',
  },
  {
    name: 'mask reversed',
    file: 'src/math/mask.ts',
    find: 'col > row ?',
    replace: 'col < row ?',
  },
  {
    name: 'mask aligned bottom right',
    file: 'src/math/mask.ts',
    find: 'col > row ?',
    replace: 'col > row + m.cols - m.rows ?',
  },
  {
    // Square operands only, so that it falls to wrong values and not to shapes that happen not to fit.
    name: 'missing transpose, square',
    file: 'src/attention/stages.ts',
    find: 'matmulTransposed(q, k)',
    replace: 'matmul(q, k)',
    only: 'square as the operands are',
  },
  {
    name: 'missing transpose in the product',
    file: 'src/math/matmul.ts',
    find: 'right[col * inner + i]!',
    replace: 'right[i * inner + col]!',
    only: 'square',
  },
  {
    name: 'heads take interleaved columns',
    file: 'src/attention/attend.ts',
    find: 'sliceCols(m, head * dK, (head + 1) * dK)',
    replace:
      'concatCols(Array.from({ length: dK }, (_c, i) => sliceCols(m, i * nHeads + head, i * nHeads + head + 1)))',
  },
  {
    name: 'heads joined in reverse',
    file: 'src/attention/attend.ts',
    find: 'concatCols(heads.map(({ context }) => context))',
    replace: 'concatCols(heads.map(({ context }) => context).toReversed())',
  },
  {
    name: 'keys from x in cross-attention',
    file: 'src/attention/attend.ts',
    find: 'project(source, wk)',
    replace: 'project(source.cols === x.cols ? x : source, wk)',
  },
  {
    name: 'softmax without subtracting the maximum',
    file: 'src/math/softmax.ts',
    find: 'if (max === -Infinity) continue;',
    replace: 'if (max === -Infinity) continue;\n    max = 0;',
  },
  {
    name: 'a fully masked row is NaN',
    file: 'src/math/softmax.ts',
    find: 'if (max === -Infinity) continue;',
    replace: '',
  },
  {
    name: 'softmax swallows NaN',
    file: 'src/math/softmax.ts',
    find: 'max = Math.max(max, score)',
    replace: 'max = score > max ? score : max',
    only: 'nan-neginf',
  },
  {
    name: 'softmax over columns',
    file: 'src/attention/stages.ts',
    find: 'softmaxRows(masked)',
    replace:
      'softmaxRows({ rows: masked.cols, cols: masked.rows, data: masked.data.map((_, i) => masked.data[(i % masked.rows) * masked.cols + Math.floor(i / masked.rows)]!) })',
    only: 'is 1/√dK by default|lets the first row see only the first key|0 makes every key',
  },
  {
    name: 'output projection forgotten',
    file: 'src/attention/attend.ts',
    find: 'wo === undefined ? concat :',
    replace: 'wo === undefined || wo.rows === wo.cols ? concat :',
  },
  {
    name: 'the bias of the hidden layer dropped',
    file: 'src/decoder/decode.ts',
    find: 'affine(y, p.w1, p.b1)',
    replace: 'matmul(y, p.w1)',
  },
  {
    name: 'ε of layer norm forgotten',
    file: 'src/decoder/layer-norm.ts',
    find: 'const epsilon = 1e-5;',
    replace: 'const epsilon = 0;',
  },
  {
    name: 'variance of layer norm unbiased',
    file: 'src/decoder/layer-norm.ts',
    find: 'squares / m.cols + epsilon',
    replace: 'squares / Math.max(1, m.cols - 1) + epsilon',
  },
  {
    name: 'residual around attention forgotten',
    file: 'src/decoder/decode.ts',
    find: 'add(x, attention.output)',
    replace: 'attention.output',
  },
  {
    name: 'relu forgotten',
    file: 'src/decoder/decode.ts',
    find: 'relu(hidden)',
    replace: 'hidden',
  },
  {
    name: 'explanation reads the head’s own column of the full wq',
    file: 'src/attention/explain-cell.ts',
    find: 'head * trace.heads[head]!.q.cols + col',
    replace: 'col',
  },
  {
    name: 'explanation of the embedding takes the position for the token',
    file: 'src/decoder/explain-decoder-cell.ts',
    find: 'trace.inputs.tokens[row]!',
    replace: 'row',
  },
  {
    name: 'gradient of a matrix: missing transpose',
    file: 'src/math/matmul.ts',
    find: 'left[row * a.cols + i]!',
    replace: 'left[i * a.cols + row]!',
    only: 'columns of b, square',
  },
  {
    // Square, so that the shapes fit and only the values are wrong.
    name: 'gradient of W_Q turned over',
    file: 'src/decoder/loss-and-gradients.ts',
    find: 'transposedMatmul(x, asked.q)',
    replace: 'transposedMatmul(asked.q, x)',
    only: 'central differences|the gradient of wq',
  },
  {
    name: 'gradient of x through W_K: missing transpose',
    file: 'src/decoder/loss-and-gradients.ts',
    find: 'matmulTransposed(asked.k, p.wk)',
    replace: 'matmul(asked.k, p.wk)',
  },
  {
    name: 'softmax backwards without subtracting the mean',
    file: 'src/decoder/batch-attention.ts',
    find: '(shares[key - from]! - mean)',
    replace: 'shares[key - from]!',
  },
  {
    name: 'scale of the scores forgotten on the way back',
    file: 'src/decoder/batch-attention.ts',
    find: '- mean) * scale;',
    replace: '- mean);',
  },
  {
    name: 'batch without its mask',
    file: 'src/decoder/batch-attention.ts',
    find: 'causal ? row + 1 : end',
    replace: 'end',
  },
  {
    name: 'batch softmax without subtracting the maximum',
    file: 'src/decoder/batch-attention.ts',
    find: 'if (score > max) max = score;',
    replace: 'max = 0;',
  },
  {
    name: 'layer norm backwards without the x̂ term',
    file: 'src/decoder/backward.ts',
    find: ' - (normed(col) * product) / d',
    replace: '',
  },
  {
    name: 'layer norm backwards without the mean',
    file: 'src/decoder/backward.ts',
    find: ' - sum / d',
    replace: '',
  },
  {
    name: 'gradient of relu ignored',
    file: 'src/decoder/loss-and-gradients.ts',
    find: 'reluBackward(made.hidden, second.m)',
    replace: 'second.m',
  },
  {
    name: 'gradient of relu lets through what is 0',
    file: 'src/decoder/backward.ts',
    find: 'm.data[i]! > 0 ?',
    replace: 'm.data[i]! >= 0 ?',
  },
  {
    name: 'gradient of the residual around attention forgotten',
    file: 'src/decoder/loss-and-gradients.ts',
    find: '.reduce(add, norm1.m)',
    replace: '.reduce(add)',
  },
  {
    name: 'gradient of the residual around the feed-forward layer forgotten',
    file: 'src/decoder/loss-and-gradients.ts',
    find: 'add(norm2.m, first.m)',
    replace: 'first.m',
  },
  {
    name: 'gradient of a token read twice is that of the last time',
    file: 'src/decoder/loss-and-gradients.ts',
    find: 'sums.data[row * d + col]! +=',
    replace: 'sums.data[row * d + col] =',
  },
  {
    name: 'the next token is the one that is read',
    file: 'src/decoder/batch.ts',
    find: 'sequence.slice(1))',
    replace: 'sequence.slice(0, -1))',
  },
  {
    name: 'AdamW: mean of the gradients not freed of its start',
    file: 'src/decoder/adam-w.ts',
    find: 'learningRate / (1 - beta1 ** steps)',
    replace: 'learningRate',
  },
  {
    name: 'AdamW: mean of the squares not freed of its start',
    file: 'src/decoder/adam-w.ts',
    find: 'Math.sqrt(1 - beta2 ** steps)',
    replace: '1',
  },
  {
    name: 'AdamW: decay coupled into the gradient too',
    file: 'src/decoder/adam-w.ts',
    find: 'const [p, g] = [parameters[name].data, gradients[name].data];',
    replace:
      'const p = parameters[name].data;\nconst g = gradients[name].data.map((value, i) => value + weightDecay * p[i]!);',
  },
  {
    name: 'AdamW: decay forgotten',
    file: 'src/decoder/adam-w.ts',
    find: '(1 - learningRate * weightDecay)',
    replace: '1',
  },
  {
    name: 'AdamW: ε under the root',
    file: 'src/decoder/adam-w.ts',
    find: 'Math.sqrt(vNext[i]!) / root + epsilon',
    replace: 'Math.sqrt(vNext[i]! / root ** 2 + epsilon)',
  },
];

/** Runs a backend test of ONNX's Attention operator as loops over batch and heads around attendHead. */
import { attendHead, type HeadTrace } from '../../src/attention/index.ts';
import { matrixFrom } from './fixtures.ts';

interface Tensor {
  readonly dtype: 'float32' | 'bool';
  readonly shape: readonly number[];
  readonly data: readonly (number | boolean | string)[];
}

export interface OnnxCase {
  readonly name: string;
  readonly attributes: {
    readonly q_num_heads?: number;
    readonly kv_num_heads?: number;
    readonly is_causal?: number;
    readonly scale?: number;
    readonly qk_matmul_output_mode?: number;
  };
  readonly inputs: { Q: Tensor; K: Tensor; V: Tensor; attn_mask?: Tensor };
  readonly outputs: { Y: Tensor; qk_matmul_output?: Tensor };
}

/** Attributes that this helper knows how to honour; any other must fail rather than be ignored. */
export const knownAttributes: readonly string[] = [
  'q_num_heads',
  'kv_num_heads',
  'is_causal',
  'scale',
  'qk_matmul_output_mode',
];

const side = (tensor: Tensor, axis: number): number => {
  const size = tensor.shape.at(axis);
  if (size === undefined) throw new Error(`no axis ${axis} in ${tensor.shape.join('×')}`);
  return size;
};

/** Non-finite numbers are strings in the file. A boolean mask's true means "may attend". */
const numberOf = (value: number | boolean | string | undefined): number => {
  if (value === undefined) throw new Error('read outside the tensor');
  if (typeof value !== 'boolean') return Number(value);
  return value ? 0 : -Infinity;
};

/** How a tensor of either layout is cut into heads: (batch, length, heads·width) or (batch, head, length, width). */
const layout = (tensor: Tensor, heads: number | undefined) => {
  const length = side(tensor, -2);
  const packed = tensor.shape.length === 3;
  const count = packed ? (heads ?? 1) : side(tensor, 1);
  const width = packed ? side(tensor, -1) / count : side(tensor, -1);
  return {
    count,
    length,
    width,
    index: (batch: number, head: number, row: number, col: number): number =>
      packed
        ? (batch * length + row) * count * width + head * width + col
        : ((batch * count + head) * length + row) * width + col,
  };
};

const headMatrix = (tensor: Tensor, heads: number | undefined, batch: number, head: number) => {
  const { length, width, index } = layout(tensor, heads);
  const data = Array.from({ length: length * width }, (_, i) =>
    numberOf(tensor.data[index(batch, head, Math.floor(i / width), i % width)]),
  );
  return matrixFrom(length, width, data, 'Float32');
};

/** The mask of one head as a bias; axes of size 1 are shared, absent ones too. */
const biasOf = (mask: Tensor, batch: number, head: number) => {
  const four: Tensor = {
    ...mask,
    shape: [...Array.from({ length: 4 - mask.shape.length }, () => 1), ...mask.shape],
  };
  return headMatrix(
    four,
    undefined,
    side(four, 0) === 1 ? 0 : batch,
    side(four, 1) === 1 ? 0 : head,
  );
};

const stageOfMode = (mode: number): 'scaled' | 'masked' | 'weights' => {
  // ONNX scales q and k before it multiplies them, so its "raw" product is our `scaled`.
  const stage = ({ 0: 'scaled', 2: 'masked', 3: 'weights' } as const)[mode];
  if (stage === undefined) throw new Error(`qk_matmul_output_mode ${mode} is not among the cases`);
  return stage;
};

export interface OnnxDifference {
  readonly output: string;
  readonly index: number;
  readonly got: number;
  readonly want: number;
}

const traceOf = ({ attributes, inputs }: OnnxCase, batch: number, head: number): HeadTrace => {
  const { Q, K, V, attn_mask: mask } = inputs;
  const { q_num_heads: qHeads, kv_num_heads: kvHeads, is_causal: causal, scale } = attributes;
  const shared = Math.floor(head / (layout(Q, qHeads).count / layout(K, kvHeads).count));
  return attendHead(
    headMatrix(Q, qHeads, batch, head),
    headMatrix(K, kvHeads, batch, shared),
    headMatrix(V, kvHeads, batch, shared),
    {
      causal: causal === 1,
      ...(scale === undefined ? {} : { scale }),
      ...(mask === undefined ? {} : { bias: biasOf(mask, batch, head) }),
    },
  );
};

/** Every entry of Y and, where the case has it, of qk_matmul_output, got and wanted. */
export const runOnnxCase = (test: OnnxCase): OnnxDifference[] => {
  const { attributes, inputs, outputs } = test;
  const all: OnnxDifference[] = [];
  const compare = (name: string, tensor: Tensor, stage: keyof HeadTrace): void => {
    const { count, width, index } = layout(tensor, attributes.q_num_heads);
    for (let batch = 0; batch < side(inputs.Q, 0); batch++) {
      for (let head = 0; head < count; head++) {
        for (const [i, got] of traceOf(test, batch, head)[stage].data.entries()) {
          const place = index(batch, head, Math.floor(i / width), i % width);
          all.push({ output: name, index: place, got, want: numberOf(tensor.data[place]) });
        }
      }
    }
  };
  compare('Y', outputs.Y, 'context');
  if (outputs.qk_matmul_output) {
    compare(
      'qk_matmul_output',
      outputs.qk_matmul_output,
      stageOfMode(attributes.qk_matmul_output_mode ?? 0),
    );
  }
  return all;
};

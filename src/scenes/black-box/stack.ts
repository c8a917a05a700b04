/** Layers on top of each other: our one layer over and over, each taking what the one before made. */
import { attend } from '../../attention/index.ts';
import { layerNorm, type DecoderTrace } from '../../decoder/index.ts';
import { add, type Matrix } from '../../math/index.ts';

/** How many layers can be stacked: as many as GPT-3 has. */
export const layerCounts = { least: 1, first: 6, most: 96 } as const;

/** What a layer makes of its input: Norm(x + attention(x)), the first half of our decoder. n×d → n×d. */
const layerOf = ({ inputs }: DecoderTrace, x: Matrix): Matrix => {
  const { parameters, config } = inputs;
  const { wq, wk, wv, wo, norm1Gain, norm1Bias } = parameters;
  const { nHeads, causal = true, scale } = config;
  const { output } = attend(x, { wq, wk, wv, wo }, { nHeads, causal, scale });
  return layerNorm(add(x, output), norm1Gain, norm1Bias);
};

const made = new WeakMap<DecoderTrace, readonly Matrix[]>();

/** What each of so many layers makes, the first one of X. Computed as far as it is asked for, and the same objects again. */
export const stacked = (trace: DecoderTrace, layers: number): readonly Matrix[] => {
  const known = [...(made.get(trace) ?? [])];
  while (known.length < layers) known.push(layerOf(trace, known.at(-1) ?? trace.x));
  made.set(trace, known);
  return known.slice(0, layers);
};

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

/** What each of so many layers makes, the first one of X; none holds what another does. */
export const stacked = (trace: DecoderTrace, layers: number): readonly Matrix[] => {
  const made: Matrix[] = [];
  for (let layer = 0; layer < layers; layer++) made.push(layerOf(trace, made.at(-1) ?? trace.x));
  return made;
};

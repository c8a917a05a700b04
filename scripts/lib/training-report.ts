/** What came of a training run, in words and figures for the terminal. */
import { decode, type DecoderParameters } from '../../src/decoder/index.ts';
import { tokenIds } from '../../src/example/index.ts';
import { at, toRows } from '../../src/math/index.ts';
import {
  charactersOf,
  entropyFloor,
  lossOf,
  ownPrompt,
  promptPairs,
  trainedHeads,
  type Prompt,
  type Sequences,
} from '../../src/training/index.ts';

export interface Trained {
  readonly parameters: DecoderParameters;
  /** The same plan without attention. */
  readonly withoutAttention: DecoderParameters;
  readonly vocabulary: readonly string[];
  readonly sequences: Sequences;
}

/** The last row of a model's answer to a beginning: what follows, and what each head looked at. */
export const answerTo = (
  parameters: DecoderParameters,
  vocabulary: readonly string[],
  text: string,
) => {
  const tokens = charactersOf(text);
  const trace = decode(parameters, trainedHeads, tokenIds(vocabulary, tokens));
  const row = tokens.length - 1;
  const ranked = vocabulary
    .map((token, id) => ({ token, probability: at(trace.probabilities, row, id) }))
    .toSorted((a, b) => b.probability - a.probability);
  return {
    tokens,
    ranked,
    probabilityOf: (token: string): number =>
      ranked.find((candidate) => candidate.token === token)?.probability ?? 0,
    heads: trace.attention.heads.map(({ weights }) => toRows(weights)[row] ?? []),
  };
};

/** Half the sum of the absolute differences: the part of the attention that two rows place differently. */
export const totalVariation = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / 2;

const promptLine = ({ parameters, vocabulary }: Trained, { text, next }: Prompt): string => {
  const [best] = answerTo(parameters, vocabulary, text).ranked;
  const right = best?.token === next ? '✓' : '✗';
  return `${right} ${text} → ${best?.token} ${best?.probability.toFixed(3)}`;
};

export const reportOf = (trained: Trained): string => {
  const { parameters, withoutAttention, vocabulary, sequences } = trained;
  const ours = ownPrompt;
  const answer = answerTo(parameters, vocabulary, ours.text);
  const blind = answerTo(withoutAttention, vocabulary, ours.text);
  const [loss, floor] = [lossOf(parameters, sequences), entropyFloor(sequences)];
  const lossWithout = lossOf(withoutAttention, sequences).mean;
  const byPosition = loss.byPosition.map(
    (value, i) =>
      `  ${i + 1}: ${value.toFixed(3)} (floor ${(floor.byPosition[i] ?? 0).toFixed(3)})`,
  );
  const heads = answer.heads.map(
    (row, i) =>
      `  head ${i + 1}: ${row.map((share, col) => `${answer.tokens[col]} ${share.toFixed(2)}`).join('  ')}`,
  );
  const distances = answer.heads.flatMap((a, i) =>
    answer.heads.slice(i + 1).map((b) => totalVariation(a, b)),
  );
  return [
    `${sequences.length} sentences, ${vocabulary.length} tokens in the vocabulary`,
    `mean loss ${loss.mean.toFixed(4)} nat, entropy floor ${floor.mean.toFixed(4)}, above it ${(loss.mean - floor.mean).toFixed(4)}; trained without attention ${lossWithout.toFixed(4)}`,
    'loss by place in the sentence:',
    ...byPosition,
    `p(${ours.next} | ${ours.text}) = ${answer.probabilityOf(ours.next).toFixed(4)}; trained without attention ${blind.probabilityOf(ours.next).toFixed(4)}`,
    'attention of the last row:',
    ...heads,
    `largest total variation between two heads: ${Math.max(...distances).toFixed(2)}`,
    'pairs that differ before their last character only:',
    ...promptPairs.map((pair) => `  ${pair.map((one) => promptLine(trained, one)).join('    ')}`),
    '',
  ].join('\n');
};

/** What the library computes in Node from the page's inputs, to hold the page against. */
import {
  attend,
  explainCell,
  isHeadMatrix,
  matrixOf,
  type AttentionTrace,
  type MatrixName,
} from '../../../src/attention/index.ts';
import {
  decode,
  decoderMatrixOf,
  explainDecoderCell,
  type DecoderCellExplanation,
  type DecoderCellRef,
  type DecoderMatrixName,
  type DecoderTrace,
} from '../../../src/decoder/index.ts';
import {
  embed,
  exampleShape,
  exampleTokens,
  memoryTokens,
  tokenIds,
  trainedParameters,
  trainedVocabulary,
} from '../../../src/example/index.ts';
import { sliceCols, type Matrix } from '../../../src/math/index.ts';
import { steps } from '../../../src/walkthrough/index.ts';
import type { DrawnMatrix } from './stage.ts';

const parameters = trainedParameters();

const idsOf = (tokens: readonly string[]): readonly number[] => tokenIds(trainedVocabulary, tokens);

const { nHeads } = exampleShape;

/** The decoder's run, with the causal mask on or off. */
const runOf = (causal: boolean): DecoderTrace =>
  decode(parameters, { nHeads, causal }, idsOf(exampleTokens));

/** The sentence asks the memory; swapped, the memory asks the sentence. */
const crossRun = (swapped: boolean): AttentionTrace => {
  const [queries, keys] = swapped ? [memoryTokens, exampleTokens] : [exampleTokens, memoryTokens];
  return attend(
    embed(parameters, idsOf(queries)),
    parameters,
    { nHeads, causal: false },
    embed(parameters, idsOf(keys)),
  );
};

const runs = { false: runOf(false), true: runOf(true) } as const;
const crossRuns = { false: crossRun(false), true: crossRun(true) } as const;

type Which = Pick<DrawnMatrix, 'matrix' | 'head' | 'variant'>;

/** With or without the mask: as the variant says, else as the step does. */
const causalAt = (step: string, variant: string | null): boolean => {
  if (variant === 'before') return false;
  if (variant === 'after') return true;
  return steps.find(({ id }) => id === step)?.causal === true;
};

/** The matrix that a picture on the stage must show. A projection's parameters with a head are that head's columns. */
export const truthOf = (step: string, beat: number, which: Which): Matrix => {
  const { matrix, head, variant } = which;
  const ref = {
    matrix: matrix as DecoderMatrixName,
    ...(head === null ? {} : { head: head - 1 }),
  };
  const full =
    step === 'cross-attention'
      ? matrixOf(crossRuns[beat === 1 ? 'true' : 'false'], { ...ref, matrix: matrix as MatrixName })
      : decoderMatrixOf(runs[causalAt(step, variant) ? 'true' : 'false'], ref);
  if (head === null || isHeadMatrix(matrix)) return full;
  const width = full.cols / nHeads;
  return sliceCols(full, (head - 1) * width, head * width);
};

/** How the library explains a cell of a picture on the stage. */
export const explanationOf = (
  step: string,
  beat: number,
  which: Which,
  row: number,
  col: number,
): DecoderCellExplanation => {
  const { matrix, head, variant } = which;
  const inHead = isHeadMatrix(matrix);
  const offset = head === null || inHead ? 0 : (head - 1) * (exampleShape.dModel / nHeads);
  const cell = {
    matrix: matrix as MatrixName,
    ...(inHead && head !== null ? { head: head - 1 } : {}),
    row,
    col: col + offset,
  };
  return step === 'cross-attention'
    ? explainCell(crossRuns[beat === 1 ? 'true' : 'false'], cell)
    : explainDecoderCell(runs[causalAt(step, variant) ? 'true' : 'false'], cell);
};

/** The same for a cell by its own name: columns of parameters counted over all heads. */
export const libraryExplanation = (cell: DecoderCellRef, causal: boolean): DecoderCellExplanation =>
  explainDecoderCell(runs[causal ? 'true' : 'false'], cell);

/** What the trained model says comes next after the sentence, best first. */
export const bestNext = (count: number): readonly { token: string; probability: number }[] => {
  const { probabilities } = runs.true;
  const last = (probabilities.rows - 1) * probabilities.cols;
  return trainedVocabulary
    .map((token, id) => ({ token, probability: probabilities.data[last + id] ?? Number.NaN }))
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, count);
};

/** The chain of explanations on the trained parameters: from p of the most likely token down to what was learned. */
import { describe, expect, it } from 'vitest';
import {
  decode,
  explainDecoderCell,
  parameterNames,
  type DecoderCellRef,
} from '../../../src/decoder/index.ts';
import {
  exampleShape,
  exampleTokens,
  tokenIds,
  trainedParameters,
  trainedVocabulary,
} from '../../../src/example/index.ts';
import { at, toRows } from '../../../src/math/index.ts';
import { isClose } from '../../support/agreement.ts';
import { expectEveryCellExplained } from '../../support/explanations.ts';
import { explainedDecoder } from '../../support/traces.ts';

const ids = tokenIds(trainedVocabulary, exampleTokens);
const trace = decode(trainedParameters(), { nHeads: exampleShape.nHeads }, ids);
const row = exampleTokens.length - 1;
const last = toRows(trace.probabilities)[row]!;
const top: DecoderCellRef = {
  matrix: 'probabilities',
  row,
  col: last.indexOf(Math.max(...last)),
};

/** Every cell that `cell` is made of, on the way down, and itself; explained once each. */
const cellsBehind = (cell: DecoderCellRef): Map<string, ReturnType<typeof explainDecoderCell>> => {
  const found = new Map<string, ReturnType<typeof explainDecoderCell>>();
  const waiting = [cell];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const key = [next.matrix, next.head ?? '–', next.row, next.col].join('/');
    if (found.has(key)) continue;
    const explanation = explainDecoderCell(trace, next);
    found.set(key, explanation);
    waiting.push(
      ...explanation.terms.flatMap(({ factors }) =>
        factors.flatMap((f) => (f.cell ? [f.cell] : [])),
      ),
    );
  }
  return found;
};

const behind = cellsBehind(top);

describe('p of the most likely token after 我有一个玩', () => {
  it('is that of 具', () => {
    expect(trainedVocabulary[top.col]).toBe('具');
  });

  it('is its term over the sum of all terms', () => {
    const { terms, value } = explainDecoderCell(trace, top);
    const sum = terms.reduce((total, term) => total + term.value, 0);
    expect(isClose(terms[top.col]!.value / sum, value, 1e-12)).toBe(true);
    expect(value).toBe(at(trace.probabilities, row, top.col));
  });

  it('ends in parameters and embeddings, in nothing else', () => {
    const ends = [...behind.values()].filter(({ terms }) => terms.length === 0);
    expect(new Set(ends.map(({ cell }) => cell.matrix))).toEqual(new Set(parameterNames));
  });

  it('reads the embeddings of the five tokens, and of no other', () => {
    const rows = [...behind.values()].flatMap(({ cell }) =>
      cell.matrix === 'tokenEmbedding' ? [cell.row] : [],
    );
    expect(new Set(rows)).toEqual(new Set(ids));
  });
});

it('every cell of every stage: terms make its value, the chain ends in parameters', () => {
  expect(expectEveryCellExplained(explainedDecoder(trace))).toBeGreaterThan(behind.size);
});

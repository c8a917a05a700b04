/** What a change changed: every cell of the computation, held against what it was before. */
import {
  decoderMatrixOf,
  parameterNames,
  stageNames,
  type DecoderMatrixName,
  type DecoderTrace,
} from '../decoder/index.ts';
import type { Matrix } from '../math/index.ts';
import { selectBase, selectTrace, type State } from '../store/index.ts';

/** How many cells differ; a cell that was not there before does. */
const changedCells = (before: Matrix | null, now: Matrix): number => {
  if (before === now) return 0;
  let count = 0;
  for (let row = 0; row < now.rows; row++)
    for (let col = 0; col < now.cols; col++) {
      const isOld = before !== null && row < before.rows && col < before.cols;
      if (!isOld || before.data[row * before.cols + col] !== now.data[row * now.cols + col])
        count += 1;
    }
  return count;
};

const perHead = ['q', 'k', 'v', 'scores', 'scaled', 'masked', 'weights', 'context'] as const;
const whole = [...stageNames, 'concat', 'output', ...parameterNames] as const;

/** The matrices of a trace by name, those of heads once a head. */
const matricesOf = (
  trace: DecoderTrace,
): readonly { readonly matrix: DecoderMatrixName; readonly head?: number }[] => [
  ...whole.map((matrix) => ({ matrix })),
  ...trace.attention.heads.flatMap((_, head) => perHead.map((matrix) => ({ matrix, head }))),
];

export interface Ripple {
  readonly matrix: DecoderMatrixName;
  readonly head?: number;
  readonly count: number;
}

/** The matrices that the last change changed, each with how many of its cells; empty where no change is marked. */
export const rippleOf = (state: State): readonly Ripple[] => {
  const base = selectBase(state);
  if (!base) return [];
  const now = selectTrace(state);
  const before = selectTrace(base);
  return matricesOf(now)
    .map((ref) => {
      const isNew = ref.head !== undefined && ref.head >= before.attention.heads.length;
      const old = isNew ? null : decoderMatrixOf(before, ref);
      return { ...ref, count: changedCells(old, decoderMatrixOf(now, ref)) };
    })
    .filter(({ count }) => count > 0);
};

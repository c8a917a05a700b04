/** What a change changed: every cell of the computation, held against what it was before. */
import { headMatrices } from '../attention/index.ts';
import {
  decoderMatrixOf,
  parameterNames,
  stageNames,
  type DecoderMatrixName,
  type DecoderTrace,
} from '../decoder/index.ts';
import { changedCells, selectBase, selectTrace, type State } from '../store/index.ts';

const whole = [...stageNames, 'concat', 'output', ...parameterNames] as const;

/** The matrices of a trace by name, those of heads once a head. */
const matricesOf = (
  trace: DecoderTrace,
): readonly { readonly matrix: DecoderMatrixName; readonly head?: number }[] => [
  ...whole.map((matrix) => ({ matrix })),
  ...trace.attention.heads.flatMap((_, head) => headMatrices.map((matrix) => ({ matrix, head }))),
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
      return { ...ref, count: changedCells(old, decoderMatrixOf(now, ref)).length };
    })
    .filter(({ count }) => count > 0);
};

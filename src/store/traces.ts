/** From inputs to traces: computed once per combination of inputs and kept as long as the inputs live. */
import { attend, explainCell, matrixOf, type AttentionTrace } from '../attention/index.ts';
import {
  decode,
  decoderMatrixOf,
  explainDecoderCell,
  type DecoderCellExplanation,
  type DecoderParameters,
  type DecoderTrace,
} from '../decoder/index.ts';
import type { Matrix } from '../math/index.ts';
import { embed, memoryTokens, tokenIds } from '../example/index.ts';
import { stepOf, type Variant } from '../walkthrough/index.ts';
import { selectParameters } from './model.ts';
import type { State } from './state.ts';
import type { Computation } from './computation.ts';
import { computationWithRow, takenRow } from './taken-row.ts';

/** A value per pair of input objects and a key; entries vanish with the objects. */
const memoised = <Value>(): ((
  parameters: DecoderParameters,
  tokens: readonly string[],
  key: string,
  make: () => Value,
) => Value) => {
  const kept = new WeakMap<DecoderParameters, WeakMap<readonly string[], Map<string, Value>>>();
  return (parameters, tokens, key, make) => {
    const byTokens = kept.get(parameters) ?? new WeakMap<readonly string[], Map<string, Value>>();
    kept.set(parameters, byTokens);
    const byKey = byTokens.get(tokens) ?? new Map<string, Value>();
    byTokens.set(tokens, byKey);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const made = make();
    byKey.set(key, made);
    return made;
  };
};

const keepTrace = memoised<DecoderTrace>();
const keepCross = memoised<AttentionTrace>();

type TraceInputs = Pick<
  State,
  'parameters' | 'vocabulary' | 'tokens' | 'nHeads' | 'scaled' | 'headsOff' | 'positions'
>;

/** The trace of these inputs with the causal mask on or off. */
export const traceOf = (state: TraceInputs, causal: boolean): DecoderTrace => {
  const { vocabulary, tokens, nHeads, scaled } = state;
  const parameters = selectParameters(state);
  const config = { nHeads, causal, ...(scaled ? {} : { scale: 1 }) };
  // A vocabulary belongs to its parameters, so that they stand for it in what is kept.
  return keepTrace(parameters, tokens, `${nHeads} ${scaled} ${causal}`, () =>
    decode(parameters, config, tokenIds(vocabulary, tokens)),
  );
};

/** Whether the causal mask is on: the reader's own choice, else the step's. */
export const selectCausal = (state: Pick<State, 'causalChoice' | 'step'>): boolean =>
  state.causalChoice ?? stepOf(state.step).causal;

/** The trace that the stage draws. */
export const selectTrace = (state: State): DecoderTrace => traceOf(state, selectCausal(state));

/** Whether the cross-attention step lets the memory ask and the sentence answer, instead of the other way round. */
const selectCrossSwapped = (state: Pick<State, 'step' | 'beat'>): boolean =>
  state.step === 'cross-attention' && state.beat === 1;

/** The tokens that ask and the tokens that are asked in the cross-attention step. */
export const selectCrossTokens = (
  state: Pick<State, 'step' | 'beat' | 'tokens'>,
): { readonly queries: readonly string[]; readonly keys: readonly string[] } =>
  selectCrossSwapped(state)
    ? { queries: memoryTokens, keys: state.tokens }
    : { queries: state.tokens, keys: memoryTokens };

/** Cross-attention between the sentence and a second input of another length, with the same parameters. */
export const selectCrossTrace = (state: State): AttentionTrace => {
  const { vocabulary, tokens, nHeads, scaled } = state;
  const parameters = selectParameters(state);
  const rows = (of: readonly string[]): Matrix => embed(parameters, tokenIds(vocabulary, of));
  const swapped = selectCrossSwapped(state);
  return keepCross(parameters, tokens, `${nHeads} ${scaled} ${swapped}`, () => {
    const { queries, keys } = selectCrossTokens(state);
    return attend(
      rows(queries),
      parameters,
      { nHeads, causal: false, ...(scaled ? {} : { scale: 1 }) },
      rows(keys),
    );
  });
};

const computations = new WeakMap<object, Computation>();

const keepComputation = (trace: object, make: () => Computation): Computation => {
  const known = computations.get(trace) ?? make();
  computations.set(trace, known);
  return known;
};

/** Keeps what a computation said of its last cell: stage, inspector and motion all ask for the same one. */
const rememberLast = (explain: Computation['explain']): Computation['explain'] => {
  let last: { readonly key: string; readonly explanation: DecoderCellExplanation } | null = null;
  return (cell) => {
    const key = `${cell.matrix} ${cell.head ?? ''} ${cell.row} ${cell.col}`;
    if (last?.key !== key) last = { key, explanation: explain(cell) };
    return last.explanation;
  };
};

const computationOf = (trace: DecoderTrace): Computation =>
  keepComputation(trace, () => ({
    matrix: (ref) => decoderMatrixOf(trace, ref),
    explain: rememberLast((cell) => explainDecoderCell(trace, cell)),
  }));

const crossComputationOf = (trace: AttentionTrace): Computation =>
  keepComputation(trace, () => ({
    matrix: (ref) => matrixOf(trace, ref as Parameters<typeof matrixOf>[1]),
    explain: rememberLast((cell) => explainCell(trace, cell as Parameters<typeof explainCell>[1])),
  }));

/** The computation behind a picture: `before` and `after` are without and with the mask, whatever the switch says. */
export const selectComputation = (state: State, variant?: Variant): Computation => {
  if (state.step === 'cross-attention') return crossComputationOf(selectCrossTrace(state));
  if (variant === 'before') return computationOf(traceOf(state, false));
  if (variant === 'after') return computationOf(traceOf(state, true));
  const trace = selectTrace(state);
  if (state.step !== 'one-row' || state.rowWeights === null) return computationOf(trace);
  return keepEdited(state, () =>
    computationWithRow(
      computationOf(trace),
      trace,
      state.head,
      takenRow(state),
      state.rowWeights ?? [],
    ),
  );
};

const edited = new WeakMap<object, Computation>();

/** Kept per set of weights, which is a new array after every change. */
const keepEdited = (state: State, make: () => Computation): Computation => {
  const key = state.rowWeights ?? state;
  const known = edited.get(key) ?? make();
  edited.set(key, known);
  return known;
};

/** From inputs to traces: computed once per combination of inputs and kept as long as the inputs live. */
import { attend, explainCell, matrixOf, type AttentionTrace } from '../attention/index.ts';
import {
  decode,
  withCells,
  decoderMatrixOf,
  explainDecoderCell,
  type DecoderCellExplanation,
  type DecoderTrace,
} from '../decoder/index.ts';
import { embed, tokenIds } from '../example/index.ts';
import { stepOf, type Variant } from '../walkthrough/index.ts';
import { setCellsOf } from './edits.ts';
import { selectParameters } from './model.ts';
import type { State } from './state.ts';
import type { Computation } from './computation.ts';
import { computationWithRow, takenRow } from './taken-row.ts';

interface Level<Value> {
  readonly next: WeakMap<object, Level<Value>>;
  readonly values: Map<string, Value>;
}

const emptyLevel = <Value>(): Level<Value> => ({ next: new WeakMap(), values: new Map() });

/** A value per input objects and a key; entries vanish with the objects. */
const memoised = <Value>(): ((
  objects: readonly object[],
  key: string,
  make: () => Value,
) => Value) => {
  const root = emptyLevel<Value>();
  return (objects, key, make) => {
    let level = root;
    for (const object of objects) {
      const next = level.next.get(object) ?? emptyLevel<Value>();
      level.next.set(object, next);
      level = next;
    }
    const known = level.values.get(key);
    if (known !== undefined) return known;
    const made = make();
    level.values.set(key, made);
    return made;
  };
};

const keepTrace = memoised<DecoderTrace>();
const keepCross = memoised<AttentionTrace>();
const keepEdited = memoised<Computation>();

type ScaleInputs = Pick<State, 'nHeads' | 'scaled' | 'divisor' | 'temperature' | 'parameters'>;

type TraceInputs = ScaleInputs &
  Pick<State, 'vocabulary' | 'edits' | 'tokens' | 'headsOff' | 'positions'>;

/** What scores are multiplied by; undefined for 1/√d_k, which attention takes by itself. */
const selectScale = (state: ScaleInputs): number | undefined => {
  const { scaled, divisor, temperature, nHeads, parameters } = state;
  if (scaled && divisor === null && temperature === 1) return undefined;
  const dK = parameters.wq.cols / nHeads;
  return 1 / ((scaled ? (divisor ?? Math.sqrt(dK)) : 1) * temperature);
};

/** The trace of these inputs with the causal mask on or off. */
export const traceOf = (state: TraceInputs, causal: boolean): DecoderTrace => {
  const { vocabulary, tokens, edits, nHeads } = state;
  const parameters = selectParameters(state);
  const scale = selectScale(state);
  // A vocabulary belongs to its parameters, so that they stand for it in what is kept.
  return keepTrace([parameters, tokens, edits], `${nHeads} ${scale} ${causal}`, () =>
    decode(
      parameters,
      { nHeads, causal, scale },
      tokenIds(vocabulary, tokens),
      setCellsOf(edits, tokens.length),
    ),
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
  state: Pick<State, 'step' | 'beat' | 'tokens' | 'memory'>,
): { readonly queries: readonly string[]; readonly keys: readonly string[] } =>
  selectCrossSwapped(state)
    ? { queries: state.memory, keys: state.tokens }
    : { queries: state.tokens, keys: state.memory };

/** Cross-attention between the sentence and a second input of another length, with the same parameters. */
export const selectCrossTrace = (state: State): AttentionTrace => {
  const { vocabulary, tokens, memory, edits, nHeads } = state;
  // Both inputs are read through one table, which must reach to the end of the longer.
  const parameters = selectParameters(
    memory.length > tokens.length ? { ...state, tokens: memory } : state,
  );
  const swapped = selectCrossSwapped(state);
  const scale = selectScale(state);
  return keepCross([parameters, tokens, memory, edits], `${nHeads} ${scale} ${swapped}`, () => {
    const sentence = withCells(
      embed(parameters, tokenIds(vocabulary, tokens)),
      setCellsOf(edits, tokens.length),
    );
    const other = embed(parameters, tokenIds(vocabulary, memory));
    const [asking, asked] = swapped ? [other, sentence] : [sentence, other];
    return attend(asking, parameters, { nHeads, causal: false, scale }, asked);
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
  const { head, rowWeights } = state;
  const row = takenRow(state);
  return keepEdited([trace, rowWeights], `${head} ${row}`, () =>
    computationWithRow(computationOf(trace), trace, head, row, rowWeights),
  );
};

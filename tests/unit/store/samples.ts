/** Stores and states to test with. */
import fc from 'fast-check';
import { isHeadMatrix } from '../../../src/attention/index.ts';
import { editableMatrices, withEdit } from '../../../src/changes/edits.ts';
import {
  createAppStore,
  editedOf,
  fills,
  languages,
  orientations,
  selectComputation,
  themes,
  views,
  type Carried,
  type CellEdit,
  type EditableMatrix,
  type Edits,
  type StageCell,
  type State,
  type Store,
} from '../../../src/store/index.ts';
import { tokensOf } from '../../../src/changes/sentence.ts';
import { beatOf, stepOf, steps } from '../../../src/walkthrough/index.ts';

// The inputs of all samples are the same objects, as they are on a page.
const { parameters, tokens, memory } = createAppStore().getState();

/** A whole state, as components see it, with some of it overridden. */
export const stateWith = (overrides: Partial<State> = {}): Store =>
  createAppStore({ parameters, tokens, ...overrides }).getState();

/** A sentence of so many characters, all of which our model knows. */
export const sentence = (length: number): readonly string[] =>
  Array.from({ length }, (_, i) => tokens[i % tokens.length] ?? '');

/** Characters the model knows and others, among them ones of several code points. */
const characters = fc.constantFrom(
  '我',
  '有',
  '一',
  '个',
  '玩',
  '具',
  'a',
  '龘',
  '👩‍👧',
  'é',
  '%',
  '&',
  '+',
  '*',
  '_',
);

/** Tokens as a text gives them: some characters join with what stands before them. */
const sentences = fc
  .array(characters, { minLength: 1, maxLength: 32 })
  .map((texts) => tokensOf(texts.join('')).tokens);

const thousandths = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from * 1000, max: to * 1000 }).map((number) => number / 1000 + 0);

const places = fc.record({
  matrix: fc.constantFrom(...editableMatrices),
  row: fc.nat(),
  col: fc.nat(),
  value: thousandths(-100, 100),
});

/** Edits of cells that are there, in their order, no cell twice. */
const editsOf = (
  drawn: readonly (CellEdit & { readonly matrix: EditableMatrix })[],
  rows: number,
): Edits => {
  return drawn.reduce<Edits>((edits, { matrix, row, col, value }) => {
    const [m, n] =
      matrix === 'x'
        ? [rows, parameters.wq.rows]
        : [parameters[matrix].rows, parameters[matrix].cols];
    return withEdit(edits, { matrix, row: row % m, col: col % n, value }, Number.NaN);
  }, []);
};

/** Every valid value of what a link carries: heads the model has, a beat the step has, a moment where it moves, cells that there are. */
export const linkedStates: fc.Arbitrary<Carried> = fc
  .record({
    view: fc.constantFrom(...views),
    step: fc.constantFrom(...steps.map(({ id }) => id)),
    nHeads: fc.constantFrom(1, 3, 9),
    beatPlace: fc.nat(),
    headPlace: fc.nat(),
    time: fc.option(fc.integer({ min: 0, max: 1000 }).map((number) => number / 1000)),
    causalChoice: fc.constantFrom(null, true, false),
    scaled: fc.boolean(),
    off: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]),
    positions: fc.boolean(),
    fill: fc.constantFrom(...fills),
    orientation: fc.constantFrom(...orientations),
    language: fc.constantFrom(...languages),
    theme: fc.constantFrom(...themes),
    tokens: fc.oneof(fc.constant(tokens), sentences),
    memory: fc.oneof(fc.constant(memory), sentences),
    drawn: fc.array(places, { maxLength: 12 }),
    divisor: fc.option(thousandths(0.01, 100)),
    temperature: fc.oneof(fc.constant(1), thousandths(0.01, 10)),
    weights: fc.option(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 32, maxLength: 32 }),
    ),
    asking: fc.option(fc.nat()),
    heldTokens: fc.option(sentences),
    shownSide: fc.constantFrom('a', 'b', 'diff'),
    block: fc.option(fc.constantFrom('attention', 'norm-1', 'head', 'scores')),
    cell: fc.option(
      fc.record({
        matrix: fc.constantFrom('x', 'wq', 'q', 'scores', 'weights', 'context'),
        row: fc.nat(),
        col: fc.nat(),
        variant: fc.option(fc.constantFrom('before', 'after'), { nil: undefined }),
      }),
    ),
  })
  .map(
    ({
      beatPlace,
      headPlace,
      time,
      off,
      drawn,
      weights,
      asking,
      cell,
      heldTokens,
      shownSide,
      ...rest
    }) => {
      const beat = beatPlace % stepOf(rest.step).beats.length;
      const { motion } = beatOf(stepOf(rest.step), beat);
      // A single head has nothing to cut.
      const moves = motion !== null && !(motion === 'cut' && rest.nHeads === 1);
      const head = headPlace % rest.nHeads;
      const count = rest.tokens.length;
      const state = {
        ...rest,
        beat,
        moment: time !== null && moves ? time : null,
        head,
        headsOff: off.filter((one) => one < rest.nHeads),
        edits: editsOf(drawn, count),
        origin: { kind: 'ours' } as const,
        rowWeights:
          rest.step === 'one-row' && weights ? weights.slice(0, count).map(Math.abs) : null,
        askingRow: asking === null ? null : asking % count,
        held: heldTokens && editedOf(stateWith({ tokens: heldTokens, divisor: rest.divisor })),
        side: heldTokens ? shownSide : ('b' as const),
      };
      return { ...state, pinned: cell && pinnedIn(stateWith(state), cell) };
    },
  );

const pinnedIn = (
  state: State,
  { matrix, row, col, variant }: Pick<StageCell, 'matrix' | 'row' | 'col' | 'variant'>,
): StageCell => {
  const ref = { matrix, ...(isHeadMatrix(matrix) ? { head: state.head } : {}) };
  const { rows, cols } = selectComputation(state, variant).matrix(ref);
  return { ...ref, row: row % rows, col: col % cols, ...(variant ? { variant } : {}) };
};

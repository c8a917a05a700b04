/** What the store holds: the inputs everything is computed from, where the reader is, and how they want to see it. */
import type { CellRef } from '../attention/index.ts';
import type { DecoderMatrixName, DecoderParameters } from '../decoder/index.ts';
import type { StepId, Variant } from '../walkthrough/index.ts';
import type { Edited } from './history.ts';

export const views = ['reader', 'present', 'train'] as const;
export type View = (typeof views)[number];

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const themes = ['auto', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

export const orientations = ['rows', 'columns'] as const;
/** What a token's numbers are on the stage: a row of every matrix, or, transposed, a column. */
export type Orientation = (typeof orientations)[number];

export const fills = ['value', 'token'] as const;
export type Fill = (typeof fills)[number];

/** How many times faster than once through a stop in three seconds the walkthrough plays. */
export const speeds = [0.5, 1, 2] as const;
export type Speed = (typeof speeds)[number];

/** A cell on the stage: which cell of which matrix, and of which of two pictures where the step compares. */
export interface StageCell extends CellRef<DecoderMatrixName> {
  readonly variant?: Variant | undefined;
}

/** Where the parameters come from: ours from `npm run train`, or a run of so many steps in the training room. */
export type Origin = { readonly kind: 'ours' } | { readonly kind: 'room'; readonly steps: number };

/** The matrices whose cells the reader can set. */
export type EditableMatrix = 'x' | keyof DecoderParameters;

/** A cell with the number that the reader gave it. */
export interface CellEdit {
  readonly matrix: EditableMatrix;
  readonly row: number;
  readonly col: number;
  readonly value: number;
}

/** Cells set by hand, in the order of their matrices, rows and columns. */
export type Edits = readonly CellEdit[];

/** Everything that is computed from. */
export interface Inputs {
  readonly tokens: readonly string[];
  /** The second input, of the cross-attention step. */
  readonly memory: readonly string[];
  readonly edits: Edits;
  readonly parameters: DecoderParameters;
  /** The tokens the model knows; a token's place is its id. */
  readonly vocabulary: readonly string[];
  readonly origin: Origin;
  readonly nHeads: number;
  readonly scaled: boolean;
  /** What scores are divided by where they are scaled; null for √d_k. */
  readonly divisor: number | null;
  /** Of the softmax: scores are divided by it as well. */
  readonly temperature: number;
  /** Heads that pass nothing on, from 0, in rising order. */
  readonly headsOff: readonly number[];
  /** Whether position vectors are added to the tokens'. */
  readonly positions: boolean;
  /** The reader's own choice of the causal mask; null leaves it to the step. */
  readonly causalChoice: boolean | null;
  /** The attention weights the reader set by hand in the step that takes one row apart; null where they are the softmax's. */
  readonly rowWeights: readonly number[] | null;
}

/** Terms of the explained cell that are pointed at: one of them, or the same one of every cell of its row. */
export interface LitTerm {
  /** From 0. */
  readonly term: number;
  readonly wholeRow: boolean;
}

/** Where the reader is. */
export interface Place {
  readonly step: StepId;
  readonly beat: number;
  /** The selected head, from 0. */
  readonly head: number;
  readonly hovered: StageCell | null;
  readonly pinned: StageCell | null;
  readonly lit: LitTerm | null;
  /** The block of the figure that the reader has chosen, by its id. */
  readonly block: string | null;
  /** The row that the reader lets ask, where one row alone does; null for the last. */
  readonly askingRow: number | null;
  /** Cells visited by following factors back, the oldest first. */
  readonly trail: readonly StageCell[];
  readonly playing: boolean;
  /** Whether what plays ends with this stop. */
  readonly once: boolean;
  /** How far the motion of this stop has come, from 0 to 1; null at rest, when everything is there. */
  readonly moment: number | null;
}

/** Changes of an earlier visit are back; they wait, because the link says something else; or the browser keeps none. */
export type Keeping =
  | { readonly kind: 'restored' | 'refused' }
  | { readonly kind: 'waiting'; readonly work: string };

/** How it is shown. */
export interface Settings {
  readonly view: View;
  readonly language: Language;
  readonly theme: Theme;
  readonly fill: Fill;
  readonly orientation: Orientation;
  readonly speed: Speed;
  /** Keys of link parameters that could not be used, shown until dismissed. */
  readonly rejected: readonly string[];
  /** What is to be said of changes that are kept from visit to visit. */
  readonly keeping: Keeping | null;
}

/** Of two states that are held against each other: A, B, or B − A. */
export type Side = 'a' | 'b' | 'diff';

/** What can be undone, and undone again. */
export interface History {
  /** The oldest first. */
  readonly past: readonly Edited[];
  /** The next one last. */
  readonly future: readonly Edited[];
  /** The drag or the like that the last change belongs to. */
  readonly gesture: string | null;
  /** What it was before the last change, which the stage marks; null where nothing is marked. */
  readonly base: Edited | null;
  /** The other of two states that are held against each other; null where there is one alone. */
  readonly held: Edited | null;
  /** Which of the two is shown, or their difference, cell by cell. */
  readonly side: Side;
  /** A cell that the stage marks the influence of, instead of a change. */
  readonly probe: Omit<CellEdit, 'value'> | null;
}

export interface State extends Inputs, Place, Settings, History {}

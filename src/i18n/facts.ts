/** What the texts may say that depends on the current numbers, and the few numbers of the literature they may quote. */

/** A way in which the model is not used as it was trained. */
export type Departure =
  | 'untrained'
  | 'heads'
  | 'attention-off'
  | 'head-off'
  | 'positions-off'
  | 'scaling'
  | 'rescaled'
  | 'edited'
  | 'unknown'
  | 'mask'
  | 'length';

/** Everything narration may say that depends on the current numbers; computed by selectors, never typed into a text. */
export interface Facts {
  /** The sentence, for example 我 有 一 个 玩. */
  readonly tokens: readonly string[];
  readonly dModel: number;
  readonly nHeads: number;
  readonly dK: number;
  /** The selected head, from 1. */
  readonly head: number;
  readonly causal: boolean;
  readonly scaled: boolean;
  /** In which ways the model is not used as it was trained; empty where it is. */
  readonly departures: readonly Departure[];
  /** Steps of the reader's own training; null where the parameters are ours. */
  readonly ownSteps: number | null;
  /** The longest sentence the model was made for. */
  readonly contextLength: number;
  /** The heads that are switched off, from 1. */
  readonly headsOff: readonly number[];
  /** Index of the active row's token. */
  readonly query: number;
  /** Index of the active column's token, where the active matrix has one. */
  readonly key: number | null;
  /** The key with the largest attention weight in the query's row of the selected head, and that weight (0 to 1). */
  readonly topKey: number;
  readonly topShare: number;
  /** The key with the largest score in the query's row. */
  readonly topScoreKey: number;
  /** The query's row in each head. */
  readonly heads: readonly { readonly topKey: number; readonly topShare: number }[];
  /** Standard deviation of all scores, before and after scaling. */
  readonly scoreSpread: number;
  readonly scaledSpread: number;
  /** The top five, best first. */
  readonly prediction: readonly { readonly token: string; readonly probability: number }[];
  /** Does the causal mask change the last row's probabilities? With one layer it does not. */
  readonly maskChangesPrediction: boolean;
  /** Count of all parameters of the model. */
  readonly parameters: number;
  readonly vocabularySize: number;
  /** Keys of the cross-attention example (rows of memory). */
  readonly nMemory: number;
  /** Queries of the cross-attention example. */
  readonly crossQueries: number;
}

/** The largest GPT-3. Brown et al. 2020, table 2.1. */
export const gpt3 = {
  name: 'GPT-3',
  dModel: 12288,
  contextLength: 2048,
  nHeads: 96,
  nLayers: 96,
} as const;

/** The year of "Attention Is All You Need" (Vaswani et al.), whose figure the first step redraws. */
export const paperYear = 2017;

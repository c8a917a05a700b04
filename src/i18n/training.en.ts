/** The training room's words in English. */
import type { TrainingTexts } from './training.zh-CN.ts';

/** "1 step", "2 steps". */
const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

export const training: TrainingTexts = {
  title: 'Training room',
  lead: 'Parameters start as random numbers. In every step the model reads all sentences, sees how wrong its guesses were, and moves each parameter a little towards better ones.',
  back: 'Back to the walk',
  backToPrediction: 'Back to the prediction',

  controls: 'Training',
  start: 'Start',
  resume: 'Go on',
  pause: 'Pause',
  step: 'One step',
  reset: 'Start over',
  seed: 'Seed',
  nextSeed: 'Another seed',
  learningRate: 'Learning rate',
  progress: (step, steps) => `Step ${step} of ${steps}`,
  finished: 'Training is done',
  failed: 'Training does not run in this browser; the rest of the page still works.',

  loss: 'Mean loss',
  nat: 'nat',
  stepsAxis: 'steps',
  floor: 'entropy of the corpus: no model gets below',
  floorWithoutContext: 'lowest with the last character alone',
  lossLabel: (loss, step) => `Loss curve: step ${step}, mean loss ${loss} nat`,
  attention: 'Attention weights',
  headName: (head) => `Head ${head}`,
  patternLabel: (head) => `Attention weights of head ${head}; rows ask, columns are asked`,
  rowsAsk: 'rows ask, columns are asked',
  prompt: 'Give it a beginning',
  promptHint: (most) => `up to ${most} characters; unknown ones are read as □`,
  unknown: (characters) => `unknown: ${characters}, read as □`,
  guesses: 'Next character',
  pairs: 'Same last character, another context',
  pairsHint: 'Pick a beginning to try it',
  expected: (token) => `in the corpus ${token} follows`,

  corpus: 'Corpus',
  corpusCount: (sentences, tokens) => `${count(sentences, 'sentence')}, ${count(tokens, 'token')}`,
  corpusHint: (characters) =>
    `One sentence a line, up to ${characters} characters each; □ stands for an unknown one.`,
  use: 'Train on these instead',
  restore: 'Our corpus again',
  usable: (sentences, tokens) =>
    `${count(sentences, 'sentence')} can be used, ${count(tokens, 'token')}`,
  empty: 'Not one sentence can be used: please write one at least.',
  cut: (most) => `The text is too long: only the first ${most} characters are read.`,
  strangers: (characters, most) =>
    `Too many different characters (${most} at most); these are read as □: ${characters}`,
  skipped: (line, flaw) => `Line ${line} is left out: ${flaw}`,
  moreSkipped: (lines) =>
    lines === 1 ? 'One more line is left out.' : `${lines} more lines are left out.`,
  flaws: {
    'too-long': (most) => `more than ${most} characters`,
    'end-inside': () => '。 may only end a sentence',
    'space-inside': () => 'a space inside',
    invisible: () => 'an invisible character',
    repeated: () => 'the same sentence stands above',
    'too-many': (_most, sentences) => `${sentences} sentences at most`,
  },

  adopt: 'Use them on this page',
  adoptHint: 'Parameters are rounded to 0.01 first; every step of the walk then uses them.',
  adopted: (steps) => `The page now uses your parameters, trained for ${count(steps, 'step')}.`,
  ours: 'The page now uses the parameters we trained.',
  backToOurs: 'Use ours again',
};

/** The text of every step in English. */
import { gpt3, paperYear, type Facts } from './facts.ts';
import { shape, tk } from './markup.ts';
import {
  asksEveryone,
  decimal,
  distinctTopKeys,
  maskedPart,
  percent,
  readRow,
  shareSize,
  someHeadLooksLater,
  topScoreIsLater,
  type RowReading,
  type ShareSize,
} from './measures.ts';
import type { Narration } from './narration.zh-CN.ts';
import { titles } from './titles.en.ts';
import { ui } from './ui.en.ts';

const sizeWords: Readonly<Record<ShareSize, string>> = {
  all: 'nearly all',
  most: 'most of it',
  'over half': 'more than half',
  'about half': 'about half',
  part: 'more than any other',
};

const grouped = (n: number): string => n.toLocaleString('en');

/** "1 head", "3 heads". */
const count = (n: number, noun: string): string => `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;

const chanceWords: Readonly<Record<ShareSize, string>> = {
  all: 'hardly a doubt',
  most: 'more than all others together',
  'over half': 'more than all others together',
  'about half': 'about half',
  part: 'less than half',
};

/** One clause on the largest weight in the query's row. */
const largestShare = (f: Facts): string => {
  const top = tk(f.topKey);
  const share = percent(f.topShare);
  const clauses: Partial<Record<RowReading, string>> = {
    'only itself': `${tk(f.query)} can use only itself and keeps the whole share`,
    later:
      'the largest share lies above the diagonal, with a later token, which the mask will block',
    even: `the shares are nearly even; the largest, ${top}, has ${share}`,
  };
  const reading = readRow(f);
  return clauses[reading] ?? `${top} gets ${share}, ${sizeWords[reading as ShareSize]}`;
};

/** The same where the reader may set the row by hand: its numbers need not be shares, so only the largest is told. */
const largestCoefficient = (f: Facts): string => {
  const reading = readRow(f);
  if (reading === 'only itself') return 'it can use only itself';
  if (reading === 'later') return 'the largest belongs to a later token, which the mask will block';
  return `the largest is that of ${tk(f.topKey)}, ${decimal(f.topShare)}`;
};

/** "in head 2", or nothing where there is one head only. */
const inHead = (f: Facts): string => (f.nHeads > 1 ? ` in head ${f.head}` : '');

const headCut = (f: Facts): string =>
  f.nHeads === 1
    ? `Now nothing is cut: each weight matrix is a full ${shape(f.dModel, f.dModel)}.`
    : `Now there are ${f.nHeads} heads: each takes ${shape(f.dModel, f.dK)} of every matrix, ${3 * f.nHeads} parts in all.`;

const scaling = (f: Facts): string =>
  f.scaled
    ? `Dividing by {m:√d_k} draws them in, from a standard deviation of ${decimal(f.scoreSpread)} to ${decimal(f.scaledSpread)}.`
    : `Scaling is off: the scores pass on with a standard deviation of ${decimal(f.scoreSpread)}.`;

const headsReading = (f: Facts): string => {
  const row = tk(f.query);
  if (f.nHeads === 1) return 'There is no cut now, and so a single pattern.';
  if (someHeadLooksLater(f))
    return `In row ${row}, a head gives its largest attention weight to a later token, which the mask will block.`;
  if (f.nHeads > 4)
    return `In row ${row}, the largest attention weights of the ${f.nHeads} heads fall on ${count(distinctTopKeys(f), 'different token')}.`;
  const list = f.heads.map((h, i) => `${tk(h.topKey)} in head ${i + 1} (${percent(h.topShare)})`);
  return `The largest attention weight in row ${row}: ${list.join(', ')}.`;
};

const blocked = (f: Facts): string => {
  if (f.tokens.length < 2) return 'With a single token there is nothing to block.';
  const last = tk(f.tokens.length - 1);
  const effect = f.maskChangesPrediction
    ? `With the mask, the prediction from the last row, ${last}, changes.`
    : `The last row, ${last}, may use every token either way, and with one layer the prediction does not change.`;
  return `Row ${tk(1)} may use only ${tk(0)} and ${tk(1)}. ${effect}`;
};

/** "Head 2 off, positions off". */
const departuresSaid = (f: Facts): string => {
  const heads = `${f.headsOff.length > 1 ? 'heads' : 'head'} ${f.headsOff.join(', ')} off`;
  const said = f.departures
    .map((departure) => (departure === 'head-off' ? heads : ui.departures[departure]))
    .join(', ');
  return said.slice(0, 1).toUpperCase() + said.slice(1);
};

const ranking = (f: Facts): string => {
  const [first] = f.prediction;
  const name = first ? `“${first.token}”` : 'whatever';
  const share = first ? ` (${percent(first.probability)})` : '';
  const chance = first ? `, ${chanceWords[shareSize(first.probability)]}` : '';
  if (f.departures.includes('length'))
    return `The sentence has ${count(f.tokens.length, 'token')}, but no position after ${f.contextLength} was ever trained, so there is no prediction; attention can be computed all the same.`;
  if (f.departures.includes('untrained'))
    return `The parameters are still random, not one step of training: that ${name} comes first${share} means nothing.`;
  if (f.departures.length > 0)
    return `${departuresSaid(f)}: the model was never trained like this. ${name} comes first${share}, which only tells what happens outside its training.`;
  const whose =
    f.ownSteps === null
      ? 'were trained'
      : `come from your own training, ${count(f.ownSteps, 'step')}`;
  return `These parameters ${whose}: ${name} comes first${share}${chance}.`;
};

export const narration: Narration = {
  architecture: {
    ...titles.architecture,
    body: () => [
      `The structure in the ${paperYear} paper: encoder left, decoder right. Language models like GPT keep only the right half, and drop its cross-attention in the middle too.`,
      `Marked is masked multi-head attention; the rest is residual addition, normalisation and feed-forward. The paper normalises after each block, ${gpt3.name} before it.`,
    ],
  },
  tokens: {
    ...titles.tokens,
    body: (f) => [
      `Here one character is one token, written as {m:d_model} = ${f.dModel} numbers (${gpt3.name} uses ${grouped(gpt3.dModel)}). In order, ${count(f.tokens.length, 'token')} make {m:X}, of shape ${shape(f.tokens.length, f.dModel)}. 我有一个玩(具): I have a toy.`,
      'Each row adds two vectors: {m:E} for the character, {m:P} for its position. Without {m:P}, and without a mask, reordering words would merely reorder rows.',
    ],
    hint: 'A disc is positive, a ring negative; the stronger the colour, the further from zero.',
  },
  'black-box': {
    ...titles['black-box'],
    body: (f) => [
      `Closed for now: {m:X} is ${shape(f.tokens.length, f.dModel)}, and after multi-head attention {m:O} is ${shape(f.tokens.length, f.dModel)} again. The rows are the same tokens, but their numbers now carry news of the others.`,
      `Keeping the shape pays twice: the result can be added to {m:X}, and can enter the next layer. ${gpt3.name} stacks ${gpt3.nLayers} of them; we have one, stacked below again and again.`,
    ],
  },
  weights: {
    ...titles.weights,
    body: (f) => [
      `{m:W_Q}, {m:W_K} and {m:W_V} have ${count(f.dModel, 'row')} each, because {m:X} has ${count(f.dModel, 'column')}. Their columns are a choice; usually all heads together have ${f.dModel} again.`,
      `${headCut(f)} Each matrix keeps its ${f.dModel * f.dModel} numbers.`,
    ],
    hint: 'Change the heads to see the cut; a prediction means something only with the head count of training.',
  },
  projection: {
    ...titles.projection,
    body: (f) => [
      `A row of {m:X} and a column of {m:W_Q}, multiplied pair by pair and added up, ${count(f.dModel, 'term')} in all, make one cell of {m:Q}. {m:K} and {m:V} differ only in their weight matrices.`,
      `Follow the crosshair: row ${tk(f.query)} of the product uses only row ${tk(f.query)} of {m:X}. So far, no token has met another.`,
    ],
  },
  scores: {
    ...titles.scores,
    body: (f) => [
      f.key === null
        ? `Each token asks with its own {m:q}, and every {m:k} is asked: multiply pair by pair, add up ${count(f.dK, 'term')}, and that is one score.`
        : `Row ${tk(f.query)} asks column ${tk(f.key)}: multiply the {m:q} of ${tk(f.query)} and the {m:k} of ${tk(f.key)} pair by pair, add up ${count(f.dK, 'term')}, and that is the score in this cell.`,
      topScoreIsLater(f)
        ? `The highest score of row ${tk(f.query)}${inHead(f)} lies above the diagonal, with a later token, which the mask will block. Scores may be negative; they are not shares yet.`
        : `The highest score of row ${tk(f.query)}${inHead(f)} is in column ${tk(f.topScoreKey)}. Scores may be negative; they are not shares yet.`,
    ],
  },
  scale: {
    ...titles.scale,
    body: (f) => [
      `A score adds up {m:d_k} products; the larger {m:d_k}, the wider scores spread. ${scaling(f)}`,
      `Too wide, softmax gives one token nearly all, and training hardly moves. ${
        f.dK === f.dModel
          ? `With no cut into heads, {m:d_k} equals the width of a token vector, ${f.dK}.`
          : `{m:d_k} is the width of a head, ${f.dK}, not of a token vector, ${f.dModel}.`
      }`,
    ],
    hint: 'Drag {m:d_k}: with and without dividing.',
  },
  softmax: {
    ...titles.softmax,
    body: (f) => [
      '{m:s} becomes {m:e^s}, positive even where {m:s} was not, and is divided by the sum of its row. These are the attention weights {m:A}: each row makes one whole, and Σ at its end is the check.',
      `Row ${tk(f.query)}${inHead(f)}: ${largestShare(f)}.`,
    ],
  },
  context: {
    ...titles.context,
    body: (f) => [
      `Multiply each attention weight of ${tk(f.query)} by the {m:v} of its token and add them up: the context of ${tk(f.query)}, one row of {m:Z}, ${count(f.dK, 'number')} wide.`,
      `The context bar keeps the books: each segment is as long as one attention weight. Row ${tk(f.query)}${inHead(f)}: ${largestShare(f)}.`,
    ],
  },
  'one-row': {
    ...titles['one-row'],
    body: (f) => [
      `The context of ${tk(f.query)} is made like this: each row of {m:V} times its own attention weight, then added column by column. Row ${tk(f.query)}${inHead(f)}: ${largestCoefficient(f)}.`,
      'Drag an attention weight: the smaller, the less is left of that row; at zero, nothing. With Σ no longer one whole, it is no softmax; renormalise.',
    ],
  },
  formula: {
    ...titles.formula,
    body: (f) => [
      `All steps in one line: {m:Q}{m:K^T} gives scores, ${f.scaled ? '{m:√d_k} tames them, ' : '(scaling is off: no {m:√d_k},) '}${f.causal ? 'the mask blocks later tokens, ' : ''}softmax turns each row into attention weights, and these multiply {m:V}. One head does no more.`,
      'Click a symbol and its matrix lights up; click a matrix and its symbol does. The paper calls it scaled dot-product attention.',
    ],
  },
  heads: {
    ...titles.heads,
    body: (f) => [
      `Each head has its own weight matrices, and so its own pattern. ${headsReading(f)}`,
      `The heads' {m:Z} are joined side by side, ${shape(f.tokens.length, f.dModel)} again, then multiplied by {m:W_O} to give {m:O}. Joining only sets them next to each other; {m:W_O} mixes them.`,
    ],
  },
  mask: {
    ...titles.mask,
    body: (f) => [
      'Whoever guesses the next character must not see it first. The mask sets scores above the diagonal to −∞; after softmax they are zero, and the remaining shares still make one whole.',
      blocked(f),
    ],
  },
  prediction: {
    ...titles.prediction,
    body: (f) => [
      `Take the last row of {m:O}, ${tk(f.tokens.length - 1)}: add {m:X}, normalise to {m:Y}; feed-forward, add, normalise to {m:H}; score all ${count(f.vocabularySize, 'token')} of the vocabulary; softmax makes probabilities.`,
      ranking(f),
    ],
  },
  'scale-up': {
    ...titles['scale-up'],
    body: (f) => [
      `Here: ${count(f.tokens.length, 'token')}, ${count(f.dModel, 'dimension')}, ${count(f.nHeads, 'head')}, a single layer, ${count(f.parameters, 'parameter')}. ${gpt3.name}: ${grouped(gpt3.contextLength)} tokens, ${grouped(gpt3.dModel)} dimensions, ${gpt3.nHeads} heads, ${gpt3.nLayers} layers.`,
      `This counts every cell in every layer. In fact ${gpt3.name} alternates full layers with layers that compute only a band, and the mask spares ${sizeWords[shareSize(maskedPart(gpt3.contextLength))]} of the cells.`,
    ],
  },
  roles: {
    ...titles.roles,
    body: (f) => [
      `In row ${tk(f.query)}, {m:q} is the question. It walks down {m:K} ${asksEveryone(f) ? 'and asks every token' : 'and asks up to itself; the mask blocks what comes after'}. Each row asked makes a score, and the scores together make shares. Then each {m:v} shrinks to its share and is brought home, where all add up.`,
      '{m:K} decides how much each gives, {m:V} what it gives: same tokens, different weight matrices. Question and answer are a figure of speech: inside there is only arithmetic.',
    ],
  },
  'cross-attention': {
    ...titles['cross-attention'],
    body: (f) => [
      `{m:Q}, {m:K} and {m:V} from one input: self-attention. {m:Q} from {m:X}, {m:K} and {m:V} from another input, {m:M}: cross-attention. Here ${count(f.crossQueries, 'row')} ask ${f.nMemory}, so the scores are ${shape(f.crossQueries, f.nMemory)}.`,
      'In the published Stable Diffusion the image makes {m:Q}, the text {m:K} and {m:V}: each place in the picture asks the prompt. The two are easily swapped; switch and compare.',
    ],
  },
  parallel: {
    ...titles.parallel,
    body: (f) => [
      `No row of attention waits for another: ${count(f.tokens.length, 'row')} can be computed at once. A recurrent network must finish one token before the next: for ${count(f.tokens.length, 'token')}, ${count(f.tokens.length, 'step')}, one by one.`,
      `The price: score cells grow with the square of the length, here ${shape(f.tokens.length, f.tokens.length)}. The gain is in training; writing character by character still has to queue.`,
    ],
  },
};

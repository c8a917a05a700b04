/** The glossary in English. */
import type { Glossary, GlossaryWords } from './glossary.zh-CN.ts';

export const glossary: Glossary = {
  tokens: {
    name: 'token',
    said: ['token'],
    text: 'The smallest unit the model reads and writes; here, one character.',
    step: 'tokens',
  },
  x: {
    name: 'input matrix {m:X}',
    said: ['input matrix'],
    text: 'One row per token: the vector of the token plus the vector of its position.',
    step: 'tokens',
  },
  dModel: {
    name: 'dimension {m:d_model}',
    said: ['dimension'],
    text: 'How many numbers stand for one token: the columns of {m:X}.',
    step: 'tokens',
  },
  memory: {
    name: 'memory {m:M}',
    said: ['memory'],
    text: 'In cross-attention, the input that {m:K} and {m:V} are computed from; in self-attention it is {m:X}.',
    step: 'cross-attention',
  },
  wq: {
    name: 'weight matrix {m:W_Q}',
    text: 'Parameters that turn tokens into queries; each head owns some of the columns.',
    step: 'weights',
  },
  wk: {
    name: 'weight matrix {m:W_K}',
    text: 'Parameters that turn tokens into keys; each head owns some of the columns.',
    step: 'weights',
  },
  wv: {
    name: 'weight matrix {m:W_V}',
    text: 'Parameters that turn tokens into values; each head owns some of the columns.',
    step: 'weights',
  },
  wo: {
    name: 'weight matrix {m:W_O}',
    text: 'Parameters that mix the joined results of the heads into the output.',
    step: 'heads',
  },
  q: {
    name: 'query {m:Q}',
    said: ['query'],
    text: 'Each row is what a token asks: {m:Q} = {m:X}{m:W_Q}.',
    step: 'projection',
  },
  k: {
    name: 'key {m:K}',
    text: 'Each row is what a token is matched by when asked: {m:K} = {m:X}{m:W_K}.',
    step: 'projection',
  },
  v: {
    name: 'value {m:V}',
    text: 'Each row is what a token hands over: {m:V} = {m:X}{m:W_V}.',
    step: 'projection',
  },
  scores: {
    name: 'scores {m:S}',
    said: ['scores', '(a )score', '(one )score', '(the )score'],
    text: 'A row of queries and a row of keys multiplied pair by pair and added up: {m:S} = {m:Q}{m:K^T}. Rows ask, columns are asked.',
    step: 'scores',
  },
  dK: {
    name: 'head width {m:d_k}',
    said: ['width of a head', 'head width'],
    text: 'How many numbers a query and a key have within one head; scaling divides by its square root.',
    step: 'scale',
  },
  scaled: {
    name: 'scaled {m:S/√d_k}',
    said: ['scaled', 'scaling'],
    text: 'Scores divided by {m:√d_k}, so that softmax does not saturate too soon.',
    step: 'scale',
  },
  masked: {
    name: 'masked',
    said: ['mask', 'masked'],
    text: 'Places that may not be used are set to −∞ and become zero after softmax.',
    step: 'mask',
  },
  weights: {
    name: 'attention weights {m:A}',
    said: ['attention weight'],
    text: 'The shares softmax makes of a row of scores; together they are one whole.',
    step: 'softmax',
  },
  context: {
    name: 'context {m:Z}',
    said: ['context'],
    text: '{m:V} added up by the attention weights: {m:Z} = {m:A}{m:V}.',
    step: 'context',
  },
  head: {
    name: 'head',
    said: ['head', 'multi-head'],
    text: 'A set of weight matrices of its own and the attention computed with them; heads work side by side, independently.',
    step: 'heads',
  },
  concat: {
    name: '{m:Concat}',
    said: ['joined side by side'],
    text: 'The contexts of all heads joined into one row, {m:d_model} wide again.',
    step: 'heads',
  },
  output: {
    name: 'output {m:O}',
    text: 'What multi-head attention returns: the joined heads times {m:W_O}, of the same shape as {m:X}.',
    step: 'heads',
  },
  y: {
    name: 'first Add & Norm {m:Y}',
    text: '{m:X} plus {m:O}, normalised row by row.',
    step: 'prediction',
  },
  z: {
    name: 'second Add & Norm {m:H}',
    text: '{m:Y} plus the result of the feed-forward network, normalised row by row; its last row makes the prediction.',
    step: 'prediction',
  },
};

export const glossaryWords: GlossaryWords = {
  shape: (shape) => `shape ${shape}`,
  shapeInHead: (shape) => `${shape} in each head`,
  count: (count) => `${count} now`,
  seeStep: (step, title) => `See step ${step}: ${title}`,
  thisStep: 'Shown in this step',
  close: 'Close',
  find: 'Find a term',
  notFound: 'No such term.',
};

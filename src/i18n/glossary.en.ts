/** The glossary in English. */
import type { Glossary } from './glossary.zh-CN.ts';

export const glossary: Glossary = {
  tokens: {
    name: 'token',
    text: 'The smallest unit the model reads and writes; here, one character.',
    step: 'tokens',
  },
  x: {
    name: 'input matrix X',
    text: 'One row per token: the vector of the token plus the vector of its position.',
    step: 'tokens',
  },
  dModel: {
    name: 'dimension d_model',
    text: 'How many numbers stand for one token: the columns of {m:X}.',
    step: 'tokens',
  },
  memory: {
    name: 'memory M',
    text: 'In cross-attention, the input that {m:K} and {m:V} are computed from; in self-attention it is {m:X}.',
    step: 'cross-attention',
  },
  wq: {
    name: 'weight matrix W_Q',
    text: 'Parameters that turn tokens into queries; each head owns some of the columns.',
    step: 'weights',
  },
  wk: {
    name: 'weight matrix W_K',
    text: 'Parameters that turn tokens into keys; each head owns some of the columns.',
    step: 'weights',
  },
  wv: {
    name: 'weight matrix W_V',
    text: 'Parameters that turn tokens into values; each head owns some of the columns.',
    step: 'weights',
  },
  wo: {
    name: 'weight matrix W_O',
    text: 'Parameters that mix the joined results of the heads into the output.',
    step: 'heads',
  },
  q: {
    name: 'query Q',
    text: 'Each row is what a token asks: {m:Q} = {m:X}{m:W_Q}.',
    step: 'projection',
  },
  k: {
    name: 'key K',
    text: 'Each row is what a token is matched by when asked: {m:K} = {m:X}{m:W_K}.',
    step: 'projection',
  },
  v: {
    name: 'value V',
    text: 'Each row is what a token hands over: {m:V} = {m:X}{m:W_V}.',
    step: 'projection',
  },
  scores: {
    name: 'scores S',
    text: 'A row of queries and a row of keys multiplied pair by pair and added up: {m:S} = {m:Q}{m:K^T}. Rows ask, columns are asked.',
    step: 'scores',
  },
  dK: {
    name: 'head width d_k',
    text: 'How many numbers a query and a key have within one head; scaling divides by its square root.',
    step: 'scale',
  },
  scaled: {
    name: 'scaled',
    text: 'Scores divided by {m:√d_k}, so that softmax does not saturate too soon.',
    step: 'scale',
  },
  masked: {
    name: 'masked',
    text: 'Places that may not be used are set to −∞ and become zero after softmax.',
    step: 'mask',
  },
  weights: {
    name: 'attention weights A',
    text: 'The shares softmax makes of a row of scores; together they are one whole.',
    step: 'softmax',
  },
  context: {
    name: 'context Z',
    text: '{m:V} added up by the attention weights: {m:Z} = {m:A}{m:V}.',
    step: 'context',
  },
  head: {
    name: 'head',
    text: 'A set of weight matrices of its own and the attention computed with them; heads work side by side, independently.',
    step: 'heads',
  },
  concat: {
    name: 'Concat',
    text: 'The contexts of all heads joined into one row, {m:d_model} wide again.',
    step: 'heads',
  },
  output: {
    name: 'output O',
    text: 'What multi-head attention returns: the joined heads times {m:W_O}, of the same shape as {m:X}.',
    step: 'heads',
  },
  y: {
    name: 'first Add & Norm Y',
    text: '{m:X} plus {m:O}, normalised row by row.',
    step: 'prediction',
  },
  z: {
    name: 'second Add & Norm H',
    text: '{m:Y} plus the result of the feed-forward network, normalised row by row; its last row makes the prediction.',
    step: 'prediction',
  },
};

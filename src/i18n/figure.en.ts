/** The same in English. */
import type { FigureTexts } from './figure.zh-CN.ts';

export const figure: FigureTexts = {
  blocks: {
    embedding: 'Turns every token into a row of numbers: its own vector plus that of its position.',
    selfAttention: 'Every token of the input asks all tokens, before and after it.',
    maskedAttention:
      'Every token asks itself and those before it, and mixes the answers into a new row. Each head asks in its own way; the results are joined.',
    crossAttention: 'The decoder asks; the output of the encoder is asked and answers.',
    addNorm: 'Adds the input of a block back to its output, then normalises every row.',
    feedForward: 'Each row by itself goes through one small network: wider, ReLU, and back.',
    output:
      'A linear layer scores every token of the vocabulary; softmax turns the scores into probabilities of the next one.',
    queries:
      'X times learned parameters: what each token asks. Each head owns some of the columns.',
    keys: 'X times learned parameters: what each token can be asked by. Each head owns some of the columns.',
    values:
      'X times learned parameters: what each token answers. Each head owns some of the columns.',
    oneHead:
      'Q asks K, which gives a table of weights; with them the rows of V are added up. Each head has its own table.',
    concat: 'The results of all heads side by side: as wide as the input again.',
    outputProjection:
      'Times one more matrix of parameters: mixes the heads that stand side by side.',
    scores: 'Each query times each key, added up: rows ask, columns are asked.',
    scale:
      'Scores divided by the square root of the head’s width: without that, wider heads spread them further.',
    mask: 'Later tokens must not be used: their scores become −∞, which softmax turns into zero.',
    softmax: 'Turns each row of scores into weights that add up to 1.',
    context: 'Adds up the rows of V by their weights: a new row for each token.',
  },
  chooseBlock: 'Press a block: what it does, and which stations of our computation it is.',
  notInPipeline: 'A decoder-only model has no such block, and neither has ours.',
  toStep: (number, title) => `Step ${number}: ${title}`,
  blockCard: 'Chosen block',
  zoomIn: 'Look inside',
  zoomOut: 'Back outside',
  close: 'Close',
};

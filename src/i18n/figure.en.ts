/** The same in English. */
import type { FigureTexts } from './figure.zh-CN.ts';

export const figure: FigureTexts = {
  blocks: {
    embedding: 'Turns every token into a row of numbers: its own vector plus that of its position.',
    selfAttention: 'Every token asks all tokens, before and after it.',
    maskedAttention:
      'Every token asks itself and those before it, and mixes the answers into a new row. Each head asks in its own way; the results are joined.',
    crossAttention: 'The decoder asks; the output of the encoder is asked and answers.',
    addNorm: 'Adds the input of a block back to its output, then normalises every row.',
    feedForward: 'Each row by itself: wider, through ReLU, and back.',
    output: 'A linear layer scores every token of the vocabulary; softmax makes probabilities.',
    queries:
      'X times learned parameters: what each token asks. Each head owns some of the columns.',
    keys: 'X times learned parameters: what each token can be asked by.',
    values: 'X times learned parameters: what each token answers.',
    oneHead:
      'Q asks K, which gives shares; by them the rows of V are added up. Each head has its own.',
    concat: 'All heads side by side: as wide as the input again.',
    outputProjection: 'One more matrix mixes the heads that stand side by side.',
    scores: 'Each query times each key, added up: rows ask, columns are asked.',
    scale: 'Scores over the square root of the head’s width: wider heads spread them further.',
    mask: 'Later tokens must not be used: their scores become −∞, zero after softmax.',
    softmax: 'Turns each row of scores into shares of one.',
    context: 'Adds up the rows of V by their shares: a new row for each token.',
  },
  chooseBlock: 'Press a block: what it does, and where it is in our computation.',
  notInPipeline: 'A decoder-only model, like ours, has no such block.',
  toStep: (number, title) => `Step ${number}: ${title}`,
  blockCard: 'Chosen block',
  zoomIn: 'Look inside',
  zoomOut: 'Back outside',
  close: 'Close',
};

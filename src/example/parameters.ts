/** The example model: the article's shape, and the parameters that `npm run train` made. */
import { mapParameters, type DecoderParameters } from '../decoder/index.ts';
import { fromRows } from '../math/index.ts';
import trained from './parameters.json' with { type: 'json' };

/** The article's shape: 9 dimensions and 3 heads. The context holds the longest sentence the model is made for. */
export const exampleShape = {
  dModel: 9,
  nHeads: 3,
  dFF: 18,
  contextLength: 12,
} as const;

/** The sentence of the article, without its last character, which the model is to predict. */
export const exampleTokens: readonly string[] = ['我', '有', '一', '个', '玩'];

/**
 * The trained parameters, all on a grid of 0.01, so that the printed operands are the exact ones. They know the tokens
 * of trainedVocabulary; shapes at DecoderParameters, with V its length and T exampleShape.contextLength.
 */
export const trainedParameters = (): DecoderParameters =>
  mapParameters((name) =>
    fromRows(trained.parameters[name].map((row) => row.map((hundredths) => hundredths / 100))),
  );

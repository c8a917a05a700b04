/** The check that the decoder's sixteen parameters fit together, and that the tokens fit them. */
import { requireMatrices, ShapeError, shapeOf } from '../math/index.ts';
import { parameterNames, type DecoderParameters } from './types.ts';

type ShapeTable = Record<keyof DecoderParameters, readonly [rows: number, cols: number]>;

/** The shape of every parameter, from the three that set V, T, d and f. */
const shapesFrom = ({
  tokenEmbedding,
  positionEmbedding,
  w1,
}: Pick<DecoderParameters, 'tokenEmbedding' | 'positionEmbedding' | 'w1'>): ShapeTable => {
  const { rows: V, cols: d } = tokenEmbedding;
  const { rows: T } = positionEmbedding;
  const { cols: f } = w1;
  return {
    tokenEmbedding: [V, d],
    positionEmbedding: [T, d],
    wq: [d, d],
    wk: [d, d],
    wv: [d, d],
    wo: [d, d],
    norm1Gain: [1, d],
    norm1Bias: [1, d],
    w1: [d, f],
    b1: [1, f],
    w2: [f, d],
    b2: [1, d],
    norm2Gain: [1, d],
    norm2Bias: [1, d],
    unembedding: [d, V],
    unembeddingBias: [1, V],
  };
};

/**
 * Throws ShapeError unless every parameter has the shape that tokenEmbedding (V×d), positionEmbedding (T×d) and
 * w1 (d×f) ask for, all of one array kind.
 */
export const requireParameters = (parameters: DecoderParameters): void => {
  requireMatrices(
    'decode',
    Object.fromEntries(parameterNames.map((name) => [name, parameters[name]])),
  );
  const { tokenEmbedding, w1 } = parameters;
  const shapes = shapesFrom(parameters);
  for (const name of parameterNames) {
    const [rows, cols] = shapes[name];
    if (parameters[name].rows !== rows || parameters[name].cols !== cols) {
      throw new ShapeError(
        `decode: ${name} must be ${shapeOf({ rows, cols })}, got ${name} ${shapeOf(parameters[name])}, ` +
          `tokenEmbedding ${shapeOf(tokenEmbedding)}, w1 ${shapeOf(w1)}`,
      );
    }
  }
};

/** Throws ShapeError for no tokens or more than T of them, RangeError for a token that is not one of 0 … V−1. */
export const requireTokens = (
  { tokenEmbedding, positionEmbedding }: DecoderParameters,
  tokens: readonly number[],
): void => {
  if (tokens.length === 0 || tokens.length > positionEmbedding.rows) {
    throw new ShapeError(
      `decode: between 1 and ${positionEmbedding.rows} tokens, one per row of positionEmbedding ` +
        `${shapeOf(positionEmbedding)}, got ${tokens.length}`,
    );
  }
  for (const [i, token] of tokens.entries()) {
    if (!Number.isInteger(token) || token < 0 || token >= tokenEmbedding.rows) {
      throw new RangeError(
        `decode: tokens[${i}] must be a row of tokenEmbedding, 0 … ${tokenEmbedding.rows - 1}, got ${token}`,
      );
    }
  }
};

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
 * Throws ShapeError in the name of `caller` unless every parameter has the shape that tokenEmbedding (V×d), positionEmbedding (T×d) and
 * w1 (d×f) ask for, all of one array kind.
 */
export const requireParameters = (caller: string, parameters: DecoderParameters): void => {
  requireMatrices(
    caller,
    Object.fromEntries(parameterNames.map((name) => [name, parameters[name]])),
  );
  const { tokenEmbedding, w1 } = parameters;
  const shapes = shapesFrom(parameters);
  for (const name of parameterNames) {
    const [rows, cols] = shapes[name];
    if (parameters[name].rows !== rows || parameters[name].cols !== cols) {
      throw new ShapeError(
        `${caller}: ${name} must be ${shapeOf({ rows, cols })}, got ${name} ${shapeOf(parameters[name])}, ` +
          `tokenEmbedding ${shapeOf(tokenEmbedding)}, w1 ${shapeOf(w1)}`,
      );
    }
  }
};

/** Throws RangeError for a token that is not one of 0 … V−1; `name` is what the message calls the list. */
export const requireIds = (
  caller: string,
  { tokenEmbedding }: DecoderParameters,
  tokens: readonly number[],
  name: string,
): void => {
  for (const [i, token] of tokens.entries()) {
    if (!Number.isInteger(token) || token < 0 || token >= tokenEmbedding.rows) {
      throw new RangeError(
        `${caller}: ${name}[${i}] must be a row of tokenEmbedding, 0 … ${tokenEmbedding.rows - 1}, got ${token}`,
      );
    }
  }
};

/** Throws ShapeError for no tokens or more than T of them, RangeError for a token that is not one of 0 … V−1. */
export const requireTokens = (
  caller: string,
  parameters: DecoderParameters,
  tokens: readonly number[],
): void => {
  const { positionEmbedding } = parameters;
  if (tokens.length === 0 || tokens.length > positionEmbedding.rows) {
    throw new ShapeError(
      `${caller}: between 1 and ${positionEmbedding.rows} tokens, one per row of positionEmbedding ` +
        `${shapeOf(positionEmbedding)}, got ${tokens.length}`,
    );
  }
  requireIds(caller, parameters, tokens, 'tokens');
};

/** Throws ShapeError for a number of heads that does not divide d. */
export const requireHeads = (caller: string, { wq }: DecoderParameters, nHeads: number): void => {
  if (!Number.isInteger(nHeads) || nHeads < 1 || wq.cols % nHeads !== 0) {
    throw new ShapeError(
      `${caller}: nHeads must be a whole number that divides wq.cols, got nHeads ${nHeads}, wq ${shapeOf(wq)}`,
    );
  }
};

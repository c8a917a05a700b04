/** The gradient of each stage: from that of what it made to those of what it was made from. */
import {
  matmulTransposed,
  sumRows,
  transposedMatmul,
  zerosLike,
  type Matrix,
} from '../math/index.ts';
import { rowMoments } from './layer-norm.ts';

/** Of m·w + b: ∂m = g·wᵀ, ∂w = mᵀ·g, ∂b = Σ rows of g. m: n×a, w: a×c, gradient g: n×c. */
export const affineBackward = (
  m: Matrix,
  w: Matrix,
  gradient: Matrix,
): { m: Matrix; w: Matrix; b: Matrix } => ({
  m: matmulTransposed(gradient, w),
  w: transposedMatmul(m, gradient),
  b: sumRows(gradient),
});

/** Of max(0, m): the gradient where m > 0, else 0, as in PyTorch also at 0 itself. Both n×f. */
export const reluBackward = (m: Matrix, gradient: Matrix): Matrix => {
  const result = zerosLike(m, m.rows, m.cols);
  for (let i = 0; i < m.data.length; i++) result.data[i] = m.data[i]! > 0 ? gradient.data[i]! : 0;
  return result;
};

/**
 * Of layerNorm(m, gain, bias). With x̂ a row before gain and bias, and h = g·gain:
 * ∂m = (h − mean(h) − x̂·mean(h·x̂))/deviation, ∂gain = Σ rows of g·x̂, ∂bias = Σ rows of g. m, gradient g: n×d.
 */
export const layerNormBackward = (
  m: Matrix,
  gain: Matrix,
  gradient: Matrix,
): { m: Matrix; gain: Matrix; bias: Matrix } => {
  const d = m.cols;
  const result = zerosLike(m, m.rows, d);
  const dGain = new Float64Array(d);
  for (let row = 0; row < m.rows; row++) {
    const { mean, deviation } = rowMoments(m, row);
    const normed = (col: number): number => (m.data[row * d + col]! - mean) / deviation;
    let [sum, product] = [0, 0];
    for (let col = 0; col < d; col++) {
      const g = gradient.data[row * d + col]!;
      const h = g * gain.data[col]!;
      sum += h;
      product += h * normed(col);
      dGain[col]! += g * normed(col);
    }
    for (let col = 0; col < d; col++) {
      const h = gradient.data[row * d + col]! * gain.data[col]!;
      result.data[row * d + col] = (h - sum / d - (normed(col) * product) / d) / deviation;
    }
  }
  const gainGradient = zerosLike(gain, 1, d);
  gainGradient.data.set(dGain);
  return { m: result, gain: gainGradient, bias: sumRows(gradient) };
};

/**
 * Mean cross-entropy −ln p(target) over the rows, and its gradient (p − 1[target])/n. probabilities: n×V, a target a row.
 * An impossible target costs infinitely much, as it should.
 */
export const crossEntropy = (
  probabilities: Matrix,
  targets: readonly number[],
): { loss: number; gradient: Matrix } => {
  const { rows, cols } = probabilities;
  const gradient = zerosLike(probabilities, rows, cols);
  let loss = 0;
  for (let i = 0; i < gradient.data.length; i++) gradient.data[i] = probabilities.data[i]! / rows;
  for (const [row, target] of targets.entries()) {
    loss -= Math.log(probabilities.data[row * cols + target]!);
    gradient.data[row * cols + target]! -= 1 / rows;
  }
  return { loss: loss / rows, gradient };
};

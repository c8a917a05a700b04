/** The words of the step `scale-up` in English. */
import type { ScaleUpTexts } from './scale-up.zh-CN.ts';

export const scaleUp: ScaleUpTexts = {
  inputs: 'Other sizes',
  tokens: 'tokens',
  dimensions: 'dims',
  heads: 'heads',
  layers: 'layers',
  numberKind: 'each',
  reset: (name) => `Back to ${name}`,
  measure: 'Measure speed',
  measuring: 'Measuring…',
  notMeasured: (symbol) => `${symbol}: this page’s multiplications a second, not measured yet`,
  measured: (symbol, rate) => `${symbol} = ${rate} multiplications a second, just measured`,
  outOfRange: (name, least, most) => `${name}: a whole number, ${least} to ${most}`,
  headsMustDivide: 'Heads must divide dims',
  quantities: {
    weightCells: 'Cells of A',
    parameters: 'Parameters of four W',
    projections: 'Multiply: projections',
    attention: 'Multiply: QKᵀ, A·V',
    weightBytes: 'Bytes of A',
    parameterBytes: 'Bytes of parameters',
    seconds: 'Time on this page',
  },
  days: (count) => `${count} days`,
  ours: 'this page’s model',
  dense: (name) => `${name}, every layer dense, no mask`,
  filledIn: 'the model above',
};

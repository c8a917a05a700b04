/** Multi-head attention, self or cross, from x to the output, with the trace of everything between. */
import {
  concatCols,
  matmul,
  requireMatrices,
  ShapeError,
  shapeOf,
  sliceCols,
  toFloat64,
  toKindOf,
  type Matrix,
} from '../math/index.ts';
import { roundHead, traceHead } from './trace-head.ts';
import type { AttentionOptions, AttentionParameters, AttentionTrace } from './types.ts';

const requireFit = (
  rule: string,
  holds: boolean,
  operands: Readonly<Record<string, Matrix>>,
): void => {
  if (holds) return;
  const got = Object.entries(operands).map(([name, m]) => `${name} ${shapeOf(m)}`);
  throw new ShapeError(`attend: ${rule}, got ${got.join(', ')}`);
};

const requireShapes = (
  x: Matrix,
  { wq, wk, wv, wo }: AttentionParameters,
  nHeads: number,
  memory: Matrix | undefined,
): void => {
  requireMatrices('attend', {
    x,
    ...(memory === undefined ? {} : { memory }),
    wq,
    wk,
    wv,
    ...(wo === undefined ? {} : { wo }),
  });
  const source = memory ?? x;
  const name = memory === undefined ? 'x' : 'memory';
  requireFit('x.cols must equal wq.rows', x.cols === wq.rows, { x, wq });
  requireFit(`${name}.cols must equal wk.rows`, source.cols === wk.rows, { [name]: source, wk });
  requireFit(`${name}.cols must equal wv.rows`, source.cols === wv.rows, { [name]: source, wv });
  requireFit('wk.cols must equal wq.cols', wk.cols === wq.cols, { wq, wk });
  requireFit('wv.cols must equal wq.cols', wv.cols === wq.cols, { wq, wv });
  if (wo !== undefined) {
    requireFit('wo.rows must equal wq.cols', wo.rows === wq.cols, { wq, wo });
  }
  if (!Number.isInteger(nHeads) || nHeads < 1 || wq.cols % nHeads !== 0) {
    throw new ShapeError(
      `attend: nHeads must be a whole number that divides wq.cols, got nHeads ${nHeads}, x ${shapeOf(x)}, wq ${shapeOf(wq)}`,
    );
  }
};

/**
 * concat(head₀ … head₍h₋₁₎)·wo with headᵢ = attendHead(x·wqᵢ, s·wkᵢ, s·wvᵢ), s = memory ?? x.
 * x: nQ×d, memory: nK×dMemory, wq: d×dModel, wk and wv: s.cols×dModel, wo: dModel×dOut → output nQ×dOut.
 * Head i owns columns i·dK … (i+1)·dK of wq, wk and wv. scale is 1/√dK by default. Float32 stages are rounded from
 * double precision, each once.
 * Throws ShapeError for shapes that do not fit, mixed array kinds, or a head count that does not divide dModel.
 * Vaswani et al. 2017, 3.2.2.
 */
export const attend = (
  x: Matrix,
  parameters: AttentionParameters,
  options: AttentionOptions,
  memory?: Matrix,
): AttentionTrace => {
  const { nHeads, causal, scale } = options;
  requireShapes(x, parameters, nHeads, memory);
  const { wq, wk, wv, wo } = parameters;
  // Float32 is computed with in double precision: a score is a small difference of large products, and rounding
  // q and k before it would show. Every stage is rounded once, when it is returned.
  const project = (m: Matrix, w: Matrix): Matrix => matmul(toFloat64(m), toFloat64(w));
  const source = memory ?? x;
  const [q, k, v] = [project(x, wq), project(source, wk), project(source, wv)];
  const dK = wq.cols / nHeads;
  const heads = Array.from({ length: nHeads }, (_, head) => {
    const own = (m: Matrix): Matrix => sliceCols(m, head * dK, (head + 1) * dK);
    return traceHead(own(q), own(k), own(v), { causal, scale });
  });
  const wide = concatCols(heads.map(({ context }) => context));
  const concat = toKindOf(x, wide);
  return {
    inputs: { x, ...(memory === undefined ? {} : { memory }), parameters, options },
    heads: heads.map((head) => roundHead(x, head)),
    concat,
    output: wo === undefined ? concat : toKindOf(x, project(wide, wo)),
  };
};

/** What attention costs for a given shape: counts of multiplications, of numbers and of bytes, by formula. */

export interface ModelShape {
  /** Tokens in the context. */
  readonly n: number;
  readonly dModel: number;
  readonly nHeads: number;
  readonly nLayers: number;
}

export interface Cost {
  /** Numbers in all weight matrices of attention: every layer has n_heads·n² of them. */
  readonly weightCells: number;
  /** Multiplications of the four projections, 4·n·d² a layer. */
  readonly projections: number;
  /** Multiplications of Q·Kᵀ and A·V, 2·n²·d a layer. */
  readonly attention: number;
  /** Parameters of the four projections, 4·d² a layer. */
  readonly parameters: number;
}

/** Counts for every layer together, as if each were dense and without a mask (which would halve Q·Kᵀ and A·V). */
export const costOf = ({ n, dModel, nHeads, nLayers }: ModelShape): Cost => ({
  weightCells: nLayers * nHeads * n ** 2,
  projections: nLayers * 4 * n * dModel ** 2,
  attention: nLayers * 2 * n ** 2 * dModel,
  parameters: nLayers * 4 * dModel ** 2,
});

/** Bytes of one number in each kind (IEEE 754). */
export const numberBytes = { float32: 4, float16: 2 } as const;

export type NumberKind = keyof typeof numberBytes;

/** How long all multiplications of attention take at `rate` multiplications a second, one after the other. */
export const secondsOf = ({ projections, attention }: Cost, rate: number): number =>
  (projections + attention) / rate;

/** The two marks a text may carry inside it, `{t:3}` and `{m:W_Q}`; the interface draws them as a token chip and as a typeset symbol. */

/** The chip of the token with this index. */
export const tk = (index: number): string => `{t:${String(index)}}`;

/** A matrix shape, as in 5×9. */
export const shape = (rows: number, cols: number): string => `${String(rows)}×${String(cols)}`;

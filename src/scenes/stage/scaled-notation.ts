/** What scaled scores are called: by what they are divided. */
import type { State } from '../../store/index.ts';

type Scaling = Pick<State, 'scaled' | 'divisor' | 'temperature'>;

/** √d_k or the reader's own number, and the temperature; '' where scores are divided by nothing. */
export const divisorNotation = ({ scaled, divisor, temperature }: Scaling): string =>
  [
    ...(scaled ? [divisor === null ? '√d_k' : String(divisor)] : []),
    ...(temperature === 1 ? [] : [String(temperature)]),
  ].join('·');

/** `S/√d_k`, `S/4`, `S/(√d_k·2)`; `S` where nothing divides. */
export const scaledNotation = (scaling: Scaling): string => {
  const by = divisorNotation(scaling);
  if (by === '') return 'S';
  return by.includes('·') ? `S/(${by})` : `S/${by}`;
};

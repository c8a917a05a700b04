/** The decoder's reference case as parameters, in either kind of array. */
import { parameterNames, type DecoderParameters } from '../../src/decoder/index.ts';
import { matrixFromRows, readFixture, type Kind, type Rows } from './fixtures.ts';

type ParameterRows = Readonly<Record<keyof DecoderParameters, Rows>>;

export interface DecoderReference {
  readonly nHeads: number;
  readonly parameters: ParameterRows;
  readonly forward: {
    readonly tokens: readonly number[];
    readonly weights: readonly Rows[];
  } & Readonly<Record<'x' | 'y' | 'z' | 'logits' | 'probabilities', Rows>>;
}

export const decoderReference = readFixture<DecoderReference>('decoder-case.json');

/** The reference parameters as matrices. */
export const referenceParameters = (kind: Kind = 'Float64'): DecoderParameters =>
  Object.fromEntries(
    parameterNames.map((name) => [name, matrixFromRows(decoderReference.parameters[name], kind)]),
  ) as unknown as DecoderParameters;

/** The decoder's reference case as parameters, in either kind of array. */
import { mapParameters, type DecoderParameters } from '../../src/decoder/index.ts';
import { matrixFromRows, readFixture, type Kind, type Rows } from './fixtures.ts';

type ParameterRows = Readonly<Record<keyof DecoderParameters, Rows>>;

export interface DecoderReference {
  readonly nHeads: number;
  readonly parameters: ParameterRows;
  readonly forward: {
    readonly tokens: readonly number[];
    readonly weights: readonly Rows[];
  } & Readonly<Record<'x' | 'y' | 'z' | 'logits' | 'probabilities', Rows>>;
  /** What the loss is taken over; its value and its gradient in every parameter follow. */
  readonly sequences: readonly (readonly number[])[];
  readonly loss: number;
  readonly gradients: ParameterRows;
  readonly adamW: {
    readonly learningRate: number;
    readonly beta1: number;
    readonly beta2: number;
    readonly epsilon: number;
    readonly weightDecay: number;
    /** The loss before each of the steps. */
    readonly losses: readonly number[];
    /** After the last of them. */
    readonly parametersAfter: ParameterRows;
  };
}

export const decoderReference = readFixture<DecoderReference>('decoder-case.json');

/** The reference parameters as matrices. */
export const referenceParameters = (kind: Kind = 'Float64'): DecoderParameters =>
  mapParameters((name) => matrixFromRows(decoderReference.parameters[name], kind));

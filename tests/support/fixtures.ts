/** Reads the reference values, and turns their nested arrays into matrices. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromData, type Matrix } from '../../src/math/index.ts';

/** JSON has no infinities: null in a masked matrix means −Infinity. */
export type Rows = readonly (readonly (number | null)[])[];

export const kinds = ['Float64', 'Float32'] as const;
export type Kind = (typeof kinds)[number];

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file of tests/fixtures, parsed; its shape is the caller's claim. */
export const readFixture = <Content>(name: string): Content =>
  JSON.parse(readFileSync(`${root}tests/fixtures/${name}`, 'utf8')) as Content;

/** A file of the reference folder beside the project, or null where the project stands alone. */
export const readReference = <Content>(name: string): Content | null => {
  const path = `${root}../shared/reference/${name}`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Content) : null;
};

/** Row-major numbers as a matrix of either kind. */
export const matrixFrom = (
  rows: number,
  cols: number,
  data: readonly number[],
  kind: Kind = 'Float64',
): Matrix =>
  fromData(rows, cols, kind === 'Float32' ? Float32Array.from(data) : Float64Array.from(data));

/** The rows of a fixture as a matrix of either kind. */
export const matrixFromRows = (rows: Rows, kind: Kind = 'Float64'): Matrix =>
  matrixFrom(
    rows.length,
    rows[0]?.length ?? 0,
    rows.flat().map((value) => value ?? -Infinity),
    kind,
  );

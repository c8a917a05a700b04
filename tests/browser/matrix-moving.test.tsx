/** Cells on their way, and cells that belong to two tokens. */
import { render } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromRows } from '../../src/math/index.ts';
import { MatrixView, metricsFor, mix, palettes, tokenHue } from '../../src/viz/index.ts';
import { all, loadScenes, mountScene, one } from './support.tsx';

const space = { width: 800, height: 600 };
const palette = palettes.light;

const draw = (overrides: Partial<Parameters<typeof MatrixView>[0]> = {}): HTMLElement =>
  render(
    <svg width={400} height={400}>
      <MatrixView
        id={{ matrix: 'scores' }}
        matrix={fromRows([
          [1, -2],
          [-Infinity, 0.5],
        ])}
        x={0}
        y={0}
        cell={50}
        metrics={metricsFor('reader', space, space)}
        palette={palette}
        rule="signed"
        domain={2}
        round={false}
        hueOf={null}
        emphasisOf={() => 'plain'}
        label="scores"
        cellLabel={() => 'cell'}
        {...overrides}
      />
    </svg>,
  ).container;

beforeAll(loadScenes);

const cellIn = (root: HTMLElement, row: number, col: number): SVGGElement =>
  one<SVGGElement>(root, `[data-row="${row}"][data-col="${col}"]`);

describe('a cell on its way', () => {
  const box = (root: HTMLElement) => {
    const cell = cellIn(root, 0, 1);
    const { e, f } = cell.getCTM() ?? { e: NaN, f: NaN };
    return [e, f, Number(cell.querySelector('rect')?.getAttribute('width'))];
  };

  it('is where its seat says', () => {
    expect(box(draw({ seatOf: (row, col) => ({ x: 7 + col, y: 9 + row }) }))).toEqual([8, 9, 50]);
  });

  it('has the size of its seat', () => {
    expect(box(draw({ seatOf: () => ({ x: 0, y: 0, size: 20 }) }))).toEqual([0, 0, 20]);
  });

  it('leaves its number out while it has no room for it', () => {
    const texts = (size: number): number =>
      all(draw({ seatOf: () => ({ x: 0, y: 0, size }) }), '[data-row] text').length;
    expect([texts(20), texts(46)]).toEqual([0, 4]);
  });
});

describe('a cell that belongs to two tokens', () => {
  const pairs = () =>
    draw({
      hueOf: (row) => tokenHue(palette, row),
      cornerOf: (col) => tokenHue(palette, col),
    });
  const cornerOf = (root: HTMLElement, row: number, col: number): string | null | undefined =>
    cellIn(root, row, col).querySelector('path[d*="Z"]')?.getAttribute('fill');

  it('has its row’s hue, and in its corner its column’s, as strong as the value is large', () => {
    const root = pairs();
    const strength = 0.12 + 0.88 * 0.5;
    const ground = cellIn(root, 0, 0).querySelectorAll('rect')[1]?.getAttribute('fill');
    expect([ground, cornerOf(root, 0, 0)]).toEqual([
      mix(palette.paper, tokenHue(palette, 0), strength),
      mix(palette.paper, tokenHue(palette, 0), strength),
    ]);
    expect(cornerOf(root, 0, 1)).toBe(mix(palette.paper, tokenHue(palette, 1), 1));
  });

  it('has no corner where the mask blocks it', () => {
    expect(cornerOf(pairs(), 1, 0)).toBeUndefined();
  });

  it('is drawn for scores in the fill by token alone', () => {
    const corners = (fill: 'token' | 'value', matrix: string): number =>
      all(mountScene({ step: 'scores', fill }).container, `[data-matrix="${matrix}"] path[d*="Z"]`)
        .length;
    expect([corners('token', 'scores'), corners('token', 'q'), corners('value', 'scores')]).toEqual(
      [25, 0, 0],
    );
  });
});

describe('the transposed operand', () => {
  const drawAt = (moment: number) => {
    const { container } = mountScene({ step: 'scores', moment });
    const cell = (row: number, col: number): Element =>
      one(container, `[data-matrix="k"] [data-row="${row}"][data-col="${col}"]`);
    return {
      left: (row: number, col: number): number =>
        Math.round(cell(row, col).getBoundingClientRect().left),
      product: getComputedStyle(one(container, '[data-matrix="scores"]')).visibility,
    };
  };

  it('stands as rows at first, in the product’s place, and the product comes behind it', async () => {
    const { left, product } = drawAt(0);
    expect(left(3, 0)).toBe(left(0, 0));
    expect(left(0, 1)).toBeGreaterThan(left(0, 0));
    expect(product).toBe('hidden');
  });

  it('lies as columns when the product begins', () => {
    const { left, product } = drawAt(0.5);
    expect(left(0, 1)).toBe(left(0, 0));
    expect(left(1, 0)).toBeGreaterThan(left(0, 0));
    expect(product).toBe('visible');
  });
});

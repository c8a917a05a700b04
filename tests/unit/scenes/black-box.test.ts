/** The stack of layers, held against the trace and the library; and where its small matrices stand. */
import { describe, expect, it } from 'vitest';
import { attend } from '../../../src/attention/index.ts';
import { layerNorm } from '../../../src/decoder/index.ts';
import { add, toRows } from '../../../src/math/index.ts';
import { selectTrace } from '../../../src/store/index.ts';
import { metricsFor } from '../../../src/viz/index.ts';
import { stripLayout } from '../../../src/scenes/black-box/layout.ts';
import { layerCounts, stacked } from '../../../src/scenes/black-box/stack.ts';
import { stateWith } from '../store/samples.ts';

const trace = selectTrace(stateWith({ step: 'black-box' }));

describe('the stack', () => {
  const layers = stacked(trace, layerCounts.most);

  it('has as its first layer the first half of the decoder', () => {
    expect(toRows(layers[0]!)).toEqual(toRows(trace.y));
  });

  it('gives each layer what the one before made', () => {
    const { parameters: p } = trace.inputs;
    for (const [index, layer] of layers.entries()) {
      const x = layers[index - 1] ?? trace.x;
      const { output } = attend(x, p, { nHeads: 3, causal: false });
      expect(toRows(layer)).toEqual(toRows(layerNorm(add(x, output), p.norm1Gain, p.norm1Bias)));
    }
  });

  it('keeps the shape of X in all 96, and no number is lost', () => {
    const shapes = layers.map(({ rows, cols, data }) => [rows, cols, data.every(Number.isFinite)]);
    expect(shapes).toEqual(Array.from({ length: 96 }, () => [trace.x.rows, trace.x.cols, true]));
  });

  it('is the shorter stack’s beginning', () => {
    expect(stacked(trace, 3).map(toRows)).toEqual(layers.slice(0, 3).map(toRows));
  });

  it('follows the reader’s switches', () => {
    const masked = selectTrace(stateWith({ step: 'black-box', causalChoice: true, headsOff: [1] }));
    expect(toRows(stacked(masked, 1)[0]!)).toEqual(toRows(masked.y));
    expect(toRows(masked.y)).not.toEqual(toRows(trace.y));
  });
});

describe('the strip', () => {
  const shape = { rows: 5, cols: 9 };
  const areas = [
    { x: 4, y: 300, width: 780, height: 220 },
    { x: 4, y: 500, width: 290, height: 210 },
    { x: 240, y: 0, width: 230, height: 240 },
  ];
  const counts = Array.from({ length: 96 }, (_, index) => index + 2);

  it.each(areas)('keeps every matrix inside $width×$height', (area) => {
    const metrics = metricsFor('reader', area, area);
    const outside = counts.filter((count) => {
      const { perLine, pitchX, pitchY, left, top, cell, above } = stripLayout(
        area,
        count,
        shape,
        metrics,
      );
      const lines = Math.ceil(count / perLine);
      const right = left + (Math.min(perLine, count) - 1) * pitchX + shape.cols * cell;
      const bottom = top + (lines - 1) * pitchY + above + shape.rows * cell;
      return left < area.x || right > area.x + area.width || bottom > area.y + area.height;
    });
    expect(outside).toEqual([]);
  });
});

/** The ONNX project's own backend tests of its Attention operator, where the reference folder is at hand. */
import { describe, expect, it } from 'vitest';
import { readReference } from '../../support/fixtures.ts';
import { knownAttributes, runOnnxCase, type OnnxCase } from '../../support/onnx.ts';

const reference = readReference<{ cases: readonly OnnxCase[] }>('onnx-attention-core.json');

if (reference === null) {
  const reason = '../shared/reference/onnx-attention-core.json is not there';
  console.warn(`SKIPPED: 34 ONNX attention cases, because ${reason}`);
  describe.skip(`ONNX attention cases (skipped: ${reason})`, () => {
    it('is skipped', () => {});
  });
} else {
  describe('ONNX attention cases, to 1e-6', () => {
    it('has all 34 cases', () => {
      expect(reference.cases).toHaveLength(34);
    });

    it('has no attribute that the loops would ignore', () => {
      const attributes = reference.cases.flatMap((c) => Object.keys(c.attributes));
      expect(attributes.filter((name) => !knownAttributes.includes(name))).toEqual([]);
    });

    it.each(reference.cases)('$name', (c) => {
      const all = runOnnxCase(c);
      const length = Object.values(c.outputs).reduce((sum, { data }) => sum + data.length, 0);
      expect(all).toHaveLength(length);
      const off = all
        .filter(
          ({ got, want }) =>
            got !== want && !(Math.abs(got - want) <= 1e-6 * Math.max(1, Math.abs(want))),
        )
        .map(
          ({ output, index, got, want }) =>
            `${c.name}, ${output}[${index}]: got ${got}, want ${want}`,
        );
      expect(off.slice(0, 10), `${off.length} entries off`).toEqual([]);
    });
  });
}

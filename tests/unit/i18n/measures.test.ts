/** The words and figures that the narration chooses from the current values. */
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/i18n/facts.ts';
import {
  decimal,
  distinctTopKeys,
  maskedPart,
  percent,
  readRow,
  shareSize,
  usableKeys,
} from '../../../src/i18n/measures.ts';
import { example } from './samples.ts';

describe('percent', () => {
  test.each([
    [0, '0%'],
    [0.001, '<1%'],
    [0.006, '1%'],
    [0.524, '52%'],
    [0.994, '99%'],
    [0.9951, '>99%'],
    [1, '100%'],
    [1 - 1e-12, '100%'],
  ])('%d is %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});

test('decimal prints two places and a true minus', () => {
  expect([decimal(1.005 + 1e-9), decimal(-0.3)]).toEqual(['1.01', '−0.30']);
});

describe('shareSize', () => {
  test.each([
    [0.2, 'part'],
    [0.454, 'part'],
    [0.455, 'about half'],
    [0.544, 'about half'],
    [0.546, 'over half'],
    [0.66, 'over half'],
    [0.67, 'most'],
    [0.99, 'most'],
    [0.996, 'all'],
  ] as const)('%d is %s', (share, size) => {
    expect(shareSize(share)).toBe(size);
  });
});

describe('readRow', () => {
  const read = (change: Partial<Facts>) => readRow({ ...example, ...change });

  test('the first row under the mask has only itself', () => {
    expect(read({ causal: true, query: 0, topKey: 0, topShare: 1 })).toBe('only itself');
  });
  test('a largest weight after the query is only said to be later', () => {
    expect(read({ query: 2, topKey: 3, topShare: 0.9 })).toBe('later');
  });
  test('nearly equal shares are even', () => {
    expect(read({ topShare: 0.21 })).toBe('even');
    expect(read({ topShare: 0.24 })).toBe('part');
  });
  test('evenness counts only the keys that the mask leaves', () => {
    expect(read({ causal: true, query: 1, topKey: 0, topShare: 0.51 })).toBe('even');
  });
});

test('the mask leaves a row the tokens up to its own', () => {
  expect(usableKeys({ ...example, causal: true, query: 1 })).toBe(2);
  expect(usableKeys({ ...example, causal: false, query: 1 })).toBe(5);
});

test('heads that agree count once', () => {
  expect(
    distinctTopKeys({ ...example, heads: [0, 2, 0].map((topKey) => ({ topKey, topShare: 0.5 })) }),
  ).toBe(2);
});

test('the mask spares the cells above the diagonal', () => {
  expect(maskedPart(5)).toBeCloseTo(10 / 25, 12);
  expect(maskedPart(1)).toBe(0);
});

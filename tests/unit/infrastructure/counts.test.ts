/** `N passed, N failed`: whatever went wrong in a runner is at least one failure. */
import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, total } from '../../../scripts/lib/counts.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe('countVitest', () => {
  test('counts tests', () => {
    const report = {
      success: false,
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')],
    };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1 });
  });

  test('a file that did not load is one failure', () => {
    const report = {
      success: false,
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [file('failed'), file('passed', 'passed')],
    };
    expect(countVitest(report)).toEqual({ passed: 1, failed: 1 });
  });

  test('a run that failed outside every test is one failure', () => {
    const report = { success: false, numPassedTests: 1, numFailedTests: 0, testResults: [] };
    expect(countVitest(report)).toEqual({ passed: 1, failed: 1 });
  });
});

describe('countPlaywright', () => {
  test('flaky tests and errors outside tests are failures', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: ['no server'] };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3 });
  });
});

test('total adds up', () => {
  const counts = [
    { passed: 1, failed: 2 },
    { passed: 3, failed: 0 },
  ];
  expect(total(counts)).toEqual({ passed: 4, failed: 2 });
});

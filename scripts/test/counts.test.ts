import { expect, test } from 'vitest';
import { addCounts, closingLine, playwrightCounts, vitestCounts } from './counts.mjs';

const vitest = (passed: number, more = {}) => ({
  numPassedTests: passed,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...more,
});

test('counts of all parts are added into the closing line', () => {
  const total = addCounts([
    { passed: 12, failed: 0 },
    { passed: 300, failed: 2 },
  ]);
  expect(closingLine(total)).toBe('312 passed, 2 failed');
});

test('a run without failures counts what passed', () => {
  expect(vitestCounts(vitest(40), 0)).toEqual({ passed: 40, failed: 0 });
});

test('skipped tests and tests to be written are failures', () => {
  expect(vitestCounts(vitest(40, { numPendingTests: 2, numTodoTests: 1 }), 0)).toEqual({
    passed: 40,
    failed: 3,
  });
});

test('a file that could not be read is a failure, one with failed tests is not counted again', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(vitestCounts(vitest(1, { numFailedTests: 1, testResults }), 1)).toEqual({ passed: 1, failed: 2 });
});

test('an error outside of the tests is a failure', () => {
  expect(vitestCounts(vitest(40), 1)).toEqual({ passed: 40, failed: 1 });
  expect(playwrightCounts({ stats: { expected: 7 } }, 1)).toEqual({ passed: 7, failed: 1 });
});

test('a tour that passed only at the second try, or was skipped, has failed', () => {
  const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{ message: 'x' }] };
  expect(playwrightCounts(report, 1)).toEqual({ passed: 7, failed: 4 });
});

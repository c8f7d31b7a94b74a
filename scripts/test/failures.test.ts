import { expect, test } from 'vitest';
import { playwrightFailures, vitestFailures } from './failures.mjs';

test('each test that failed is told with its file, name and cause', () => {
  const failure = {
    status: 'failed',
    fullName: 'the feed > misses nothing',
    failureMessages: ['expected 3\nto be 4'],
  };
  const testResults = [
    { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [failure, { status: 'passed' }] },
    { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [{ status: 'passed' }] },
  ]; // prettier-ignore
  expect(vitestFailures({ testResults })).toEqual([
    '✗ a.test.ts > the feed > misses nothing\n  expected 3\n  to be 4',
    '✗ b.test.ts > could not be read\n  no such module',
  ]);
});

test('each tour that failed is told with the browser it ran in, however deep it stands', () => {
  const tour = (title: string, status: string) => ({
    file: 'list.spec.ts',
    title,
    tests: [{ projectName: 'phone', status, results: [{ error: { message: 'not visible' } }] }],
  });
  const report = { suites: [{ specs: [], suites: [{ specs: [tour('lists', 'unexpected'), tour('opens', 'expected')] }] }] }; // prettier-ignore
  expect(playwrightFailures(report)).toEqual(['✗ list.spec.ts > lists [phone]\n  not visible']);
});

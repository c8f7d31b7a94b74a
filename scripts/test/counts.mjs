/** Sums counts `{passed, failed}`. */
export function addCounts(list) {
  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of list) {
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * Counts of a vitest JSON report. A test that is skipped or still to be written is a promise not kept, a file that
 * could not be read a failure of its own, and an exit code without a failed test an error outside the tests.
 */
export function vitestCounts(report, exitCode) {
  const brokenFiles = (report.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const failed =
    report.numFailedTests + (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0) + brokenFiles;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** Counts of a Playwright JSON report. A tour that passes only at the second try has failed. */
export function playwrightCounts(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {};
  const failed = unexpected + flaky + skipped + (report.errors ?? []).length;
  return { passed: expected, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** Lines of a failure's message that are told once more at the end: the cause, and not its whole stack. */
const LINES = 25;

/**
 * What failed in a vitest JSON report, each with its file, name and cause. Told again behind everything else, for
 * whoever sees only the end of a long run.
 */
export function vitestFailures(report) {
  return (report.testResults ?? []).flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [told(name, 'could not be read', message)];
    return failed.map((result) => told(name, result.fullName, result.failureMessages?.[0]));
  });
}

/** What failed in a Playwright JSON report, also what passed at the second try only. */
export function playwrightFailures(report) {
  const specs = ({ specs: own = [], suites = [] }) => [...own, ...suites.flatMap(specs)];
  return specs(report).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const broken = results.find(({ error }) => error);
        return told(file, `${title} [${projectName}]`, broken?.error.message);
      }),
  );
}

function told(file, title, message) {
  return [`✗ ${file} > ${title}`, ...(message ?? 'no message').split('\n').slice(0, LINES)].join('\n  ');
}

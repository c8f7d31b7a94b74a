import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LaunchError } from '../launch/launch-error.mjs';
import { createLog, seconds } from '../launch/log.mjs';
import { main } from '../launch/main.mjs';
import { ensurePackages } from '../launch/npm-ci.mjs';
import { addCounts, closingLine } from './counts.mjs';
import { SUITES } from './suites.mjs';

const log = createLog();
const began = performance.now();

await main(
  async ({ lifecycle }) => {
    const chosen = chooseSuites(process.argv.slice(2));
    const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
    const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    lifecycle.own({ stop: async () => remove(), kill: remove });

    const counts = {};
    try {
      await ensurePackages({ log });
      for (const suite of chosen) {
        log.line(`\n── ${suite.name} ──`);
        const start = performance.now();
        counts[suite.name] = await runSuite(suite, { log, lifecycle, folder });
        lifecycle.check();
        const { passed, failed } = counts[suite.name];
        log.line(
          `── ${suite.name}: ${passed} passed · ${failed} failed (${seconds(performance.now() - start)})`,
        );
      }
    } catch (error) {
      if (lifecycle.stopping) throw error;
      log.line(describe(error));
      counts['set-up'] = { passed: 0, failed: 1 };
    }
    await lifecycle.stop().catch((error) => log.line(error.stack));
    for (const { failures = [] } of Object.values(counts)) for (const text of failures) log.line(`\n${text}`);
    const total = addCounts(Object.values(counts));
    log.line(`\n${summary(counts)}in all       ${seconds(performance.now() - began)}`);
    log.line(closingLine(total));
    return total.failed > 0 || total.passed === 0 ? 1 : 0;
  },
  { log },
);

/** A suite that breaks, or that runs nothing, is a failure: silence proves nothing. */
async function runSuite(suite, context) {
  try {
    const counts = await suite.run(context);
    if (counts.passed + counts.failed > 0) return counts;
    log.line('   no test was run');
  } catch (error) {
    if (context.lifecycle.stopping) throw error;
    log.line(describe(error));
  }
  return { passed: 0, failed: 1 };
}

function chooseSuites(names) {
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = SUITES.map(({ name }) => name).join(', ');
    throw new LaunchError(`no part of the tests is called ${unknown.join(', ')}: there are ${known}`);
  }
  return names.length === 0 ? SUITES : SUITES.filter(({ name }) => names.includes(name));
}

function describe(error) {
  return error instanceof LaunchError ? error.message : (error.stack ?? String(error));
}

/** One line for each part, in a form that nobody takes for the closing line. */
function summary(counts) {
  return Object.entries(counts)
    .map(([name, { passed, failed }]) => `${name.padEnd(12)} ${passed} passed · ${failed} failed\n`)
    .join('');
}

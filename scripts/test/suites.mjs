import { join } from 'node:path';
import { buildAll } from '../launch/build.mjs';
import { root } from '../launch/paths.mjs';
import { anyPort } from '../launch/ports.mjs';
import { serviceEnvironment, startServices } from '../launch/services.mjs';
import { startSystem } from '../launch/system.mjs';
import { ensureBrowser } from './browser.mjs';
import { addCounts, playwrightCounts, vitestCounts } from './counts.mjs';
import { playwrightFailures, vitestFailures } from './failures.mjs';
import { checkScriptSizes } from './js-budget.mjs';
import { openMembersDoor } from './members-door.mjs';
import { runChecks } from './run-checks.mjs';
import { runReported } from './run-reported.mjs';
import { beginTours } from './tours-clock.mjs';
import { createLifecycle } from '../launch/lifecycle.mjs';

const MINUTE = 60_000;
/** Of the tours: an hour a minute. */
const CLOCK_RATE = 60;
const VITEST = join(root, 'node_modules/vitest/vitest.mjs');
const PLAYWRIGHT = join(root, 'node_modules/@playwright/test/cli.js');

/** Parts of `npm test` in the order they run, the quick ones first. Each answers `{passed, failed, failures?}`. */
export const SUITES = [
  { name: 'check', run: ({ log }) => runChecks({ log }) },
  {
    name: 'build',
    run: async ({ log }) => {
      await log.step('build', buildAll);
      const checks = [{ name: 'JavaScript of each page', run: checkScriptSizes }];
      const { passed, failed } = await runChecks({ log, checks });
      return { passed: 1 + passed, failed };
    },
  },
  {
    name: 'unit',
    run: ({ folder }) => runVitest(['unit', 'work'], { folder, env: {}, limitMs: 20 * MINUTE }),
  },
  { name: 'integration', run: runIntegration },
  { name: 'tours', run: runTours },
];

/** How many files of the integration tests run at the same time: they wait for the stores as much as they reckon. */
const LANES = 2;

/** Against a Neo4j and a Redis of this run for each lane, empty at first; other processes are started as built. */
function runIntegration({ log, lifecycle, folder }) {
  return withOwnLifecycle(lifecycle, async (own) => {
    await log.step('build', buildAll);
    const stores = [];
    for (let lane = 1; lane <= LANES; lane += 1) {
      const dataDir = join(folder, `integration-${lane}`);
      const services = await startServices({
        dataDir,
        log,
        lifecycle: own,
        embeddedOnly: true,
        neo4jPort: await anyPort(),
        redisPort: await anyPort(),
      });
      stores.push({ ...serviceEnvironment(services), THROUGHLINE_DATA: dataDir });
    }
    const env = { STORES_OF_WORKERS: JSON.stringify(stores), TESTED_AS_BUILT: '1' };
    return runVitest(['integration'], { folder, env, limitMs: 60 * MINUTE });
  });
}

/** Each size of screen against a world of its own: in the time that both take, more than a day passes there, and trains arrive. */
async function runTours(parts) {
  const desktop = await runToursOf('desktop', parts);
  const phone = await runToursOf('phone', parts);
  return { ...addCounts([desktop, phone]), failures: [...desktop.failures, ...phone.failures] };
}

/** In a browser, against the built system playing the sample world. */
function runToursOf(size, { log, lifecycle, folder }) {
  return withOwnLifecycle(lifecycle, async (own) => {
    const chromium = await ensureBrowser({ log });
    const dataDir = join(folder, `tours-${size}`);
    beginTours(dataDir, CLOCK_RATE);
    const keeping = { dataDir, log, lifecycle: own, onLost: () => {} };
    const system = await startSystem({
      ...keeping,
      empty: false,
      clockRate: CLOCK_RATE,
      webPort: await anyPort(),
      embeddedOnly: true,
      servicePorts: { neo4jPort: await anyPort(), redisPort: await anyPort() },
      prepare: () => log.step('build', buildAll),
      // Tours receive webhooks themselves, and nearly all of them are of somebody who sees everything; one reads no language that exists.
      settings: { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1', ACCESS: 'open', PSEUDO_MESSAGES: '1' },
    });
    const members = await openMembersDoor({ system, ...keeping });
    const report = join(folder, `tours-${size}.json`);
    const { exitCode, report: result } = await runReported({
      args: [
        PLAYWRIGHT,
        'test',
        '-c',
        'web/playwright.config.ts',
        '--reporter=list,json',
        `--project=${size}`,
        // Each run empties its folder first.
        `--output=${join(root, 'web/test-results', size)}`,
      ],
      report,
      limitMs: 25 * MINUTE,
      env: {
        ...system.env,
        CHROMIUM_PATH: chromium,
        BASE_URL: system.urls.web,
        ...members,
        SAMPLE_NUMBERS: JSON.stringify(system.sampleNumbers),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
      },
    });
    return { ...playwrightCounts(result, exitCode), failures: playwrightFailures(result) };
  });
}

async function runVitest(projects, { folder, env, limitMs }) {
  const report = join(folder, `${projects[0]}.json`);
  const { exitCode, report: result } = await runReported({
    args: [
      VITEST,
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
    limitMs,
    env,
  });
  return { ...vitestCounts(result, exitCode), failures: vitestFailures(result) };
}

/** What a suite starts is stopped when it ends, and also when the whole run is stopped. */
async function withOwnLifecycle(outer, work) {
  const own = createLifecycle();
  const owned = outer.own({ stop: () => own.stop(), kill: () => own.kill() });
  try {
    return await work(own);
  } finally {
    await own.stop();
    outer.disown(owned);
  }
}

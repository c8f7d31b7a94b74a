import { join } from 'node:path';
import { openClock } from './clock.mjs';
import { root } from './paths.mjs';
import { LOOPBACK, findPort } from './ports.mjs';
import { startProcess } from './processes.mjs';
import { run } from './run.mjs';
import { sampleNumbersOf } from './sample-numbers.mjs';
import { startServices } from './services.mjs';
import { systemEnvironment, webEnvironment } from './system-environment.mjs';

/**
 * Room for the short-lived objects of a few messages, kept also when nothing comes for a while: collecting them in Node's
 * small default cost a tenth of the CPU, and in room that was given back as much again.
 */
const INGEST_NODE = ['--min-semi-space-size=128', '--max-semi-space-size=128', '--no-memory-reducer'];
const SAMPLE_LIMIT_MS = 15 * 60_000;

/**
 * Starts the whole built system on `dataDir`: backing services, migrations, ingest, API, web and, unless `empty`, the
 * sample world. Answers `{urls, sampleNumbers, env, services, processes}` once everything is ready.
 * `prepare` is what our own code needs before it runs: the build, made while the database starts. `settings` stand beside those of the
 * environment.
 */
export async function startSystem({
  dataDir,
  log,
  lifecycle,
  onLost,
  empty,
  clockRate,
  webPort,
  embeddedOnly,
  prepare,
  servicePorts = {},
  settings = {},
}) {
  const taken = new Set();
  const ports = {
    web: await findPort(webPort, { taken }),
    api: await findPort(webPort + 1, { taken }),
    ingest: await findPort(webPort + 2, { taken }),
    // The sample world's shore station sends AIS here; 10110 is the port registered for NMEA 0183.
    ais: empty ? null : await findPort(10_110, { taken }),
  };
  const [services] = await Promise.all([
    startServices({ dataDir, log, lifecycle, taken, embeddedOnly, onLost, ...servicePorts }),
    prepare(),
  ]);
  lifecycle.check();

  const clock = openClock({ dataDir, rate: clockRate, lifecycle });
  const urls = {
    web: `http://${LOOPBACK}:${ports.web}`,
    api: `http://${LOOPBACK}:${ports.api}`,
    ingest: `http://${LOOPBACK}:${ports.ingest}`,
  };
  const env = systemEnvironment(
    { services, clock, urls, dataDir, sampleWorld: !empty, aisPort: ports.ais },
    { ...process.env, ...settings },
  );
  await log.step('database schema', () =>
    run(process.execPath, [join(root, 'ingest/dist/main/migrate.js')], {
      cwd: root,
      env,
      timeoutMs: 10 * 60_000,
    }),
  );

  const context = { dataDir, runDir: services.runDir, log, lifecycle, onLost };
  const start = (label, definition) => log.step(label, () => startProcess({ env, ...definition }, context));
  const ingest = await start(`ingest: ${urls.ingest}`, {
    name: 'ingest',
    order: 3,
    args: [...INGEST_NODE, join(root, 'ingest/dist/main/server.js')],
    readyUrl: `${urls.ingest}/readyz`,
  });
  const api = await start(`API: ${urls.api}`, { name: 'api', ...apiProcess(urls) });
  const web = await start(`web: ${urls.web}`, { name: 'web', ...webProcess(urls, env) });
  const processes = { ingest, api, web };
  if (empty) return { urls, env, services, processes, sampleNumbers: [] };

  const sampleNumbers = [];
  processes['sample-world'] = await start('sample world: the past', {
    name: 'sample-world',
    order: 6,
    args: [join(root, 'ingest/dist/main/sample-world.js')],
    expectLine: 'sample world ready',
    limitMs: SAMPLE_LIMIT_MS,
    onLine: (line) => {
      const numbers = sampleNumbersOf(line);
      if (numbers !== null) sampleNumbers.splice(0, Infinity, ...numbers);
      else if (line !== '' && !line.startsWith('{')) log.line(`  ${line}`);
    },
  });
  return { urls, env, services, processes, sampleNumbers };
}

/** An API at the address that its environment names, too. */
export function apiProcess({ api }) {
  return { order: 4, args: [join(root, 'api/dist/main/server.js')], readyUrl: `${api}/readyz` };
}

/** The pages, of the API that `env` names. */
export function webProcess({ web }, env) {
  const next = join(root, 'node_modules/next/dist/bin/next');
  const args = [next, 'start', join(root, 'web'), '-p', new URL(web).port, '-H', LOOPBACK];
  return { order: 5, args, env: webEnvironment(env), readyUrl: web };
}

// npm run bench -- intake [--json] [--pairs N] [--boxes N]   measures against a store of its own, deleted at the end.
// npm run bench -- lookup [--json] [--sizes N,N]             look-ups over HTTP, as the graph grows.
// npm run bench -- fan-out [--json] [--subscribers N,N]      one change to all who follow the feed.
// npm run bench -- formats [--json] [--pairs N] [--only ID]  measures reading alone, without stores.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildAll } from './launch/build.mjs';
import { openDataFolder } from './launch/data-folder.mjs';
import { createLog } from './launch/log.mjs';
import { main } from './launch/main.mjs';
import { root } from './launch/paths.mjs';
import { run as runQuietly } from './launch/run.mjs';
import { anyPort } from './launch/ports.mjs';
import { serviceEnvironment, startServices } from './launch/services.mjs';

const BENCHES = {
  intake: 'ingest/bench/intake.ts',
  formats: 'ingest/bench/formats.ts',
  lookup: 'api/bench/lookup.ts',
  'fan-out': 'api/bench/fan-out.ts',
};
const WITHOUT_STORES = ['formats'];

const [name = '', ...rest] = process.argv.slice(2);
const script = Object.hasOwn(BENCHES, name) ? BENCHES[name] : null;
if (script === null) {
  console.error(`npm run bench -- <name> [--json]   names: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}

const log = createLog({ out: process.stderr });
/** Runs the bench in a process of its own, which ends with ours. */
function run(lifecycle, env, extra) {
  const args = ['--conditions=development', '--import', 'tsx', join(root, script), ...extra, ...rest];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  lifecycle.own({ stop: async () => child.kill('SIGTERM'), kill: () => child.kill('SIGKILL') });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

await main(
  async ({ lifecycle }) => {
    await log.step('built', async () => {
      await buildAll({ only: 'ingest' });
      return script.startsWith('api/') ? buildAll({ only: 'api' }) : {};
    });
    if (WITHOUT_STORES.includes(name)) return run(lifecycle, process.env, []);
    const dataDir = openDataFolder(null, lifecycle);
    const services = await startServices({
      dataDir,
      log,
      lifecycle,
      embeddedOnly: true,
      neo4jPort: await anyPort(),
      redisPort: await anyPort(),
    });
    const pids = services.pids();
    const env = { ...process.env, ...serviceEnvironment(services) };
    const migrate = join(root, 'ingest/dist/main/migrate.js');
    await runQuietly(process.execPath, [migrate], { cwd: root, env, timeoutMs: 10 * 60_000 });
    return run(lifecycle, env, [`--neo4j-pid=${pids.neo4j}`, `--redis-pid=${pids.redis}`]);
  },
  { log },
);

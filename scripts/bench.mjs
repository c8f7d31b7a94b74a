// npm run bench -- intake [--json] [--pairs N] [--boxes N]   measures against a store of its own, deleted at the end.
// npm run bench -- formats [--json] [--pairs N] [--only ID]  measures reading alone, without stores.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildAll } from './launch/build.mjs';
import { openDataFolder } from './launch/data-folder.mjs';
import { createLog } from './launch/log.mjs';
import { main } from './launch/main.mjs';
import { root } from './launch/paths.mjs';
import { anyPort } from './launch/ports.mjs';
import { serviceEnvironment, startServices } from './launch/services.mjs';

const BENCHES = { intake: 'ingest/bench/intake.ts', formats: 'ingest/bench/formats.ts' };
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
    await log.step('ingest built', () => buildAll({ only: 'ingest' }));
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
    return run(lifecycle, env, [`--neo4j-pid=${pids.neo4j}`, `--redis-pid=${pids.redis}`]);
  },
  { log },
);

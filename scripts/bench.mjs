// npm run bench -- intake [--json] [--pairs N] [--boxes N]   measures against a store of its own, deleted at the end.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDataFolder } from './launch/data-folder.mjs';
import { createLog } from './launch/log.mjs';
import { main } from './launch/main.mjs';
import { root } from './launch/paths.mjs';
import { anyPort } from './launch/ports.mjs';
import { serviceEnvironment, startServices } from './launch/services.mjs';

const BENCHES = { intake: 'ingest/bench/intake.ts' };

const [name = '', ...rest] = process.argv.slice(2);
const script = Object.hasOwn(BENCHES, name) ? BENCHES[name] : null;
if (script === null) {
  console.error(`npm run bench -- <name> [--json]   names: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}

const log = createLog({ out: process.stderr });
await main(
  async ({ lifecycle }) => {
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
    const args = [
      '--conditions=development',
      '--import',
      'tsx',
      join(root, script),
      `--neo4j-pid=${pids.neo4j}`,
      `--redis-pid=${pids.redis}`,
      ...rest,
    ];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...serviceEnvironment(services) },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    lifecycle.own({ stop: async () => child.kill('SIGTERM'), kill: () => child.kill('SIGKILL') });
    return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  },
  { log },
);

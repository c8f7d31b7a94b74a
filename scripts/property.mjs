// npm run property [-- --runs N] [--seed S]   holds promises P2, P3 and P4 on generated histories against a store of its own,
// deleted at the end.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDataFolder } from './launch/data-folder.mjs';
import { createLog } from './launch/log.mjs';
import { main } from './launch/main.mjs';
import { root } from './launch/paths.mjs';
import { anyPort } from './launch/ports.mjs';
import { serviceEnvironment, startServices } from './launch/services.mjs';

const log = createLog({ out: process.stderr });

await main(
  async ({ lifecycle }) => {
    const services = await startServices({
      dataDir: openDataFolder(null, lifecycle),
      log,
      lifecycle,
      embeddedOnly: true,
      neo4jPort: await anyPort(),
      redisPort: await anyPort(),
    });
    const script = join(root, 'scripts/property/run.ts');
    const args = ['--conditions=development', '--import', 'tsx', script, ...process.argv.slice(2)];
    const env = { ...process.env, ...serviceEnvironment(services) };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    lifecycle.own({ stop: async () => child.kill('SIGTERM'), kill: () => child.kill('SIGKILL') });
    return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  },
  { log },
);

import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { within, eventually } from '../deadline.ts';
import { freePort } from '../free-port.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const START_MS = 180_000;

/** A Neo4j and a Redis of a test's own, which their launcher starts again when they end. */
export interface Stores {
  /** Where they are, as the processes of the system read it. */
  readonly env: Readonly<Record<string, string>>;
  /** SIGKILL; resolves when another process runs in its place. */
  killOnce(store: 'neo4j' | 'redis'): Promise<void>;
  stop(): Promise<void>;
}

export async function openStores(data: string): Promise<Stores> {
  const [neo4jPort, redisPort] = [await freePort(), await freePort()];
  const launcher = spawn(
    process.execPath,
    ['scripts/dev-services.mjs', '--data', data, '--neo4j-port', String(neo4jPort), '--redis-port', String(redisPort)],
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
  ); // prettier-ignore
  const env = await within('the stores', settingsFrom(launcher.stdout), START_MS);
  /** The launcher notes what it runs, a file for each process. */
  const pidOf = (store: string): number | null => {
    const [run = ''] = readdirSync(join(data, 'run'));
    const file = readdirSync(join(data, 'run', run)).find((name) => name.endsWith(`-${store}.json`));
    if (!file) return null;
    return (JSON.parse(readFileSync(join(data, 'run', run, file), 'utf8')) as { pid: number }).pid;
  };
  return {
    env,
    async killOnce(store) {
      const pid = pidOf(store);
      if (pid === null) throw new Error(`${store} does not run`);
      process.kill(pid, 'SIGKILL');
      await eventually(`${store} runs again`, () => {
        const now = pidOf(store);
        return now === null || now === pid ? null : now;
      }, START_MS);
    },
    async stop() {
      const ended = once(launcher, 'exit');
      launcher.kill('SIGTERM');
      await ended;
    },
  };
} // prettier-ignore

/** `export NAME='value'` lines up to the last one that the launcher prints. */
async function settingsFrom(output: NodeJS.ReadableStream): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    for (const [, name = '', value = ''] of text.matchAll(/^export (\w+)='([^']*)'$/gm)) env[name] = value;
    if (env['THROUGHLINE_DATA'] !== undefined) break;
  }
  return env;
}

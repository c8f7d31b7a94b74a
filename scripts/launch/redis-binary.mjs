import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filledFolder } from './cache.mjs';
import { LaunchError } from './launch-error.mjs';
import { copyArtifacts } from './maven.mjs';
import { cacheFolder } from './paths.mjs';
import { findExecutable, tryRun } from './run.mjs';
import { listZipEntries } from './zip.mjs';

const ARTIFACT = 'org.signal:embedded-redis:0.9.0';
/** The oldest that BullMQ works with. */
const LOWEST = [6, 2];

/** A `redis-server` new enough: from the PATH, else the static one inside a Maven artifact. */
export async function ensureRedisServer({ log }) {
  const installed = findExecutable('redis-server');
  if (installed !== null && isNewEnough((await tryRun(installed, ['--version'])).stdout)) return installed;
  const folder = join(cacheFolder(), `redis-${ARTIFACT.split(':').at(-1)}`);
  const fill = (draft) =>
    log.step('fetch Redis (11 MB, once)', async () => {
      const jars = `${draft}.jars`;
      mkdirSync(jars, { recursive: true });
      try {
        await copyArtifacts([ARTIFACT], { into: jars, transitive: false, log });
        const jar = readdirSync(jars).find((name) => name.endsWith('.jar'));
        const target = join(draft, 'redis-server');
        writeFileSync(target, pickBinary(readFileSync(join(jars, jar))));
        chmodSync(target, 0o755);
      } finally {
        rmSync(jars, { recursive: true, force: true });
      }
    });
  return join((await filledFolder(folder, fill)).folder, 'redis-server');
}

function pickBinary(jar) {
  const system = process.platform === 'darwin' ? 'darwin' : 'linux';
  const processor = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const wanted = new RegExp(`redis-server-[\\d.]+-${system}-${processor}$`);
  const entry = listZipEntries(jar).find(({ name }) => wanted.test(name));
  if (entry === undefined) {
    throw new LaunchError(`no Redis for ${system} ${processor}: please install redis-server 6.2 or newer`);
  }
  return entry.read();
}

/** `Redis server v=7.0.15 sha=…` → true from 6.2 on. */
export function isNewEnough(versionText) {
  const match = /v=(\d+)\.(\d+)/.exec(versionText);
  if (match === null) return false;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1]);
}

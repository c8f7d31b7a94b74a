import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt.mjs';
import { findExecutable, tryRun } from './run.mjs';

/** Neo4j 5.26 runs on Java 17 and 21. */
const LOWEST_JAVA = 17;
const PACKAGE = 'openjdk-17-jre-headless|openjdk-21-jre-headless';

/** Path of a `java` that is new enough, installed with apt where that is possible. */
export async function ensureJava({ log }) {
  const found = await findJava();
  if (found !== null) return found;
  await aptInstall([PACKAGE], { purpose: `Java ${LOWEST_JAVA} or newer (for Neo4j)`, log });
  const installed = await findJava();
  if (installed === null) throw new Error('Java was installed but is not found');
  return installed;
}

export async function ensureMaven({ log }) {
  if (findExecutable('mvn') === null) {
    await aptInstall(['maven'], { purpose: 'Maven (fetches Neo4j)', log });
  }
  return findExecutable('mvn') ?? 'mvn';
}

async function findJava() {
  const home = process.env.JAVA_HOME;
  const candidates = [home ? join(home, 'bin/java') : null, findExecutable('java'), ...debianJavas()];
  for (const java of candidates) {
    if (java === null || !existsSync(java)) continue;
    const { code, output } = await tryRun(java, ['-version'], { timeoutMs: 20_000 });
    if (code === 0 && javaMajor(output) >= LOWEST_JAVA) return java;
  }
  return null;
}

/** Where Debian keeps further Javas, when the one on the PATH is too old. */
function debianJavas() {
  const folder = '/usr/lib/jvm';
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => join(folder, name, 'bin/java'));
}

/** `openjdk version "17.0.15"` → 17; `java version "1.8.0_292"` → 8; 0 when it says something else. */
export function javaMajor(versionText) {
  const match = /version "(?:1\.)?(\d+)/.exec(versionText);
  return match === null ? 0 : Number(match[1]);
}

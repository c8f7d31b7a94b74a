import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersBolt } from './bolt-probe.mjs';
import { LaunchError } from './launch-error.mjs';
import { root } from './paths.mjs';
import { LOOPBACK } from './ports.mjs';
import { answersPing } from './redis.mjs';
import { findExecutable, lastLines, tryRun } from './run.mjs';
import { waitFor } from './wait.mjs';

/** Starts the asked services (`neo4j`, `redis`) with Docker Compose; null where no engine answers within 3 s. */
export async function composeServices(names, { dataDir, log, lifecycle }) {
  if (names.length === 0 || !(await engineAnswers())) return null;
  const password = ensureComposePassword(dataDir);
  const env = { ...process.env, NEO4J_PASSWORD: password };
  const compose = (...args) => tryRun('docker', ['compose', ...args], { cwd: root, env });
  const up = await compose('up', '-d', ...names);
  if (up.code !== 0) {
    log.warn(`Docker Compose could not start ${names.join(' and ')}: ${lastLines(up.output, 1)}`);
    return null;
  }
  lifecycle.own({
    stop: async () => {
      await compose('stop', ...names);
    },
  });
  const neo4jPort = await publishedPort(compose, 'neo4j', 7687, names);
  const redisPort = await publishedPort(compose, 'redis', 6379, names);
  const ready =
    (neo4jPort === null || (await waitFor(() => answersBolt(LOOPBACK, neo4jPort), { timeoutMs: 180_000 }))) &&
    (redisPort === null || (await waitFor(() => answersPing(LOOPBACK, redisPort), { timeoutMs: 60_000 })));
  if (!ready) throw new LaunchError('the containers do not answer: see `docker compose logs neo4j redis`');
  return {
    neo4j: neo4jPort === null ? null : { uri: `bolt://${LOOPBACK}:${neo4jPort}`, user: 'neo4j', password },
    redis: redisPort === null ? null : { url: `redis://${LOOPBACK}:${redisPort}` },
  };
}

async function engineAnswers() {
  if (findExecutable('docker') === null) return false;
  const engine = await tryRun('docker', ['info', '--format', '{{.ServerVersion}}'], { timeoutMs: 3000 });
  if (engine.code !== 0) return false;
  return (await tryRun('docker', ['compose', 'version'], { timeoutMs: 3000 })).code === 0;
}

async function publishedPort(compose, service, inner, names) {
  if (!names.includes(service)) return null;
  const { stdout } = await compose('port', service, String(inner));
  const port = Number(stdout.trim().split(':').at(-1));
  if (!Number.isInteger(port) || port === 0) throw new LaunchError(`${service} publishes no port`);
  return port;
}

/** The volume keeps the password it was first started with, so it is kept here too. */
function ensureComposePassword(dataDir) {
  if (process.env.NEO4J_PASSWORD) return process.env.NEO4J_PASSWORD;
  const file = join(dataDir, 'compose-password');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

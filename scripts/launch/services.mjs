import { composeServices } from './compose.mjs';
import { openRunFolder, startWarden } from './leftovers.mjs';
import { createLifecycle } from './lifecycle.mjs';
import { silentLog } from './log.mjs';
import { startNeo4j } from './neo4j.mjs';
import { startRedis } from './redis.mjs';

/**
 * Neo4j and Redis, each from the first that is there: its URL in the environment, Docker Compose, an embedded server
 * on `dataDir`. Answers `{neo4j: {uri, user, password}, redisUrl, stop()}`; what was given by URL is never stopped.
 * With `embeddedOnly` neither the environment nor Docker is asked: tests and the bench want a store of their own.
 */
export async function startServices({
  dataDir,
  log = silentLog,
  env = process.env,
  embeddedOnly = false,
  neo4jPort = 7687,
  redisPort = 6379,
  memory = {},
  taken = new Set(),
  lifecycle: outer,
  onLost = () => {},
}) {
  const lifecycle = outer ?? createLifecycle();
  const runDir = await openRunFolder(dataDir, { log });
  try {
    lifecycle.own(startWarden(runDir));
    const given = givenServices(embeddedOnly ? {} : env);
    const missing = ['neo4j', 'redis'].filter((name) => given[name] === null);
    const compose = embeddedOnly ? null : await composeServices(missing, { dataDir, log, lifecycle });
    const shared = { dataDir, runDir, taken, log, lifecycle, onLost };

    const neo4j = await log.step('Neo4j', async () => {
      if (given.neo4j !== null) return { ...given.neo4j, note: `given, ${given.neo4j.uri}` };
      if (compose?.neo4j) return { ...compose.neo4j, note: `Docker Compose, ${compose.neo4j.uri}` };
      const own = await startNeo4j({ ...shared, port: neo4jPort, memory });
      return { ...own, note: own.uri };
    });
    const redis = await log.step('Redis', async () => {
      if (given.redis !== null) return { ...given.redis, note: 'given' };
      if (compose?.redis) return { ...compose.redis, note: `Docker Compose, ${compose.redis.url}` };
      const own = await startRedis({ ...shared, port: redisPort });
      return { ...own, note: own.url };
    });
    return {
      neo4j: { uri: neo4j.uri, user: neo4j.user, password: neo4j.password },
      redisUrl: redis.url,
      runDir,
      /** Process ids now, for fault-injection tests; null for a service that was not started here. */
      pids: () => ({ neo4j: neo4j.pid?.() ?? null, redis: redis.pid?.() ?? null }),
      stop: () => lifecycle.stop(),
    };
  } catch (error) {
    // With a lifecycle of the caller, the caller stops it.
    if (outer === undefined) await lifecycle.stop();
    throw error;
  }
}

function givenServices(env) {
  return {
    neo4j: env.NEO4J_URI
      ? { uri: env.NEO4J_URI, user: env.NEO4J_USER ?? 'neo4j', password: env.NEO4J_PASSWORD ?? '' }
      : null,
    redis: env.REDIS_URL ? { url: env.REDIS_URL } : null,
  };
}

/** The settings every process of the system reads its backing services from. */
export function serviceEnvironment({ neo4j, redisUrl }) {
  return {
    NEO4J_URI: neo4j.uri,
    NEO4J_USER: neo4j.user,
    NEO4J_PASSWORD: neo4j.password,
    REDIS_URL: redisUrl,
  };
}

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersBolt } from './bolt-probe.mjs';
import { startChild } from './child.mjs';
import { ensureJava } from './java.mjs';
import { LaunchError } from './launch-error.mjs';
import { DEFAULT_HEAP_MB, neo4jConfig } from './neo4j-config.mjs';
import { ensureNeo4jJars } from './neo4j-jars.mjs';
import { LOOPBACK, findPort } from './ports.mjs';
import { run } from './run.mjs';
import { supervise } from './supervise.mjs';
import { waitFor } from './wait.mjs';

const USER = 'neo4j';
const START_LIMIT_MS = 180_000;
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/**
 * Starts Neo4j Community from its jars on `<dataDir>/neo4j` and answers `{uri, user, password, pid()}` once it takes
 * connections. The store lock of a killed server is the operating system's and goes with its process.
 */
export async function startNeo4j({ dataDir, runDir, port, taken, memory, log, lifecycle, onLost }) {
  const java = await ensureJava({ log });
  const jars = await ensureNeo4jJars({ log });
  const home = join(dataDir, 'neo4j');
  const conf = join(home, 'conf');
  for (const folder of [conf, join(home, 'import')]) mkdirSync(folder, { recursive: true });
  const boltPort = await findPort(port, { taken });
  writeFileSync(join(conf, 'neo4j.conf'), neo4jConfig({ boltPort, ...memory }));
  const password = await ensurePassword({ java, jars, home, conf });
  lifecycle.check();

  const start = async (adopt) => {
    const child = startChild({
      name: 'neo4j',
      order: 1,
      command: java,
      args: serverArguments({ jars, home, conf, ...memory }),
      cwd: home,
      runDir,
      logFile: join(dataDir, 'logs/neo4j.log'),
    });
    adopt(child);
    await untilReady(child, boltPort);
    return child;
  };
  const server = await supervise({ name: 'Neo4j', start, lifecycle, log, onLost });
  return { uri: `bolt://${LOOPBACK}:${boltPort}`, user: USER, password, pid: () => server.child()?.pid };
}

function serverArguments({ jars, home, conf, heapMb = DEFAULT_HEAP_MB }) {
  return [
    `-Xms${heapMb}m`,
    `-Xmx${heapMb}m`,
    '-XX:+UseG1GC',
    '-XX:+ExitOnOutOfMemoryError',
    '-Dfile.encoding=UTF-8',
    ...OPENED,
    '-cp',
    join(jars, '*'),
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${conf}`,
  ];
}

async function untilReady(child, port) {
  const givenUp = child.hasExited;
  if (await waitFor(() => answersBolt(LOOPBACK, port), { timeoutMs: START_LIMIT_MS, givenUp })) return;
  const why = child.hasExited() ? 'ended while starting' : `does not answer after ${START_LIMIT_MS / 1000} s`;
  await child.stop();
  throw new LaunchError(`Neo4j ${why}; its log ends with:\n${child.logTail()}`);
}

/** One random password per data folder, readable by its owner only. */
async function ensurePassword({ java, jars, home, conf }) {
  const file = join(home, 'password');
  const accepted = join(home, 'password-set');
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  const password = readFileSync(file, 'utf8').trim();
  if (!existsSync(accepted)) {
    // `--` ends the options: the password may begin with a dash.
    const args = [
      '-cp',
      join(jars, '*'),
      'org.neo4j.cli.AdminTool',
      'dbms',
      'set-initial-password',
      '--',
      password,
    ];
    const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf };
    await run(java, args, { env, timeoutMs: 120_000 }).catch((error) => {
      throw new LaunchError(error.message.replaceAll(password, '…'));
    });
    writeFileSync(accepted, '');
  }
  return password;
}

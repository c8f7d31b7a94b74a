import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startChild } from './child.mjs';
import { LaunchError } from './launch-error.mjs';
import { LOOPBACK, findPort } from './ports.mjs';
import { ensureRedisServer } from './redis-binary.mjs';
import { supervise } from './supervise.mjs';
import { waitFor } from './wait.mjs';

/**
 * Starts Redis on `<dataDir>/redis` with a log of writes and no eviction, as the queue needs it. Answers `{url, pid()}`
 * once its data is loaded.
 */
export async function startRedis({ dataDir, runDir, port, taken, log, lifecycle, onLost }) {
  const binary = await ensureRedisServer({ log });
  const folder = join(dataDir, 'redis');
  mkdirSync(folder, { recursive: true });
  const chosen = await findPort(port, { taken });
  lifecycle.check();
  const settings = {
    bind: LOOPBACK,
    port: String(chosen),
    dir: folder,
    daemonize: 'no',
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
  };
  const start = async (adopt) => {
    const child = startChild({
      name: 'redis',
      order: 2,
      command: binary,
      args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
      runDir,
      logFile: join(dataDir, 'logs/redis.log'),
    });
    adopt(child);
    await untilReady(child, chosen);
    return child;
  };
  const server = await supervise({ name: 'Redis', start, lifecycle, log, onLost });
  return { url: `redis://${LOOPBACK}:${chosen}`, pid: () => server.child()?.pid };
}

async function untilReady(child, port) {
  const options = { timeoutMs: 60_000, everyMs: 50, givenUp: child.hasExited };
  if (await waitFor(() => answersPing(LOOPBACK, port), options)) return;
  await child.stop();
  throw new LaunchError(`Redis did not start; its log ends with:\n${child.logTail()}`);
}

/** Whether a Redis there has its data loaded and takes commands. */
export function answersPing(host, port, timeoutMs = 1000) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (bytes) => finish(bytes.toString('latin1').startsWith('+PONG')));
  });
}

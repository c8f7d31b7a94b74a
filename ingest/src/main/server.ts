import { createServer } from 'node:http';
import { serviceClock } from '../clock.ts';
import { startIngest } from '../ingest.ts';
import { createLogger } from '../observability/log.ts';
import { readSettings } from '../settings.ts';
import { ensureLocalSource } from '../sources/local-source.ts';
import { createRoutes } from '../sources/http-push/routes.ts';
import { startReceivers } from '../sources/start-receivers.ts';

// The ingest process: receivers and workers. Ends cleanly on SIGTERM; may be killed at any moment without loss.
const settings = readSettings(process.env);
const log = createLogger('ingest', settings.logLevel);
if (!settings.sampleWorld) ensureLocalSource(settings.sourcesFile, settings.data, log);

const ingest = await startIngest(settings, serviceClock(process.env), log);
/** Longer than proxies keep a connection unused: whoever sends on one that is just being closed gets no answer. */
const KEPT_ALIVE_MS = 75_000;
const server = createServer({ keepAliveTimeout: KEPT_ALIVE_MS }, createRoutes(ingest, settings, log));
server.listen(settings.port, settings.host, () => log.info({ port: settings.port }, 'receivers listen'));
const receivers = await startReceivers(ingest, settings, log);

/** Work under way is finished at a stop, but nobody waits longer for a store that is away: what was received is on disk. */
const GRACE_MS = 10_000;

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  setTimeout(() => {
    log.warn('stopped in the middle of work, which is taken up again at the next start');
    process.exit(0);
  }, GRACE_MS).unref();
  server.close();
  server.closeIdleConnections();
  await receivers.stop();
  await ingest.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));

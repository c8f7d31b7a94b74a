import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { clockSettings, createServiceClock } from 'graph-schema/service-clock';
import { pino } from 'pino';
import { connectAccountGraph } from '../access/account-graph.ts';
import { createAccessService } from '../access/access-service.ts';
import { connectGraphReader } from '../graph.ts';
import { createEvidenceReader } from '../journey/evidence.ts';
import { createIngestClient } from '../ingest-client.ts';
import { createRoutes } from '../journey/routes.ts';
import { FeedHub } from '../feed/feed-hub.ts';
import { Fleet } from '../live/fleet.ts';
import { createJourneyReadings } from '../live/journey-readings.ts';
import { connectNudges } from '../live/nudges.ts';
import { createApiServer } from '../server.ts';
import { startAlerts } from '../alerts/start-alerts.ts';
import { readVapidKeys } from '../alerts/vapid-keys.ts';
import { startNotices } from '../webhooks/start-notices.ts';
import { startWebhooks } from '../webhooks/start-webhooks.ts';
import { warmUp } from '../warm-up.ts';
import { readSettings } from '../settings.ts';

// The API process: reads the graph and serves it. Holds no state; may be killed and replicated at will.
const settings = readSettings(process.env);
const log = pino({ name: 'api', level: settings.logLevel });
const clock = clockSettings(process.env, Date.now);
const graph = connectGraphReader(settings.neo4j);
await graph.verify();
const nudges = connectNudges(settings.redis.url, settings.redis.prefix, log);
const now = createServiceClock(clock, Date.now);
// Own rules of the data folder that cannot be meant are told now, and not to whoever asks first.
getJourneyRules(now());
const accounts = connectAccountGraph(settings.neo4j);
const access = await createAccessService(settings.access, { accounts, now, log });
const feed = new FeedHub(graph, nudges, log);
const places = loadGazetteer();
const webhooks = startWebhooks({ graph, places, access, now, feed, log }, settings.webhookTargets);
const { privateKey, keyFile, contact } = settings.push;
const push = { keys: readVapidKeys(privateKey, keyFile), contact, targets: settings.webhookTargets };
const alerts = startAlerts({ graph, places, access, now, feed, log }, settings.mail, push);
const notices = startNotices({ access, log }, settings.mail);
const fleet = new Fleet(graph, nudges, now, log);
const api = createApiServer(
  {
    graph,
    nudges,
    feed,
    webhooks,
    alerts,
    fleet,
    readJourney: createJourneyReadings(),
    log,
    places,
    routes: createRoutes(),
    evidence: createEvidenceReader(settings.ingestUrl),
    ingest: createIngestClient(settings.ingestUrl),
    now,
    access,
    clockRate: clock.rate,
    sampleWorld: settings.sampleWorld,
  },
  settings,
);
// The first of each statement costs the database its planning: nobody should wait for that.
await warmUp(graph, log);
api.http.listen(settings.port, settings.host, () => log.info({ port: settings.port }, 'GraphQL listens'));

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  await api.stop();
  await webhooks.stop();
  await alerts.stop();
  await notices.stop();
  feed.close();
  fleet.close();
  nudges.close();
  await access.stop();
  await graph.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));

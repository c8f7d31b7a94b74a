import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import neo4j, { type Driver } from 'neo4j-driver';
import { pino } from 'pino';
import { connectAccountGraph } from '../../src/access/account-graph.ts';
import { createAccessService, type AccessService } from '../../src/access/access-service.ts';
import { connectGraphReader, type GraphReader } from '../../src/graph.ts';
import { createIngestClient } from '../../src/ingest-client.ts';
import { createEvidenceReader } from '../../src/journey/evidence.ts';
import { createRoutes } from '../../src/journey/routes.ts';
import { FeedHub } from '../../src/feed/feed-hub.ts';
import { Fleet } from '../../src/live/fleet.ts';
import { createJourneyReadings } from '../../src/live/journey-readings.ts';
import { connectNudges } from '../../src/live/nudges.ts';
import { createApiServer } from '../../src/server.ts';
import { startAlerts } from '../../src/alerts/start-alerts.ts';
import { readVapidKeys } from '../../src/alerts/vapid-keys.ts';
import { startNotices } from '../../src/webhooks/start-notices.ts';
import { startWebhooks } from '../../src/webhooks/start-webhooks.ts';
import { readSettings } from '../../src/settings.ts';
import { runScript, startScript, stopChild } from './child.ts';
import { eventually } from './deadline.ts';
import { freePort } from './free-port.ts';
import { isWorldKept, keepWorld, restoreWorld, waitUntilDerived } from './kept-world.ts';

/** The instant at which the tests stand: the sample world is placed around it, and the API takes it for now. */
export const ANCHOR = '2026-11-21T09:07:00Z';

/** The sample world in a real graph, an ingest process that goes on receiving, and the API over HTTP. */
export interface SampleSystem {
  readonly url: string;
  readonly access: AccessService;
  /** Names of the Cypher statements that the API has run since the last call. */
  takeStatements(): string[];
  /** Goes on with what the sample world said up to an instant, and waits until it is read. */
  playUntil(instant: string): Promise<void>;
  /** The key that one of the sample senders comes with. */
  keyOf(source: string): string;
  /** Delivers bytes as one of the sample senders, as anyone would; under a file name as a file of a form. */
  deliver(source: string, text: string, receivedAt?: string, fileName?: string): Promise<void>;
  /** Waits until the deriver has taken up all that was written. */
  untilDerived(): Promise<void>;
  /** Whoever sends letters ends, and another one begins. */
  restartAlerts(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts it all on the Neo4j and Redis of the environment, on an emptied graph.
 *
 * @param redisFor gives the API another way to Redis than the ingest process has, so that a test can cut it.
 * @param now the clock of the API, epoch milliseconds; a test that moves it moves nothing else.
 * @param playedUntil what of the sample world is played at the start; null: nothing.
 * @param computedEta whether arrivals are computed meanwhile.
 * @param wall the wall clock of the API, epoch milliseconds.
 * @param smtpUrl where letters are sent; empty: they are files of the data folder.
 * @param exceptionRules what is watched differently, of both processes, as in `exception-rules.json`; null: nothing.
 */
export async function startSampleSystem(
  redisFor: (url: string) => Promise<string> = async (url) => url,
  now: () => number = () => Date.parse(ANCHOR),
  playedUntil: string | null = ANCHOR,
  computedEta: 'on' | 'off' = 'off',
  wall: () => number = Date.now,
  smtpUrl = '',
  exceptionRules: object | null = null,
): Promise<SampleSystem> {
  const settings = readSettings({ ACCESS: 'open', ...process.env });
  if (!process.env['NEO4J_URI'] || !process.env['REDIS_URL'])
    throw new Error('NEO4J_URI and REDIS_URL are not set: npm test starts both');
  const data = mkdtempSync(join(tmpdir(), 'throughline-api-test-'));
  const mail = { ...settings.mail, smtpUrl, outbox: join(data, 'outbox') };
  const port = await freePort();
  const ingestUrl = `http://127.0.0.1:${port}`;
  const redisPrefix = `test-${process.pid}-${port}`;
  const env = {
    NODE_ENV: 'production',
    INGEST_URL: ingestUrl,
    INGEST_PORT: String(port),
    THROUGHLINE_DATA: data,
    REDIS_PREFIX: redisPrefix,
    SAMPLE_WORLD: '1',
    LOG_LEVEL: 'error',
    // Time all but stands still, so that what is received now is received at the anchor.
    CLOCK_ORIGIN: ANCHOR,
    CLOCK_WALL: new Date().toISOString(),
    CLOCK_RATE: '0.000001',
    // When it looks is not when the test asks; a test that wants it says so.
    COMPUTED_ETA: computedEta,
  };
  await runScript('ingest/src/main/migrate.ts', [], env);
  const startIngest = async () => {
    const process = startScript('ingest/src/main/server.ts', [], env);
    await eventually('ingest is ready', () => answers(`${ingestUrl}/readyz`), 150_000);
    return process;
  };
  let played = '';
  const playUntil = async (instant: string) => {
    await runScript('scripts/test/play-sample-past.ts', [data, ANCHOR, played, instant], env);
    played = instant;
  };
  const isWhole = playedUntil === ANCHOR;
  await withDriver(settings.neo4j, async (driver) => {
    await emptyGraph(driver);
    if (!isWhole) return;
    if (!isWorldKept()) {
      const player = await startIngest();
      await playUntil(ANCHOR);
      await waitUntilDerived(driver);
      await stopChild(player);
      await keepWorld(driver, data);
      await emptyGraph(driver);
    }
    await restoreWorld(driver, data);
    played = ANCHOR;
  });
  const dataBefore = process.env['THROUGHLINE_DATA'];
  if (exceptionRules) {
    writeFileSync(join(data, 'exception-rules.json'), JSON.stringify(exceptionRules));
    process.env['THROUGHLINE_DATA'] = data;
  }
  const ingest = await startIngest();
  if (playedUntil !== null && !isWhole) await playUntil(playedUntil);

  const log = pino({ level: 'silent' });
  const statements: string[] = [];
  const graph = counted(connectGraphReader(settings.neo4j), statements);
  const nudges = connectNudges(await redisFor(settings.redis.url), redisPrefix, log);
  const accounts = connectAccountGraph(settings.neo4j);
  const access = await createAccessService(settings.access, { accounts, now, log, wall });
  const feed = new FeedHub(graph, nudges, log);
  const places = loadGazetteer();
  const targets = { allowed: ['127.0.0.1'] };
  const webhooks = startWebhooks({ graph, places, access, now, feed, log }, targets);
  const push = { keys: readVapidKeys('', join(data, 'vapid.key')), contact: settings.push.contact, targets };
  let alerts = startAlerts({ graph, places, access, now, feed, log }, mail, push);
  const notices = startNotices({ access, log }, mail);
  const fleet = new Fleet(graph, nudges, now, log);
  const api = createApiServer(
    {
      graph,
      nudges,
      feed,
      webhooks,
      alerts: { ...alerts, nudge: () => alerts.nudge() },
      fleet,
      readJourney: createJourneyReadings(),
      log,
      places,
      routes: createRoutes(),
      evidence: createEvidenceReader(ingestUrl),
      ingest: createIngestClient(ingestUrl),
      now,
      access,
      clockRate: 1,
      sampleWorld: true,
    },
    settings,
  );
  await new Promise<void>((resolve) => api.http.listen(0, '127.0.0.1', resolve));
  const keyOf = (source: string) => {
    const keys = readFileSync(join(data, 'sample-world/keys.json'), 'utf8');
    return (JSON.parse(keys) as Record<string, string>)[source] ?? '';
  };
  return {
    url: `http://127.0.0.1:${(api.http.address() as AddressInfo).port}/graphql`,
    access,
    takeStatements: () => statements.splice(0),
    playUntil,
    keyOf,
    async deliver(source, text, receivedAt = ANCHOR, fileName) {
      const form = new FormData();
      if (fileName !== undefined) form.set('file', new Blob([text]), fileName);
      const response = await fetch(`${ingestUrl}/v1/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${keyOf(source)}`, 'throughline-received-at': receivedAt },
        body: fileName === undefined ? text : form,
      });
      if (response.status !== 202) throw new Error(`${response.status} ${await response.text()}`);
    },
    untilDerived: () => withDriver(settings.neo4j, waitUntilDerived),
    async restartAlerts() {
      await alerts.stop();
      alerts = startAlerts({ graph, places, access, now, feed, log }, mail, push);
    },
    async stop() {
      await api.stop();
      await webhooks.stop();
      await alerts.stop();
      await notices.stop();
      feed.close();
      fleet.close();
      nudges.close();
      await access.stop();
      await graph.close();
      await stopChild(ingest);
      rmSync(data, { recursive: true, force: true });
      if (dataBefore === undefined) delete process.env['THROUGHLINE_DATA'];
      else process.env['THROUGHLINE_DATA'] = dataBefore;
    },
  };
}

function counted(graph: GraphReader, statements: string[]): GraphReader {
  return {
    ...graph,
    run(statement, params) {
      statements.push(statement.name);
      return graph.run(statement, params);
    },
  };
}

async function withDriver(
  { uri, user, password }: { uri: string; user: string; password: string },
  work: (driver: Driver) => Promise<void>,
) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    await work(driver);
  } finally {
    await driver.close();
  }
}

/** All but what migrations made. */
async function emptyGraph(driver: Driver) {
  await driver.executeQuery(
    'MATCH (n) WHERE NOT n:Migration AND NOT n:FeedCounter AND NOT n:GroupLock DETACH DELETE n',
  );
}

async function answers(url: string): Promise<true | null> {
  return fetch(url).then(
    (response) => (response.ok ? true : null),
    () => null,
  );
}

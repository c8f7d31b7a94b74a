import type { Gazetteer } from 'graph-schema/domain/place';
import { townPointsOf } from 'graph-schema/domain/town-points';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { watchArrivals } from './computed-eta/watch-arrivals.ts';
import { startDeriverThread } from './deriver/start-deriver.ts';
import { connectGraph, type Graph } from './graph-writer/graph.ts';
import { createConclusions } from './graph-writer/conclude/conclusions.ts';
import { createWriterMemory } from './graph-writer/write-facts.ts';
import { createMetrics, type Metrics } from './observability/metrics.ts';
import { buryMessage } from './pipeline/bury.ts';
import { createReader } from './pipeline/reader.ts';
import { processRaw, type Pipeline } from './pipeline/steps.ts';
import { watchPositions } from './port-calls/watch-positions.ts';
import { createPublisher } from './publisher/publisher.ts';
import { openReadQueue, startReadWorker, type ReadQueue } from './queues/read-queue.ts';
import { sweepPending } from './queues/sweep.ts';
import { openFolderStore } from './raw/folder-store.ts';
import type { RawStore } from './raw/raw-store.ts';
import { openBerths } from './settings-files/berths.ts';
import { openCodeMappings, type CodeMappings } from './settings-files/code-mappings.ts';
import { createIntake, type Intake } from './sources/intake.ts';
import { createRateLimit, type RateLimit } from './sources/rate-limit.ts';
import { watchSources } from './sources/watch-sources.ts';
import { openSourceRegistry, type SourceRegistry } from './sources/source-registry.ts';
import type { Settings } from './settings.ts';

/** The parts of a running ingest process without its listeners. */
export interface Ingest {
  readonly raw: RawStore;
  readonly intake: Intake;
  readonly sources: SourceRegistry;
  readonly mappings: CodeMappings;
  readonly graph: Graph;
  readonly queue: ReadQueue;
  readonly metrics: Metrics;
  readonly rateLimit: RateLimit;
  readonly places: Gazetteer;
  /** The service clock. */
  readonly now: () => number;
  close(): Promise<void>;
}

const SWEEP_EVERY_MS = 10_000;
/** How many key nodes and pairs a writer remembers to stand: about 60 bytes each. */
const MEMORY_KEYS = 200_000;

/** Opens stores, starts the workers and queues what is pending from before. */
export async function startIngest(settings: Settings, now: () => number, log: Logger): Promise<Ingest> {
  const raw = await openFolderStore(settings.rawFolder);
  const sources = openSourceRegistry(settings.sourcesFile, (error) =>
    log.error({ err: error }, 'sources.json'),
  );
  const mappings = openCodeMappings(settings.codeMappingsFile, (error) =>
    log.error({ err: error }, 'code-mappings.json'),
  );
  const graph = connectGraph(settings.neo4j);
  await graph.verify();
  const publisher = createPublisher(settings.redis.url, settings.redis.prefix, (error) =>
    log.debug({ err: error }, 'publisher'),
  );
  let sweeping = false;
  const sweep = () => {
    if (sweeping) return;
    sweeping = true;
    sweepPending(raw, queue)
      .then((found) => log.debug({ found }, 'pending messages queued'))
      .catch((error: unknown) => log.warn({ err: error }, 'sweep'))
      .finally(() => (sweeping = false));
  };
  const queue = openReadQueue(settings.redis.url, settings.redis.prefix, log, sweep);
  const metrics = createMetrics(() => raw.pendingCount());
  const places = loadGazetteer();
  const reader = createReader();
  const pipeline: Pipeline = {
    raw,
    sources,
    reader,
    graph,
    memory: createWriterMemory(MEMORY_KEYS),
    conclusions: createConclusions(graph, now, townPointsOf(places)),
    publisher,
    corrections: mappings.current,
    now,
  };
  const worker = startReadWorker(settings.redis.url, settings.redis.prefix, {
    concurrency: settings.concurrency,
    log,
    process: (name) => measured(pipeline, metrics, log, name),
    async bury(name, reason) {
      if (await buryMessage(pipeline, name, reason))
        metrics.processed.inc({ outcome: 'DEAD', format: 'none' });
    },
  });
  const limits = new Redis(settings.redis.url, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  limits.on('error', (error) => log.debug({ err: error.message }, 'rate limits'));
  const rateLimit = createRateLimit(limits, settings.redis.prefix, now, (source) =>
    metrics.heldBack.inc({ source }),
  );
  const { pendingMax } = settings;
  const intake = createIntake({ raw, enqueue: queue.enqueue, now, pendingMax, rateLimit });
  const deriver = settings.deriver
    ? startDeriverThread(settings, log, (derived, waiting) => {
        metrics.derived.inc(derived);
        metrics.toDerive.set(waiting);
      })
    : null;
  const berths = openBerths(settings.berthsFile, (error) => log.error({ err: error }, 'berths.tsv'));
  const portCalls = watchPositions({ graph, intake, places }, berths, log);
  const computedEta = settings.computedEta ? watchArrivals({ graph, intake, places, now }, log) : null;
  const watch = watchSources(sources, graph, now, log);
  await watch.look();
  metrics.watchSilence(() => watch.silent.size);
  const timer = setInterval(() => {
    sweep();
    void watch.look();
  }, SWEEP_EVERY_MS);
  return {
    raw,
    intake,
    sources,
    mappings,
    graph,
    queue,
    metrics,
    rateLimit,
    places,
    now,
    async close() {
      clearInterval(timer);
      await portCalls.close();
      await computedEta?.close();
      await deriver?.stop();
      await worker.close();
      await queue.close();
      await reader.close();
      await publisher.close();
      limits.disconnect();
      await graph.close();
    },
  };
}

async function measured(pipeline: Pipeline, metrics: Metrics, log: Logger, name: string): Promise<void> {
  const end = metrics.seconds.startTimer();
  const outcome = await processRaw(pipeline, name);
  const format = 'format' in outcome ? (outcome.format ?? 'unknown') : 'none';
  end({ format });
  metrics.processed.inc({ outcome: outcome.outcome, format });
  if ('events' in outcome) {
    metrics.events.inc({ format }, outcome.events);
    metrics.issues.inc({ format }, outcome.issues);
  }
  log.debug({ name, ...outcome }, 'message processed');
}

import { parentPort, workerData } from 'node:worker_threads';
import { derivationVersion } from 'graph-schema/reference/derivation-version';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { clockSettings } from 'graph-schema/service-clock';
import { serviceClock } from '../clock.ts';
import { connectGraph } from '../graph-writer/graph.ts';
import { createPublisher } from '../publisher/publisher.ts';
import { followChanges } from '../publisher/follow-changes.ts';
import { createDerive } from './derive-batch.ts';
import { startDeriver } from './deriver.ts';
import { followOwnKeys } from './own-keys.ts';
import type { DeriverSettings, FromThread } from './start-deriver.ts';

// A thread with connections of its own: however much there is to derive, the event loop that receives is free.
const { neo4j, redis, owner } = workerData as DeriverSettings;
const say = (message: FromThread) => parentPort?.postMessage(message);
const onProblem = (problem: string, error: unknown) =>
  say({ problem, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
const graph = connectGraph(neo4j);
const publisher = createPublisher(redis.url, redis.prefix, () => undefined);
const own = followOwnKeys(graph);
const deriver = startDeriver({
  graph,
  derive: createDerive(loadGazetteer(), own.current),
  own,
  now: serviceClock(process.env),
  clockRate: clockSettings(process.env, Date.now).rate,
  owner,
  derivedBy: derivationVersion(),
  onProblem,
  onDerived({ derived, waiting, changed }) {
    publisher.publish(
      'journey:changed',
      changed.map((one) => ({ ...one, derived: true as const })),
    );
    say({ derived, waiting, changed: changed.length });
  },
});
const leave = followChanges(redis.url, redis.prefix, deriver.nudge, () => undefined);

parentPort?.once('message', () => {
  leave();
  void deriver
    .stop()
    .then(() => Promise.all([publisher.close(), graph.close()]))
    .finally(() => parentPort?.close());
});

import { leaseLanes, readFeed, releaseLanes } from 'graph-schema/cypher/derive/lanes';
import { listDueSummaries } from 'graph-schema/cypher/derive/summaries';
import { isConsequence, type FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import type { ConcludedShipment } from '../graph-writer/conclude/append-entries.ts';
import type { Graph } from '../graph-writer/graph.ts';
import { Backlog } from './backlog.ts';
import { createOutdatedWalk } from './outdated.ts';
import { deriveBatch, type Derive } from './derive-batch.ts';
import type { OwnKeys } from './own-keys.ts';

export interface DeriverOptions {
  readonly graph: Pick<Graph, 'read' | 'write'>;
  readonly derive: Derive;
  /** The service clock, and how much faster than the wall clock it runs. */
  readonly now: () => number;
  readonly clockRate: number;
  /** Name of this deriver among those that follow the same feed. */
  readonly owner: string;
  /** Names the code and the rules: summaries that others derived are derived again, a page at a time. */
  readonly derivedBy: string;
  /** Limits of organisations' own: when there are others, all is derived again; left out: there are none. */
  readonly own?: Pick<OwnKeys, 'mark' | 'look'>;
  readonly onDerived?: (derived: DerivedBatch) => void;
  readonly onProblem: (problem: string, error: unknown) => void;
}

export interface DerivedBatch {
  /** How many were derived, how many wait, and who reads differently now. */
  readonly derived: number;
  readonly waiting: number;
  readonly changed: readonly ConcludedShipment[];
}

export interface Deriver {
  /** Something was written to the feed: look soon. */
  nudge(): void;
  stop(): Promise<void>;
}

/** A shipment is derived so long after it was touched, with all that touched it meanwhile: a few times a second at most. */
const QUIET_MS = 300;
/** When many wait, each waits longer, and more come together. */
const BUSY_QUIET_MS = 2000;
const BUSY = 500;
/** Shipments loaded and written together. */
const BATCH = 100;
/** Shipments that wait in memory, of one lane; beyond, the feed is read on later. */
const WAITING_MAX = 5000;
const FEED_BATCHES = 200;
/** Without a nudge the feed is looked at so often; never more often than the second. */
const LOOK_MS = 1000;
const LOOK_MS_MIN = 100;
/** Service time between two looks for shipments whose time has come, and the least of the wall clock. */
const PASSED_SERVICE_MS = 5000;
const PASSED_WALL_MS = 500;
const PASSED_LIMIT = 500;
/** Who derives a lane keeps it by coming again; after so long without, another one takes over. */
const LEASE_MS = 10_000;
const RETRY_MS = 500;
const RETRY_MS_MAX = 15_000;

/**
 * Keeps summaries of all shipments: follows the log of the feed lane by lane from where it was derived, and looks for those
 * whose time has come. All that it remembers can be read again: when it is killed, or fails, what was not derived is still
 * ahead of the lane's stored place.
 */
export function startDeriver(options: DeriverOptions): Deriver {
  const { graph, now, clockRate, owner, own, onProblem } = options;
  const derivedBy = () => `${options.derivedBy}${own?.mark() ?? ''}`;
  const outdated = createOutdatedWalk(graph, derivedBy);
  let lanes = new Map<number, Backlog>();
  let isStopping = false;
  let wake: (() => void) | null = null;
  let look: (() => void) | null = null;
  let isNudged = false;
  let leasedAt = -Infinity;
  let passedAt = -Infinity;

  const lease = async () => {
    if (performance.now() - leasedAt < LEASE_MS / 4) return;
    const asked = performance.now();
    const rows = await graph.write((tx) => tx.run(leaseLanes, { owner, forMs: LEASE_MS }));
    leasedAt = asked;
    const isJudgedByOthers = (await own?.look()) ?? false;
    if (isJudgedByOthers || rows.some(({ lane }) => !lanes.has(lane))) outdated.again();
    lanes = new Map(rows.map(({ lane, seq }) => [lane, lanes.get(lane) ?? new Backlog(seq)]));
  };
  const readLane = async (lane: number, backlog: Backlog) => {
    for (;;) {
      if (backlog.size >= WAITING_MAX) return;
      const after = backlog.read;
      const batches = await graph.read((tx) => tx.run(readFeed, { lane, after, limit: FEED_BATCHES }));
      const dueAt = performance.now() + (backlog.size > BUSY ? BUSY_QUIET_MS : QUIET_MS);
      for (const { seq, entries } of batches) backlog.touch(seq, touchedIn(entries), dueAt);
      if (batches.length < FEED_BATCHES) return;
    }
  };
  const lookForPassed = async () => {
    const every = Math.max(PASSED_SERVICE_MS / clockRate, PASSED_WALL_MS);
    if (performance.now() - passedAt < every || lanes.size === 0) return;
    passedAt = performance.now();
    const asked = { now: now(), lanes: [...lanes.keys()], limit: PASSED_LIMIT };
    for (const { id, lane } of await graph.read((tx) => tx.run(listDueSummaries, asked)))
      lanes.get(lane)?.pass([id], performance.now());
  };
  const waitingNow = () => [...lanes.values()].reduce((sum, { size }) => sum + size, 0);
  const lookForOutdated = async () => {
    if (outdated.isDone || waitingNow() >= BATCH) return;
    for (const { id, lane } of await outdated.next(new Set(lanes.keys())))
      lanes.get(lane)?.pass([id], performance.now());
  };
  const deriveLane = async (lane: number, backlog: Backlog) => {
    const ids = backlog.due(performance.now(), BATCH);
    if (ids.length === 0) return;
    const start = performance.now();
    const seq = backlog.doneUpTo(new Set(ids));
    const changed = await deriveBatch({ ...options, derivedBy: derivedBy(), lane, ids, seq });
    if (changed === null) {
      lanes.delete(lane);
      return;
    }
    backlog.done(ids);
    options.onDerived?.({ derived: ids.length, waiting: waitingNow(), changed });
    // Half of the time is intake's.
    await sleep(Math.min(performance.now() - start, RETRY_MS));
  };
  const sleep = (ms: number, endsByNudge = false) =>
    new Promise<void>((resolve) => {
      if (isStopping) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (endsByNudge) look = wake;
    }).finally(() => (wake = look = null));
  const round = async () => {
    await lease();
    for (const [lane, backlog] of lanes) await readLane(lane, backlog);
    await lookForPassed();
    await lookForOutdated();
    for (const [lane, backlog] of lanes) if (!isStopping) await deriveLane(lane, backlog);
  };
  const untilNext = () => {
    if (!outdated.isDone) return 0;
    const dues = [...lanes.values()].flatMap((backlog) => backlog.nextDue() ?? []);
    const soonest = Math.min(...dues, performance.now() + LOOK_MS);
    return Math.max(soonest - performance.now(), 0);
  };
  const run = async () => {
    let failures = 0;
    while (!isStopping) {
      isNudged = false;
      try {
        await round();
        failures = 0;
      } catch (error) {
        onProblem('not derived, tried again later', error);
        // What was read may or may not have been written: from the stored place on it is read again.
        lanes = new Map();
        leasedAt = -Infinity;
        failures += 1;
        await sleep(Math.min(RETRY_MS * 2 ** failures, RETRY_MS_MAX));
        continue;
      }
      await sleep(LOOK_MS_MIN);
      if (!isNudged) await sleep(untilNext(), true);
    }
    await graph.write((tx) => tx.run(releaseLanes, { owner })).catch(() => undefined);
  };
  const ended = run();
  return {
    nudge() {
      isNudged = true;
      look?.();
    },
    async stop() {
      isStopping = true;
      wake?.();
      await ended;
    },
  };
} // prettier-ignore

/** Shipments that others than a deriver told of. */
function touchedIn(entries: string): string[] {
  const told = JSON.parse(entries) as FeedEntry[];
  return told.filter((entry) => !isConsequence(entry)).map(({ shipment }) => shipment);
}

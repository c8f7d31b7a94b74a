import type { Logger } from 'pino';
import { pause } from '../pause.ts';
import type { FeedHub } from './feed-hub.ts';

/**
 * What came of one step: go on with the follower as it is now, wait until the feed grows, or until an instant (wall clock) that comes
 * before, or whatever the feed does; LOST: another process has it, or it was changed.
 */
export type Step<Row> =
  { readonly row: Row } | 'IDLE' | 'LOST' | { readonly until: number; readonly orMore?: boolean };

/** Those who read the feed from places of their own that stand in the graph, each kept by one process at a time. */
export interface Followers<Row extends { readonly id: string }, Place> {
  /** For the log: `webhooks`. */
  readonly name: string;
  /** Takes or keeps those that no other process has, for so many milliseconds. */
  lease(forMs: number): Promise<readonly Row[]>;
  release(): Promise<unknown>;
  placeOf(row: Row): Place;
  step(row: Row, place: Place, signal: AbortSignal): Promise<Step<Row>>;
  /** Forgets some of what is kept no longer, and answers whether there is more of it. */
  trim(): Promise<boolean>;
}

export interface FollowersWorker {
  /** Something was changed by hand: look at once. */
  nudge(): void;
  stop(): Promise<void>;
}

/** Who has a follower keeps it by coming again; after so long without, another process takes over. */
const LEASE_MS = 15_000;
const LEASE_EVERY_MS = 5000;
/** What comes within this time is read together. */
const GATHER_MS = 200;
/** So often it is looked whether a wait is over: clocks may be set. */
const LOOK_MS = 1000;
const TRIM_EVERY_MS = 3_600_000;

interface Runner<Row> {
  row: Row;
  /** IDLE: it has read all; WAITS: for an instant. */
  state: 'BUSY' | 'IDLE' | 'WAITS';
  isWoken: boolean;
  wake: (() => void) | null;
  readonly stop: AbortController;
  ended: Promise<void>;
}

/** Steps with followers in this process, those that no other one has. All that it has to know again stands in the graph. */
export function startFollowers<Row extends { readonly id: string }, Place>(
  followers: Followers<Row, Place>,
  { feed, wall, log }: { readonly feed: FeedHub; readonly wall: () => number; readonly log: Logger },
): FollowersWorker {
  const runners = new Map<string, Runner<Row>>();
  const stopping = new AbortController();
  let release: (() => void) | null = null;
  let wake: (() => void) | null = null;
  let isNudged = false;
  let trimmedAt = -Infinity;
  const nudge = () => {
    isNudged = true;
    wake?.();
  };
  const leave = feed.onMore(() => {
    for (const runner of runners.values()) if (runner.state !== 'WAITS') rouse(runner);
  });

  const run = async (id: string, runner: Runner<Row>): Promise<void> => {
    const { signal } = runner.stop;
    const place = followers.placeOf(runner.row);
    const wait = async (ms: number) => {
      if (!runner.isWoken) await pause(ms, signal, (over) => (runner.wake = over));
      runner.wake = null;
    };
    while (!signal.aborted) {
      runner.isWoken = false;
      runner.state = 'BUSY';
      const step = await followers.step(runner.row, place, signal).catch((error: unknown): Step<Row> => {
        log.debug({ err: error, id }, `${followers.name} wait`);
        return { until: wall() + LOOK_MS };
      });
      if (step === 'LOST') {
        await pause(GATHER_MS, signal);
        break;
      }
      if (step === 'IDLE') {
        runner.state = 'IDLE';
        await wait(LEASE_MS);
        await pause(GATHER_MS, signal);
      } else if ('until' in step) {
        runner.state = step.orMore ? 'IDLE' : 'WAITS';
        while (!signal.aborted && !runner.isWoken && wall() < step.until)
          await wait(Math.min(step.until - wall(), LOOK_MS));
        if (step.orMore && runner.isWoken) await pause(GATHER_MS, signal);
      } else runner.row = step.row;
    }
    // Somebody changed it, or calls it now: look again.
    if (runners.get(id) === runner) runners.delete(id);
    if (!signal.aborted) nudge();
  };

  const lease = async (): Promise<void> => {
    const rows = await followers.lease(LEASE_MS);
    const held = new Set(rows.map(({ id }) => id));
    for (const [id, runner] of runners) if (!held.has(id)) runner.stop.abort();
    if (rows.length > 0) release ??= feed.use();
    else {
      release?.();
      release = null;
    }
    for (const row of rows) {
      const running = runners.get(row.id);
      // What a step makes of it is newer than what was read here.
      if (running?.state === 'BUSY') continue;
      if (running) {
        running.row = row;
        rouse(running);
        continue;
      }
      const stop = new AbortController();
      const runner: Runner<Row> = {
        row,
        state: 'BUSY',
        isWoken: false,
        wake: null,
        stop,
        ended: Promise.resolve(),
      };
      runners.set(row.id, runner);
      runner.ended = run(row.id, runner);
    }
  };
  const trim = async (): Promise<void> => {
    if (performance.now() - trimmedAt < TRIM_EVERY_MS) return;
    if (!(await followers.trim())) trimmedAt = performance.now();
  };
  const look = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      isNudged = false;
      await lease()
        .then(trim)
        .catch((error: unknown) => log.debug({ err: error }, `${followers.name} wait`));
      if (!isNudged) await pause(LEASE_EVERY_MS, stopping.signal, (over) => (wake = over));
      wake = null;
    }
  };
  const looking = look();
  return {
    nudge,
    async stop() {
      stopping.abort();
      leave();
      await looking;
      const ending = [...runners.values()];
      for (const { stop } of ending) stop.abort();
      await Promise.allSettled(ending.map(({ ended }) => ended));
      release?.();
      await followers.release().catch(() => undefined);
    },
  };
}

function rouse<Row>(runner: Runner<Row>): void {
  runner.isWoken = true;
  runner.wake?.();
}

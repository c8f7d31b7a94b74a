import { Redis } from 'ioredis';
import { channelOf, type Topics } from 'graph-schema/topics';
import type { Logger } from 'pino';

type Listener = () => void;

/** Redis pub/sub for one process: one subscription to Redis, any number of listeners here. */
export interface Nudges {
  /** Calls back when the shipment's journey, or a means of transport, may have changed. Returns the way out. */
  onJourney(shipmentId: string, listener: (feed: Topics['journey:changed']) => void): Listener;
  onPosition(subject: string, listener: Listener): Listener;
  /** Calls back with whatever moved. Returns the way out. */
  onAnyPosition(listener: (subject: string) => void): Listener;
  /** Calls back with each place of the feed that is told of. Returns the way out. */
  onFeed(listener: (feed: Topics['journey:changed']) => void): Listener;
  /** Redis was away: whoever listens looks again, since nudges may be lost. */
  onResumed(listener: Listener): Listener;
  close(): void;
}

export function connectNudges(url: string, prefix: string, log: Logger): Nudges {
  // enableReadyCheck asks INFO, which a subscriber connection may not: the subscription would hang.
  const redis = new Redis(url, { enableReadyCheck: false, maxRetriesPerRequest: null });
  const journeys = new Listeners<Topics['journey:changed']>();
  const positions = new Listeners<Topics['position:changed']>();
  const moved = new Set<(subject: string) => void>();
  const feed = new Set<(told: Topics['journey:changed']) => void>();
  const resumed = new Set<Listener>();
  let readyBefore = false;
  redis.on('error', (error) => log.debug({ err: error.message }, 'nudges'));
  redis.on('ready', () => {
    if (readyBefore) for (const listener of resumed) listener();
    readyBefore = true;
  });
  const [journeyChannel, positionChannel] = [
    channelOf(prefix, 'journey:changed'),
    channelOf(prefix, 'position:changed'),
  ];
  redis
    .subscribe(journeyChannel, positionChannel)
    .catch((error: unknown) => log.error({ err: error }, 'nudges'));
  redis.on('message', (channel, text) => {
    if (channel === journeyChannel) {
      const nudge = JSON.parse(text) as Topics['journey:changed'];
      for (const listener of feed) listener(nudge);
      journeys.call(nudge.shipmentId, nudge);
    } else {
      const nudge = JSON.parse(text) as Topics['position:changed'];
      for (const listener of moved) listener(nudge.subject);
      positions.call(nudge.subject, nudge);
    }
  });
  return {
    onJourney: (id, listener) => journeys.add(id, listener),
    onPosition: (subject, listener) => positions.add(subject, listener),
    onAnyPosition(listener) {
      moved.add(listener);
      return () => moved.delete(listener);
    },
    onFeed(listener) {
      feed.add(listener);
      return () => feed.delete(listener);
    },
    onResumed(listener) {
      resumed.add(listener);
      return () => resumed.delete(listener);
    },
    close: () => redis.disconnect(),
  };
}

class Listeners<T> {
  readonly #byKey = new Map<string, Set<(value: T) => void>>();

  add(key: string, listener: (value: T) => void): Listener {
    const set = this.#byKey.get(key) ?? new Set();
    this.#byKey.set(key, set);
    set.add(listener);
    return () => {
      set.delete(listener);
      if (set.size === 0) this.#byKey.delete(key);
    };
  }

  call(key: string, value: T): void {
    for (const listener of this.#byKey.get(key) ?? []) listener(value);
  }
}

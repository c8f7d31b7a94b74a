import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { SourceProfile } from 'graph-schema/domain/source';

/** Keeps a source within its messages a minute, over all receivers and all ingest processes. */
export interface RateLimit {
  /**
   * Counts one message; answers the seconds to wait, 0 when it may come now. `sha256` names it: one that is offered again
   * and again while it waits was held back once.
   */
  take(source: SourceProfile, sha256: string): Promise<number>;
  /** How often each source was held back since then, by its id: counted by the hour, and kept for a month. */
  heldBackSince(instant: number): Promise<Record<string, number>>;
}

const MINUTE_SECONDS = 60;
const HOUR_MS = 3_600_000;
const KEPT_HOURS = 31 * 24;

/** Without Redis each process counts for itself: a queue that is away must not stop the intake, nor open it wide. */
export function createRateLimit(
  redis: Redis,
  prefix: string,
  now: () => number,
  onHeldBack: (source: string) => void = () => undefined,
): RateLimit {
  const limiters = new Map<number, RateLimiterRedis>();
  const limiterOf = (points: number): RateLimiterRedis => {
    const known = limiters.get(points);
    if (known) return known;
    const options = { points, duration: MINUTE_SECONDS };
    const limiter = new RateLimiterRedis({
      ...options,
      storeClient: redis,
      keyPrefix: `${prefix}:rate:${points}`,
      insuranceLimiter: new RateLimiterMemory(options),
      rejectIfRedisNotReady: true,
    });
    limiters.set(points, limiter);
    return limiter;
  };
  const waiting = new Map<string, string>();
  const countsOf = (hour: number) => `${prefix}:held-back:${hour}`;
  const count = async (source: string): Promise<void> => {
    onHeldBack(source);
    const key = countsOf(Math.floor(now() / HOUR_MS));
    // Hours of the service clock may be short ones: what is old by the wall clock is old by any.
    await redis
      .multi()
      .hincrby(key, source, 1)
      .expire(key, (KEPT_HOURS * HOUR_MS) / 1000)
      .exec();
  };
  return {
    async take({ id, messagesPerMinuteMax }, sha256) {
      if (messagesPerMinuteMax === null) return 0;
      try {
        await limiterOf(messagesPerMinuteMax).consume(id);
        return 0;
      } catch (refused) {
        const wait = (refused as { readonly msBeforeNext?: number }).msBeforeNext;
        // Anything else is a fault of the limiter, which is no reason to refuse a message.
        if (wait === undefined) return 0;
        if (waiting.get(id) !== sha256) await count(id).catch(() => undefined);
        waiting.set(id, sha256);
        return Math.max(1, Math.ceil(wait / 1000));
      }
    },
    async heldBackSince(instant) {
      const last = Math.floor(now() / HOUR_MS);
      const first = Math.max(Math.floor(instant / HOUR_MS), last - KEPT_HOURS);
      const asked = redis.pipeline();
      for (let hour = first; hour <= last; hour += 1) asked.hgetall(countsOf(hour));
      const total: Record<string, number> = {};
      for (const [, counts] of (await asked.exec()) ?? [])
        for (const [source, times] of Object.entries((counts ?? {}) as Record<string, string>))
          total[source] = (total[source] ?? 0) + Number(times);
      return total;
    },
  };
}

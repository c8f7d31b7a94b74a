import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { SourceProfile } from 'graph-schema/domain/source';

/** Keeps a source within its messages a minute, over all ingest processes. */
export interface RateLimit {
  /** Counts one message; answers the seconds to wait, 0 when it may come now. */
  take(source: SourceProfile): Promise<number>;
}

const MINUTE_SECONDS = 60;

/** Without Redis each process counts for itself: a queue that is away must not stop the intake, nor open it wide. */
export function createRateLimit(redis: Redis, prefix: string): RateLimit {
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
  return {
    async take({ id, messagesPerMinuteMax }) {
      if (messagesPerMinuteMax === null) return 0;
      try {
        await limiterOf(messagesPerMinuteMax).consume(id);
        return 0;
      } catch (refused) {
        const wait = (refused as { readonly msBeforeNext?: number }).msBeforeNext;
        // Anything else is a fault of the limiter, which is no reason to refuse a message.
        return wait === undefined ? 0 : Math.max(1, Math.ceil(wait / 1000));
      }
    },
  };
}

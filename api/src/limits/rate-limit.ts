import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How far somebody is with what he may ask in a minute. */
export interface Quota {
  readonly isOver: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until his minute is over. */
  readonly resetSeconds: number;
}

const MINUTE_SECONDS = 60;
/** More new names than this in a minute are counted as one, so that whoever invents names fills no memory. */
const NAMES_MAX = 10_000;
/** No name is empty: nobody else is counted here. */
const THE_REST = '';
const NEW_NAMES = 'new names';

/**
 * Counts requests, or tries, by whom they come from, for a minute from his first one on; in this process alone, which it is there to
 * protect: Redis may be lost, and would be asked before each answer.
 */
export class RateLimit {
  readonly #requests: RateLimiterMemory;
  readonly #newNames: RateLimiterMemory;

  constructor(limit: number, namesMax: number = NAMES_MAX) {
    this.#requests = new RateLimiterMemory({ points: limit, duration: MINUTE_SECONDS });
    this.#newNames = new RateLimiterMemory({ points: namesMax, duration: MINUTE_SECONDS });
  }

  async take(name: string): Promise<Quota> {
    const counted = (await this.#hasPlace(name)) ? name : THE_REST;
    const { isOver, result } = await consume(this.#requests, counted);
    return {
      isOver,
      limit: this.#requests.points,
      remaining: result.remainingPoints,
      resetSeconds: Math.ceil(result.msBeforeNext / 1000),
    };
  }

  async #hasPlace(name: string): Promise<boolean> {
    const known = await this.#requests.get(name);
    if (known !== null && known.msBeforeNext > 0) return true;
    return !(await consume(this.#newNames, NEW_NAMES)).isOver;
  }
}

/** The library throws what it answers where there is too much. */
async function consume(limiter: RateLimiterMemory, name: string): Promise<{ isOver: boolean; result: RateLimiterRes }> {
  try {
    return { isOver: false, result: await limiter.consume(name) };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { isOver: true, result: error };
    throw error;
  }
} // prettier-ignore

/** How far somebody is with what he may ask in this minute. */
export interface Quota {
  readonly isOver: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until the minute is over. */
  readonly resetSeconds: number;
}

const MINUTE_MS = 60_000;

/** Counts requests by whom they come from, minute by minute; in this process alone. */
export class RateLimit {
  readonly #limit: number;
  readonly #wall: () => number;
  #counts = new Map<string, number>();
  #minute = 0;

  constructor(limit: number, wall: () => number) {
    this.#limit = limit;
    this.#wall = wall;
  }

  take(key: string): Quota {
    const at = this.#wall();
    const minute = Math.floor(at / MINUTE_MS);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return {
      isOver: count > this.#limit,
      limit: this.#limit,
      remaining: Math.max(0, this.#limit - count),
      resetSeconds: Math.ceil(((minute + 1) * MINUTE_MS - at) / 1000),
    };
  }
}

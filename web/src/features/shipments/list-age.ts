import { type Age, ageOf } from '../../time/age.ts';

/** When a list was fetched, by the service's clock, and how fast that runs. */
export interface Fetched {
  /** UTC. */
  readonly at: string;
  /** Against the wall clock of whoever waits: 1, and more in the sample world. */
  readonly clockRate: number;
}

/** So long a list counts as new, for whoever sits before it. */
const FRESH_MS = 60_000;

/** How old a list is, in the time of its ships; null: it was fetched within the last minute. A clock that lags makes none of the future. */
export function listAge({ at, clockRate }: Fetched, now: number): Age | null {
  const fetchedAt = Date.parse(at);
  const since = Math.max(0, now - fetchedAt);
  return since < FRESH_MS * clockRate ? null : ageOf(fetchedAt, fetchedAt + since);
}

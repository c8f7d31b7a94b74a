const DAY_MS = 86_400_000;
/** What one press of an arrow key moves by, where a slider has no stops of its own. */
export const STEP_MS = 15 * 60_000;

/** The range of a slider, epoch milliseconds, at whole steps. */
export interface SliderRange {
  readonly first: number;
  readonly last: number;
  /** Where its thumb stands. */
  readonly value: number;
}

/** From an instant to the present, at whole steps of the clock; what lies outside stands at the nearer end. */
export function rangeSince(since: number, now: number, stepMs: number, asOf: string | null): SliderRange {
  const last = Math.floor(now / stepMs) * stepMs;
  const first = Math.min(Math.floor(since / stepMs) * stepMs, last);
  const at = asOf === null ? last : Math.round(Date.parse(asOf) / stepMs) * stepMs;
  return { first, last, value: Math.min(Math.max(at, first), last) };
}

/** The instant so many days before another one. */
export function daysBefore(now: number, days: number): number {
  return now - days * DAY_MS;
}

/** The instant of a place on the slider; null: its end is now, whatever that will be. */
export function instantAt(value: number, { last }: Pick<SliderRange, 'last'>): string | null {
  return value >= last ? null : new Date(value).toISOString();
}

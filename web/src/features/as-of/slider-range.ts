const DAY_MS = 86_400_000;
/** What one press of an arrow key moves by. */
export const STEP_MS = 15 * 60_000;

/** The range of a slider, epoch milliseconds, at whole quarters of an hour. */
export interface SliderRange {
  readonly first: number;
  readonly last: number;
  /** Where its thumb stands. */
  readonly value: number;
}

/** From so many days ago to the present; what lies outside stands at the nearer end. */
export function sliderRange(now: number, days: number, asOf: string | null): SliderRange {
  const last = Math.floor(now / STEP_MS) * STEP_MS;
  const first = last - days * DAY_MS;
  const at = asOf === null ? last : Math.round(Date.parse(asOf) / STEP_MS) * STEP_MS;
  return { first, last, value: Math.min(Math.max(at, first), last) };
}

/** The instant of a place on the slider; null: its end is now, whatever that will be. */
export function instantAt(value: number, { last }: Pick<SliderRange, 'last'>): string | null {
  return value >= last ? null : new Date(value).toISOString();
}

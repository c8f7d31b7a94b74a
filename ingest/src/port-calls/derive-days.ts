import type { Gazetteer } from 'graph-schema/domain/place';
import type { MovedMeans } from 'graph-schema/cypher/read/track-news';
import { callsOf, type PreparedZones } from 'graph-schema/domain/calls/calls-of';
import type { DerivedCall } from 'graph-schema/domain/calls/derived-call';
import type { Mover } from 'graph-schema/domain/calls/track-fix';
import { unpackFixes, type TrackFix } from 'graph-schema/geo/track';
import { flownAs, type Flown } from './flown-as.ts';

/** What happened on a day is told by the days before it and the one after: no window moves with the clock. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 1;
const DAY_MS = 86_400_000;

export interface DayCalls {
  readonly day: string;
  /** Epoch seconds of the last position that was looked at. */
  readonly lastFix: number;
  readonly calls: readonly FlownCall[];
}

/** What a track shows, with the flight that it was where that is known. */
export interface FlownCall extends DerivedCall {
  readonly flown: Flown | null;
}

/** Days whose calls may be others when positions of these days came. */
export function daysTouched(news: readonly string[]): string[] {
  const days = new Set<string>();
  for (const day of news)
    for (let off = -DAYS_AFTER; off <= DAYS_BEFORE; off += 1) days.add(dayFrom(day, off));
  return [...days].sort();
}

/** First and last day of the positions that are needed for these days. */
export function daysNeeded(days: readonly string[]): [from: string, to: string] {
  const [first = ''] = days;
  return [dayFrom(first, -DAYS_BEFORE), dayFrom(days.at(-1) ?? first, DAYS_AFTER)];
}

/** The calls of each of these days that has positions: functions of the positions alone. */
export function deriveDays(
  means: MovedMeans,
  mover: Mover,
  days: readonly string[],
  { zones, places }: { readonly zones: PreparedZones; readonly places: Gazetteer },
): DayCalls[] {
  const fixes = new Map(
    means.days.map((one): [string, TrackFix[]] => [one.day, unpackFixes(one.points, one.motion ?? [])]),
  );
  const signs = means.days.flatMap((one) => (one.signs === null ? [] : [one.signs]));
  return days
    .filter((day) => fixes.has(day))
    .map((day) => {
      const window: TrackFix[] = [];
      for (let off = -DAYS_BEFORE; off <= DAYS_AFTER; off += 1)
        window.push(...(fixes.get(dayFrom(day, off)) ?? []));
      const start = Date.parse(day) / 1000;
      const all = callsOf(window, mover, zones);
      const ofDay = all
        .filter(({ at }) => at >= start && at < start + DAY_MS / 1000)
        .map((call) => ({ ...call, flown: flownAs(call, all, signs, places) }));
      return { day, lastFix: Math.max(...window.map(([at]) => at)), calls: ofDay };
    });
}

function dayFrom(day: string, off: number): string {
  return new Date(Date.parse(day) + off * DAY_MS).toISOString().slice(0, 10);
}

import { Temporal } from 'temporal-polyfill';
import type { Place } from './place.ts';
import type { EventTime, ZoneSource } from './tracking-event.ts';

/** A wall clock as a message wrote it. */
export interface WallClock {
  /** `2026-11-21T09:28:00`; for `DAY` precision any time of day is ignored. */
  readonly local: string;
  readonly precision: 'MINUTE' | 'DAY';
  /** `+08:00`, `Z` or an IANA zone if the message itself says it, else null. */
  readonly explicitZone: string | null;
}

/**
 * Turns a reported wall clock into an instant. Local times belong to the place of the event, so the order is: zone in
 * the message, zone of the facility or place, default of the sender (and then the caller raises UNKNOWN_ZONE).
 * A local time inside a DST gap is read with the offset before the gap. Returns null when `local` is no valid date.
 */
export function eventTimeAt(clock: WallClock, place: Place | null, defaultZone: string): EventTime | null {
  const zone = clock.explicitZone ?? place?.zone ?? defaultZone;
  const zoneSource: ZoneSource = clock.explicitZone
    ? 'EXPLICIT'
    : place?.zone
      ? place.kind === 'TERMINAL'
        ? 'FACILITY'
        : 'PLACE'
      : 'SENDER_DEFAULT';
  try {
    const wall = Temporal.PlainDateTime.from(clock.local, { overflow: 'reject' });
    const read =
      clock.precision === 'DAY' ? wall.with({ hour: 0, minute: 0, second: 0, millisecond: 0 }) : wall;
    const instant = read
      .toZonedDateTime(zone === 'Z' ? 'UTC' : zone, { disambiguation: 'earlier' })
      .toInstant();
    return {
      instant: instant.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString(),
      local: read
        .round({ smallestUnit: 'second', roundingMode: 'floor' })
        .toString({ smallestUnit: 'second' }),
      zone: zone === 'Z' ? 'UTC' : zone,
      zoneSource,
      precision: clock.precision,
    };
  } catch {
    return null;
  }
}

/** An instant that the message gave with its offset (`2026-11-21T09:28:00+08:00`), or null if it is none. */
export function eventTimeFromIso(text: string): EventTime | null {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)$/i.exec(
    text.trim(),
  );
  if (!parts) return null;
  const [, date, time, offset] = parts;
  if (!date || !time || !offset) return null;
  const zone =
    offset.toUpperCase() === 'Z'
      ? 'UTC'
      : offset.includes(':')
        ? offset
        : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  return eventTimeAt({ local: `${date}T${time}`, precision: 'MINUTE', explicitZone: zone }, null, 'UTC');
}

/**
 * The year of a date that came without one: the year that puts it nearest to the receipt, an equal distance falling
 * to the past. `month` and `day` are one-based. Null when no near year has that date (29 February).
 */
export function nearestYear(month: number, day: number, receivedAt: string): number | null {
  const received = Date.parse(receivedAt);
  const year = new Date(received).getUTCFullYear();
  let best: { year: number; distance: number } | null = null;
  for (const candidate of [year - 1, year, year + 1]) {
    const time = Date.UTC(candidate, month - 1, day, 12);
    if (new Date(time).getUTCMonth() !== month - 1) continue;
    const distance = Math.abs(time - received);
    if (!best || distance < best.distance) best = { year: candidate, distance };
  }
  return best?.year ?? null;
}

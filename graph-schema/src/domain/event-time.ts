import { zoneOffset } from './zone-offset.ts';
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
  const wall = readWall(clock);
  if (wall === null) return null;
  const offsetMs = zoneOffset(zone, wall.dayMs + wall.ofDayMs);
  if (offsetMs === null) return null;
  return {
    instant: instantOf(wall, offsetMs),
    local: wall.text,
    zone: zone === 'Z' ? 'UTC' : zone,
    zoneSource,
    precision: clock.precision,
  };
}

/** A wall clock to the second. */
interface Wall {
  /** `2026-11-21T09:28:00` */
  readonly text: string;
  /** Midnight of the day, as if it were UTC. */
  readonly dayMs: number;
  readonly ofDayMs: number;
}

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;

/** Null when there is no such date or time. This runs for every event of the largest feeds: digits, no parts. */
function readWall({ local, precision }: WallClock): Wall | null {
  if (!SHAPE.test(local)) return null;
  const year = two(local, 0) * 100 + two(local, 2);
  const month = two(local, 5);
  const day = two(local, 8);
  // `Date.UTC` takes the years before 100 for those of the twentieth century.
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const hour = local.length > 10 ? two(local, 11) : 0;
  const minute = local.length > 10 ? two(local, 14) : 0;
  const second = local.length > 16 ? two(local, 17) : 0;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = local.slice(0, 10);
  const dayMs = Date.UTC(year, month - 1, day);
  if (precision === 'DAY' || local.length === 10) return { text: `${date}T00:00:00`, dayMs, ofDayMs: 0 };
  const isFull = local.length === 19 && local.charAt(10) === 'T';
  const text = isFull ? local : `${date}T${local.slice(11, 16)}:${pad(second)}`;
  return { text, dayMs, ofDayMs: ((hour * 60 + minute) * 60 + second) * 1000 };
}

/** The offset mostly moves the clock within its day, and then the date is kept as text. */
function instantOf({ text, dayMs, ofDayMs }: Wall, offsetMs: number): string {
  const ms = ofDayMs - offsetMs;
  if (ms < 0 || ms >= DAY_MS || offsetMs % 60_000 !== 0)
    return `${new Date(dayMs + ms).toISOString().slice(0, 19)}Z`;
  const minutes = Math.floor(ms / 60_000);
  return `${text.slice(0, 11)}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}${text.slice(16)}Z`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that two digits make. */
function two(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
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

/** Epoch milliseconds at which a time has passed: of a day alone the midnight that ends it there, be it 23 hours long. */
export function endOf({ instant, local, zone, precision }: EventTime): number {
  if (precision === 'MINUTE') return Date.parse(instant);
  const nextMidnight = Date.parse(`${local.slice(0, 10)}T00:00:00Z`) + DAY_MS;
  const offset = zoneOffset(zone, nextMidnight);
  return offset === null ? Date.parse(instant) + DAY_MS : nextMidnight - offset;
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

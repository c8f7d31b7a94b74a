import { eventTimeAt, eventTimeFromIso } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { wallClock } from '../../syntax/wall-clock.ts';

/** RFC 3339 date-time, the seconds and the offset being what senders leave out. */
const SHAPE = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|z|[+-]\d\d:?\d\d)?)?$/;

/** `2026-11-21T09:28:00+08:00` or `…Z`, optionally with a fraction: the form that nearly all events have. */
const FULL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * A time with an offset is taken by arithmetic: the offset says all, and the wall clock stays as reported.
 * Without an offset it is the local time of the place, as DCSA's wording has it; a date alone is that day.
 */
export function readTime(text: string, place: Place | null, defaultZone: string): EventTime | null {
  if (FULL.test(text)) {
    const time = byArithmetic(text.slice(0, 19), text.endsWith('Z') ? 'UTC' : text.slice(-6));
    if (time) return time;
  }
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [, date = '', hour, minute, second = '00', offset] = parts;
  if (offset !== undefined) return eventTimeFromIso(text);
  if (hour === undefined) return eventTimeAt(wallClock(date, null), place, defaultZone);
  const local = `${date}T${hour}:${minute}:${second}`;
  return eventTimeAt({ local, precision: 'MINUTE', explicitZone: null }, place, defaultZone);
}

/**
 * Null for a day that no month has and for a clock that no wall has. The offset mostly moves the clock within its day,
 * and then the date is kept as text: this runs twice for every event of the largest feeds.
 */
function byArithmetic(local: string, zone: string): EventTime | null {
  const hour = two(local, 11);
  const minute = two(local, 14);
  if (!isDay(local) || hour > 23 || minute > 59 || two(local, 17) > 59) return null;
  const shift = zone === 'UTC' ? 0 : two(zone, 1) * 60 + two(zone, 4);
  const ofDay = hour * 60 + minute - (zone.startsWith('-') ? -shift : shift);
  const instant =
    ofDay >= 0 && ofDay < 1440
      ? `${local.slice(0, 11)}${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}${local.slice(16)}Z`
      : `${new Date(Date.parse(`${local}Z`) + (ofDay - hour * 60 - minute) * 60_000).toISOString().slice(0, 19)}Z`;
  return { instant, local, zone, zoneSource: 'EXPLICIT', precision: 'MINUTE' };
}

function isDay(local: string): boolean {
  const month = two(local, 5);
  const day = two(local, 8);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || new Date(Date.UTC(Number(local.slice(0, 4)), month, 0)).getUTCDate() >= day;
}

/** The number that two digits make. */
function two(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

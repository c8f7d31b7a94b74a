import type { EventTime } from 'graph-schema/domain/tracking-event';
import { zoneOffset } from 'graph-schema/domain/zone-offset';

/**
 * RFC 3339 by the clock of the place: what was said with another offset or in UTC is turned into it where the place's zone is
 * known. The instant is the same.
 */
export function localDateTime({ instant, local, zone }: EventTime, placeZone: string | null): string {
  const at = Date.parse(instant);
  const own = placeZone === null ? null : offsetAt(placeZone, at);
  if (own !== null && zone !== placeZone) return withOffset(at, own);
  return withOffset(at, Date.parse(`${local}Z`) - at);
}

/** UTC, without a fraction that says nothing. */
export function utcDateTime(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** Milliseconds that the wall clock of a zone is ahead of UTC at an instant; null where that is not known. */
function offsetAt(zone: string, at: number): number | null {
  const near = zoneOffset(zone, at);
  const offset = near === null ? null : zoneOffset(zone, at + near);
  // Of an hour that is there twice the later one cannot be told by its wall clock.
  return offset !== null && zoneOffset(zone, at + offset) === offset ? offset : null;
}

function withOffset(at: number, offsetMs: number): string {
  const wall = new Date(at + offsetMs).toISOString().slice(0, 19);
  const minutes = Math.round(offsetMs / 60_000);
  if (minutes === 0) return `${wall}Z`;
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${wall}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

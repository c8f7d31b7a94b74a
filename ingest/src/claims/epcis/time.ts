import { eventTimeAt } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { readTime } from '../json/iso-time.ts';

const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;

/**
 * The instant is eventTime's, in whatever offset it was serialised; eventTimeZoneOffset is the zone of the place where it
 * happened (EPCIS 2.0, 7.4.1.1), so the wall clock shown is that one. An eventTime without an offset is read in it.
 */
export function epcisTime(
  eventTime: string,
  offset: string | null,
  place: Place | null,
  defaultZone: string,
): EventTime | null {
  const zone = offset === 'Z' ? '+00:00' : offset !== null && OFFSET.test(offset) ? offset : null;
  const time = readTime(eventTime, place, zone ?? defaultZone);
  if (!time || zone === null) return time;
  const { precision } = time;
  if (time.zoneSource !== 'EXPLICIT')
    return eventTimeAt({ local: time.local, precision, explicitZone: zone }, null, zone);
  const minutes = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * (zone.startsWith('-') ? -1 : 1);
  const local = new Date(Date.parse(time.instant) + minutes * 60_000).toISOString().slice(0, 19);
  return eventTimeAt({ local, precision, explicitZone: zone }, null, zone) ?? time;
}

import { eventTimeAt, eventTimeFromIso } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { zoneOffset } from 'graph-schema/domain/zone-offset';

/** The instant, with the wall clock of the place beside it as everybody there tells it. */
export function timeThere(at: string, place: Place | null): EventTime | null {
  const told = eventTimeFromIso(at);
  if (!told || !place?.zone) return told;
  const instant = Date.parse(told.instant);
  const near = instant + (zoneOffset(place.zone, instant) ?? 0);
  const local = new Date(instant + (zoneOffset(place.zone, near) ?? 0)).toISOString().slice(0, 19);
  const there = eventTimeAt({ local, precision: 'MINUTE', explicitZone: null }, place, 'UTC');
  // In the hour that a clock repeats, the wall clock alone would mean the other one.
  return there?.instant === told.instant ? there : told;
}

import type { Place } from 'graph-schema/domain/place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { readTime } from '../../claims/json/iso-time.ts';

/** XML schema dates may carry an offset (`2026-11-09+01:00`): the day is meant, whatever the offset. */
export function customsTime(written: string, place: Place | null, defaultZone: string): EventTime | null {
  return readTime(written.replace(/^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$/, '$1'), place, defaultZone);
}

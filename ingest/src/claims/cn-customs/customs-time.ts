import { eventTimeAt } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readWallClock } from '../../syntax/wall-clock.ts';

/** All of China's customs writes Beijing time, also where the message does not say so. */
const CUSTOMS_ZONE = 'Asia/Shanghai';
const DATE_ZONES = Object.fromEntries(
  loadCodeList('cn-manifest-xml/date-zones').rows.map((row) => [row.code, row.canonical ?? CUSTOMS_ZONE]),
);

/** A customs date-time; the zone is that of the office, which is Beijing time throughout. Null when unreadable. */
export function customsTime(written: string, place: Place | null): EventTime | null {
  const clock = readWallClock(written, DATE_ZONES);
  const there = place?.country === 'CN' ? { ...place, zone: CUSTOMS_ZONE } : null;
  return clock && eventTimeAt(clock, there, CUSTOMS_ZONE);
}

import type { EventTime } from 'graph-schema/domain/tracking-event';
import { zoneOffset } from 'graph-schema/domain/zone-offset';

/** `2026-11-21 09:28 +08:00 (Asia/Shanghai)`, as it was told; of a time that is known to the day the day alone. */
export function timeText({ instant, local, zone, precision }: EventTime): string {
  if (precision === 'DAY') return local.slice(0, 10);
  return wallText(Date.parse(`${local}Z`), Date.parse(instant), zone);
}

/** The same of an instant (epoch milliseconds) on the clock of a zone. */
export function instantText(at: number, zone: string): string {
  // Offsets are asked for by wall clock, which is only known with them: of what is nearly it, then of that.
  const about = at + (zoneOffset(zone, at) ?? 0);
  const wall = at + (zoneOffset(zone, about) ?? 0);
  return wallText(wall, at, zone);
}

function wallText(wall: number, at: number, zone: string): string {
  const text = new Date(wall).toISOString();
  const minutes = Math.round((wall - at) / 60_000);
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${text.slice(0, 10)} ${text.slice(11, 16)} ${offset}${zone.includes('/') ? ` (${zone})` : ''}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

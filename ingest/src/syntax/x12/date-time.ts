import type { WallClock } from 'graph-schema/domain/event-time';
import { wallClock } from '../wall-clock.ts';

/** `YY` is 1970–2069: no message of this century is older, none looks further ahead. */
function fullYear(twoDigits: string): string {
  return Number(twoDigits) >= 70 ? `19${twoDigits}` : `20${twoDigits}`;
}

/**
 * A date (X12 373: CCYYMMDD, YYMMDD before 00401) and a time (337: HHMM, HHMMSS, with tenths or hundredths HHMMSSD and
 * HHMMSSDD). Without a time it is the day. Null when it is no point in time; whether the date exists is for
 * `eventTimeAt` to say. `2400` is the next day at 00:00.
 */
export function parseX12DateTime(
  date: string | null,
  time: string | null,
  explicitZone: string | null,
): WallClock | null {
  const day = /^(\d\d|\d{4})(\d\d)(\d\d)$/.exec(date?.replace(/[-/]/g, '') ?? '');
  if (!day) return null;
  const [, year = '', month = '', ofMonth = ''] = day;
  const full = `${year.length === 2 ? fullYear(year) : year}-${month}-${ofMonth}`;
  if (time === null) return wallClock(full, null, explicitZone);
  const clock = /^(\d\d)(\d\d)(\d\d)?\d{0,2}$/.exec(time.replaceAll(':', ''));
  if (!clock) return null;
  const [, hour = '', minute = '', second = '00'] = clock;
  return wallClock(full, { hour, minute, second }, explicitZone);
}

import type { WallClock } from 'graph-schema/domain/event-time';

/**
 * Dates and times as Chinese customs, railways and spreadsheets write them:
 *
 *   20261121                     n8, day only
 *   202611210928[30[mmm]]        to the minute, the second, the millisecond
 *   202611210928086              an15: twelve digits and a zone of three characters, where `zones` knows it
 *   20261121T09283000            e-port receipts: a `T` and hundredths of a second
 *   2026-11-21[T ]09:28[:30[.5]] also with `/`, `.` or 年月日 between, one-digit parts, and `Z`, `+08:00`, `+8:00`
 *   21.11.2026 09:28             day first, with dots
 *
 * 24:00 is the end of the day: midnight of the next one. Returns null for anything else; whether the date exists is
 * for `eventTimeAt` to say.
 */
export function readWallClock(text: string, zones: Readonly<Record<string, string>> = {}): WallClock | null {
  if (text.length > 64) return null;
  const written = text.normalize('NFKC').trim();
  return readCompact(written, zones) ?? readSpaced(written);
}

const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?(\d{2,3})?)?$/;

function readCompact(written: string, zones: Readonly<Record<string, string>>): WallClock | null {
  const zone = /^\d{12}([A-Z0-9]{3})$/i.exec(written)?.[1];
  if (zone !== undefined) {
    const clock = readCompact(written.slice(0, 12), zones);
    return clock && { ...clock, explicitZone: zones[zone] ?? null };
  }
  const [, year, month, day, hour, minute, second] = COMPACT.exec(written) ?? [];
  if (!year || !month || !day) return null;
  const time = hour && minute ? { hour, minute, second: second ?? '00' } : null;
  return wallClock(`${year}-${month}-${day}`, time);
}

const SPACED =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(\d{1,2})[:时](\d{2})分?(?::?(\d{2})秒?)?(?:[.,]\d+)?)?\s*(Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?$/i;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(.*)$/;

function readSpaced(written: string): WallClock | null {
  const [, day = '', month = '', year = '', rest = ''] = DAY_FIRST.exec(written) ?? [];
  const found = SPACED.exec(year === '' ? written : `${year}-${month}-${day}${rest}`);
  if (!found) return null;
  const [, y = '', m = '', d = '', hour, minute, second = '00', zone] = found;
  const time = hour && minute ? { hour: hour.padStart(2, '0'), minute, second } : null;
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return wallClock(date, time, zone ? readOffset(zone) : null);
}

/** Names that stand for an offset whatever the season; others (`CST` is six zones) say nothing. */
const UTC_NAMES = new Set(['Z', 'UTC', 'GMT', 'UT']);

/** `+8`, `+08:00`, `UTC+8`, `GMT+0800`, `Z` as an offset that a clock can be read with; null when it is none. */
export function readOffset(text: string): string | null {
  const written = text.normalize('NFKC').trim().toUpperCase();
  if (UTC_NAMES.has(written)) return 'UTC';
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(written) ?? [];
  return sign && hours ? `${sign}${hours.padStart(2, '0')}:${minutes ?? '00'}` : null;
}

/**
 * A wall clock from the parts of a date (`2026-11-21`) and of a time of day, each two digits; without an hour it is the
 * day. 24:00 is midnight of the next day. Whether date and time exist is for `eventTimeAt` to say.
 */
export function wallClock(
  date: string,
  time: { readonly hour: string; readonly minute: string; readonly second?: string } | null,
  explicitZone: string | null = null,
): WallClock {
  if (!time) return { local: `${date}T00:00:00`, precision: 'DAY', explicitZone };
  const { hour, minute, second = '00' } = time;
  const local =
    hour === '24' && minute === '00' && second === '00'
      ? `${addDays(date, 1)}T00:00:00`
      : `${date}T${hour}:${minute}:${second}`;
  return { local, precision: 'MINUTE', explicitZone };
}

/** True when the calendar has this day (`2026-02-29` is none). */
export function isCalendarDay(date: string): boolean {
  const start = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(date);
}

/** A date so many days later. A day that does not exist stays as written, so that it is refused rather than moved. */
export function addDays(date: string, days: number): string {
  if (!isCalendarDay(date)) return date;
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

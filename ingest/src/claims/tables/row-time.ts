import { eventTimeAt, nearestYear, type WallClock } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { readDateFormat } from '../../syntax/date-format.ts';
import { dateText } from '../../syntax/xlsx/cell-text.ts';
import { readWallClock } from '../../syntax/wall-clock.ts';
import { zoneOf } from './cells.ts';
import type { RowScope } from './row-scope.ts';

/** `11-04 21:10`, `11/04`, `11月4日21:10`: people leave the year out in tables that live for weeks. */
const WITHOUT_YEAR = /^(\d{1,2})[-/.月](\d{1,2})日?(?:\s*(\d{1,2})[:时](\d{2})分?(?::(\d{2}))?)?$/;
/** Two times in one cell, or words beside it: the first time counts. */
const SEVERAL = /[\n;；(（]/;

/** A date and time of a table, in one of the ways that the sender is said to write, else in the usual ones. */
export function readTableClock(
  written: string,
  dateFormats: readonly string[],
  receivedAt: string,
): WallClock | null {
  const [text = ''] = written.split(SEVERAL, 1);
  for (const format of dateFormats) {
    const clock = readDateFormat(text, format);
    if (clock) return clock;
  }
  return readWallClock(text) ?? readSerial(text) ?? readWithoutYear(text, receivedAt);
}

/** A date of an export, which writes midnight beside it. */
const MIDNIGHT = /[T ]{1,3}0{1,2}:00(?::00(?:\.0{1,9})?)?Z?$/i;
/**
 * A time of day: `9:05`, `23.30`, `2330`, `11:30 PM`, `23:30 hrs`, `23:30 LT`; spreadsheets write their first day beside it.
 * `0.25` is none: it may as well be a quarter of a day.
 */
const CLOCK =
  /^(?:(?:1899-12-3[01]|1900-01-0[01])[T ]+)?(?!0\.)(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2}))?\s*(?:([AP])\.?M\.?|H(?:RS?)?|LT|LOCAL)?$/i;

/**
 * A date and a time of day that stand in two columns, as one text that `readTableClock` reads; as written where it reads none.
 * Midnight beside the date is no time of day, with or without a clock in the other column.
 */
export function dateAndClock(date: string, clock: string | null, reads: (text: string) => boolean): string {
  const [first = ''] = date.split(SEVERAL, 1);
  const day = first.trim().replace(MIDNIGHT, '');
  if (!clock) return day;
  const plain = plainClock(clock.normalize('NFKC').trim());
  const ways = [`${day} ${clock}`, ...(plain === null ? [] : [`${day} ${plain}`])];
  return ways.find(reads) ?? `${date} ${clock}`;
}

/** `23:30`; null where it is no time of day. */
function plainClock(written: string): string | null {
  const [, hours, minutes, seconds, half] = CLOCK.exec(written) ?? [];
  if (!hours || !minutes) return null;
  const hour = half ? hourOf(Number(hours), half.toUpperCase() === 'P') : Number(hours);
  return hour === null ? null : [String(hour).padStart(2, '0'), minutes, seconds].filter(Boolean).join(':');
}

/** The hour of a clock of twelve; afternoon is also written beside hours that need no such word (`23:30 PM`). */
function hourOf(hour: number, isAfternoon: boolean): number | null {
  if (hour === 0 || hour > 12) return isAfternoon && hour > 12 ? hour : null;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

/** A date that lost its format on the way: the day number of spreadsheets, of the years 2000 to 2100. */
function readSerial(text: string): WallClock | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text.trim())) return null;
  const serial = Number(text);
  const written = dateText(serial, { hasDay: true, hasClock: false }, false);
  return written && serial >= 36_526 && serial < 73_415 ? readWallClock(written) : null;
}

function readWithoutYear(text: string, receivedAt: string): WallClock | null {
  const [, month, day, hour, minute, second] = WITHOUT_YEAR.exec(text.normalize('NFKC').trim()) ?? [];
  if (!month || !day) return null;
  const year = nearestYear(Number(month), Number(day), receivedAt);
  if (year === null) return null;
  const clock = hour && minute ? ` ${hour.padStart(2, '0')}:${minute}${second ? `:${second}` : ''}` : '';
  return readWallClock(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${clock}`);
}

/** The time in the zone that the row says, else in that of the place, else in that of the sender. */
export function timeAt(clock: WallClock, place: Place | null, at: RowScope): EventTime | null {
  const explicitZone = clock.explicitZone ?? zoneOf(at);
  return eventTimeAt({ ...clock, explicitZone }, place, at.source.defaultZone);
}

/** The place that is told has no zone that anybody knows: the sender's was taken, and a finding UNKNOWN_ZONE is due. */
export function isAssumed({ zoneSource }: EventTime, place: ResolvedPlace | null): boolean {
  return zoneSource === 'SENDER_DEFAULT' && place?.place === null;
}

import { eventTimeAt, nearestYear, type WallClock } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
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

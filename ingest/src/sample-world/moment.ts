import { eventTimeAt } from 'graph-schema/domain/event-time';

/** An instant as milliseconds since 1970, UTC. The world is computed in these; messages are written in wall clocks. */
export type Moment = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A wall clock cut into its digits, as the flat formats want them. */
interface WallClock {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows in `zone` (IANA). */
export function wallClock(at: Moment, zone: string): WallClock {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  const part = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
  const digits = (type: Intl.DateTimeFormatPartTypes): string => part.get(type) ?? '00';
  return {
    year: digits('year'),
    month: digits('month'),
    day: digits('day'),
    hour: digits('hour'),
    minute: digits('minute'),
    second: digits('second'),
  };
}

/** `20261121` */
export function dateDigits(at: Moment, zone: string): string {
  const { year, month, day } = wallClock(at, zone);
  return year + month + day;
}

/** `202611210928`: EDIFACT format 203 and the JT flat file. */
export function minuteDigits(at: Moment, zone: string): string {
  const { hour, minute } = wallClock(at, zone);
  return dateDigits(at, zone) + hour + minute;
}

/** `20261121092800` */
export function secondDigits(at: Moment, zone: string): string {
  return minuteDigits(at, zone) + wallClock(at, zone).second;
}

/** `2026-11-21` */
export function isoDate(at: Moment, zone: string): string {
  const { year, month, day } = wallClock(at, zone);
  return `${year}-${month}-${day}`;
}

/** `2026-11-21 09:28`: how spreadsheets write it. */
export function sheetTime(at: Moment, zone: string): string {
  const { hour, minute } = wallClock(at, zone);
  return `${isoDate(at, zone)} ${hour}:${minute}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-21T09:28:00+08:00` */
export function offsetIso(at: Moment, zone: string): string {
  const { hour, minute, second } = wallClock(at, zone);
  const local = `${isoDate(at, zone)}T${hour}:${minute}:${second}`;
  const offsetMinutes = Math.round((Date.parse(`${local}Z`) - Math.floor(at / 1000) * 1000) / MINUTE);
  const size = Math.abs(offsetMinutes);
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `2026-11-21T01:28:00Z` */
export function utcIso(at: Moment): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The instant at which clocks in `zone` show this date and time. Throws on a date that does not exist: a script bug. */
export function momentAt(date: string, time: string, zone: string): Moment {
  const read = eventTimeAt(
    { local: `${date}T${time}`, precision: 'MINUTE', explicitZone: zone },
    null,
    'UTC',
  );
  if (!read) throw new Error(`no such wall clock: ${date} ${time} ${zone}`);
  return Date.parse(read.instant);
}

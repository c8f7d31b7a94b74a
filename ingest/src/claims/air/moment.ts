import { eventTimeAt, nearestYear } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { addDays, isCalendarDay, wallClock } from '../../syntax/wall-clock.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAY_CHANGES = loadCodeList('cargo-imp/day-change');

/** A date and time of day as a status line writes them: local to an airport, no year. */
export interface Moment {
  /** `YYYY-MM-DD`, the year being the one nearest to the receipt, day change already applied. */
  readonly date: string;
  /** `1502`, or null when the line gives the day only. */
  readonly clock: string | null;
}

/** `21NOV1502-N`; null when there is no such day (31 June) or the change indicator is unknown. */
export function readMoment(text: string, receivedAt: string): Moment | null {
  const [, day, month, clock, change] = /^(\d{2})([A-Z]{3})(\d{4})?(?:-([A-Z]))?$/.exec(text) ?? [];
  const monthNumber = MONTHS.indexOf(month ?? '') + 1;
  const year = monthNumber > 0 ? nearestYear(monthNumber, Number(day), receivedAt) : null;
  if (year === null) return null;
  const date = `${year}-${String(monthNumber).padStart(2, '0')}-${day}`;
  const days = dayChange(change ?? null);
  return days === null ? null : { date: addDays(date, days), clock: clock ?? null };
}

/** Days that an indicator adds, 0 for none, null for one that no table has. */
export function dayChange(indicator: string | null): number | null {
  if (indicator === null) return 0;
  const row = DAY_CHANGES.find(indicator);
  return row?.canonical ? Number(row.canonical) : null;
}

/** The moment on the clock of a place. `2400` is the next midnight. Null for a time that no clock shows. */
export function momentAt(moment: Moment, place: Place | null, defaultZone: string): EventTime | null {
  const { date, clock } = moment;
  const time = clock === null ? null : { hour: clock.slice(0, 2), minute: clock.slice(2) };
  return eventTimeAt(wallClock(date, time), place, defaultZone);
}

/**
 * The date of a day of the month that came alone (`21`): the one nearest to a known date, the month before and after
 * it included; an equal distance falls to the future, for what is announced lies ahead. Null when there is none.
 */
export function dateOfDay(day: number, near: string): string | null {
  const around = Date.parse(`${near}T12:00:00Z`);
  if (Number.isNaN(around)) return null;
  const middle = new Date(around);
  let best: { readonly time: number; readonly distance: number } | null = null;
  for (const offset of [1, 0, -1]) {
    const time = Date.UTC(middle.getUTCFullYear(), middle.getUTCMonth() + offset, day, 12);
    if (new Date(time).getUTCDate() !== day) continue;
    const distance = Math.abs(time - around);
    if (!best || distance < best.distance) best = { time, distance };
  }
  return best && new Date(best.time).toISOString().slice(0, 10);
}

/** `20NOV26` as a date; null when it is none. */
export function readFullDate(text: string): string | null {
  const [, day, month, year] = /^(\d{2})([A-Z]{3})(\d{2}|\d{4})$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month ?? '') + 1;
  if (!year || number === 0) return null;
  const date = `${year.length === 2 ? `20${year}` : year}-${String(number).padStart(2, '0')}-${day}`;
  return isCalendarDay(date) ? date : null;
}

/** Formatters are costly to make, and a file names few zones. */
const calendars = new Map<string, Intl.DateTimeFormat | null>();
const MOST_CALENDARS = 1000;

/** `YYYY-MM-DD` on the calendar of a zone; in UTC for a zone that the operator misspelt. */
export function dayIn(timeZone: string, at: Date): string {
  let calendar = calendars.get(timeZone);
  if (calendar === undefined) {
    if (calendars.size >= MOST_CALENDARS) calendars.clear();
    calendar = calendarOf(timeZone);
    calendars.set(timeZone, calendar);
  }
  return calendar ? calendar.format(at) : at.toISOString().slice(0, 10);
}

function calendarOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  } catch {
    return null;
  }
}

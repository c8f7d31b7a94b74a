import { zoneOffset } from '../zone-offset.ts';

const DAY_MS = 86_400_000;

/** Days off by country: weekends, public holidays, and weekend days that are worked instead 调休. */
export interface CountryCalendar {
  /** Years whose holidays are known. */
  readonly years: ReadonlySet<number>;
  /** 1 Monday … 7 Sunday. */
  readonly weekend: ReadonlySet<number>;
  /** `YYYY-MM-DD` */
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

export type Calendars = ReadonlyMap<string, CountryCalendar>;

const SATURDAY_AND_SUNDAY: ReadonlySet<number> = new Set([6, 7]);

/** Whether offices work there on a date (`YYYY-MM-DD`); without a calendar Saturdays and Sundays are off. */
export function isWorkingDay(calendar: CountryCalendar | undefined, date: string): boolean {
  if (calendar?.worked.has(date)) return true;
  if (calendar?.off.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return !(calendar?.weekend ?? SATURDAY_AND_SUNDAY).has(weekday);
}

/** The last of so many free days, and whether every year that was counted through is known. */
export interface CountedDay {
  readonly date: string;
  readonly isCertain: boolean;
}

/** Counts free days from a local date on, which is the first of them if it counts at all. */
export function countDays(
  from: string,
  freeDays: number,
  days: 'CALENDAR' | 'WORKING',
  calendar: CountryCalendar | undefined,
): CountedDay {
  // No free day at all: the last one was the day before.
  let date = addDays(from, -1);
  let isCertain = true;
  for (let counted = 0; counted < freeDays;) {
    date = addDays(date, 1);
    if (days === 'WORKING' && !(calendar?.years.has(Number(date.slice(0, 4))) ?? false)) isCertain = false;
    if (days === 'CALENDAR' || isWorkingDay(calendar, date)) counted += 1;
  }
  return { date, isCertain };
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another; negative if the other is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The date in a zone at an instant (epoch milliseconds); null where the zone is unknown. */
export function localDate(zone: string, at: number): string | null {
  // The offset is asked for by the wall clock; at a change of clocks the second question has the right day.
  const near = zoneOffset(zone, at);
  if (near === null) return null;
  const offset = zoneOffset(zone, at + near) ?? near;
  return new Date(at + offset).toISOString().slice(0, 10);
}

/** Epoch milliseconds of the midnight that ends a date in a zone; null where the zone is unknown. */
export function endOfDay(zone: string, date: string): number | null {
  const midnight = Date.parse(`${date}T00:00:00Z`) + DAY_MS;
  const offset = zoneOffset(zone, midnight);
  return offset === null ? null : midnight - offset;
}

import { endOfDay, isWorkingDay, localDate, type CountryCalendar } from './calendar.ts';

const HOUR_MS = 3_600_000;

/**
 * The instant by which so many hours of working days have passed since another; days off stand still. In a zone that nobody
 * knows all hours count.
 */
export function afterWorkingHours(
  from: number,
  hours: number,
  zone: string,
  calendar: CountryCalendar | undefined,
): number {
  let at = from;
  for (let left = hours * HOUR_MS; left > 0;) {
    const date = localDate(zone, at);
    const end = date === null ? null : endOfDay(zone, date);
    if (date === null || end === null || end <= at) return at + left;
    if (isWorkingDay(calendar, date)) {
      if (at + left <= end) return at + left;
      left -= end - at;
    }
    at = end;
  }
  return at;
}

import { addDays } from '../../syntax/wall-clock.ts';
import type { ScheduledLeg } from './leg.ts';

const DAY_MS = 86_400_000;

/** A day of the calendar, with its place in the week. */
export interface CalendarDay {
  readonly date: string;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly week: number;
}

export function calendarDays(first: string, last: string): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1))
    days.push({ date, weekday: weekday(date), week: weekOf(date) });
  return days;
}

/** The days of a window on which a leg flies. The work is bounded by the window, not by the period. */
export function daysWithin(leg: ScheduledLeg, window: readonly CalendarDay[]): string[] {
  const { days, from, to, everyWeeks } = leg;
  const firstWeek = everyWeeks === 1 ? 0 : weekOf(from);
  return window
    .filter(
      ({ date, weekday: on, week }) =>
        date >= from &&
        (to === null || date <= to) &&
        days.includes(on) &&
        (week - firstWeek) % everyWeeks === 0,
    )
    .map(({ date }) => date);
}

/** How many times a leg flies in its whole period; null where it has no end. */
export function countDays({ days, from, to, everyWeeks }: ScheduledLeg): number | null {
  if (to === null) return null;
  const length = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  const start = weekday(from);
  let count = 0;
  for (const day of days) {
    const first = (day - start + 7) % 7;
    if (first < length) count += Math.floor((length - 1 - first) / 7) + 1;
  }
  return everyWeeks === 1 ? count : Math.ceil(count / everyWeeks);
}

/** 1 Monday to 7 Sunday. */
function weekday(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** Number of the week, from Monday to Sunday. */
function weekOf(date: string): number {
  // 1970-01-05 was a Monday.
  return Math.floor((Date.parse(`${date}T00:00:00Z`) / DAY_MS - 4) / 7);
}

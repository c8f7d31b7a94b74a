import { addDays } from '../../syntax/wall-clock.ts';
import type { ScheduledLeg } from './leg.ts';

const DAY_MS = 86_400_000;

/** The days of a window on which a leg flies. The work is bounded by the window, not by the period. */
export function daysWithin(leg: ScheduledLeg, first: string, last: string): string[] {
  const from = leg.from > first ? leg.from : first;
  const to = leg.to !== null && leg.to < last ? leg.to : last;
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (flies(leg, day)) days.push(day);
  return days;
}

function flies({ days, from, everyWeeks }: ScheduledLeg, day: string): boolean {
  if (!days.includes(weekday(day))) return false;
  return everyWeeks === 1 || (weekOf(day) - weekOf(from)) % everyWeeks === 0;
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

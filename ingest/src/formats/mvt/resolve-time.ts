import { addDays } from '../../syntax/wall-clock.ts';
import { dateOfDay } from '../../claims/air/moment.ts';

const DAY_MS = 86_400_000;
/** Clocks of sender and receiver may differ by this much. */
const SLACK_MS = 15 * 60_000;

/**
 * The instant of `HHMM` or `DDHHMM`, UTC, as epoch milliseconds. Without a day it is the one within `days` of the flight's
 * that lies nearest to `near` (when the message was sent): a flight may leave and land on a later day than planned. What
 * has happened lies before it, however long ago; only what is expected may lie ahead. Null for a clock that no wall has.
 */
export function nearestTime(
  text: string,
  flightDate: string,
  days: number,
  near: number,
  kind: 'ACTUAL' | 'ESTIMATED',
): number | null {
  const clock = clockOf(text);
  if (clock === null) return null;
  if (text.length === 6) {
    const date = dateOfDay(Number(text.slice(0, 2)), flightDate);
    return date === null ? null : startOf(date) + clock;
  }
  const candidates = Array.from({ length: days + 1 }, (_, day) => startOf(addDays(flightDate, day)) + clock);
  // A late evening departure may leave before midnight of the day it is planned for.
  if (clock >= 23 * 3_600_000) candidates.push(startOf(addDays(flightDate, -1)) + clock);
  const past = kind === 'ACTUAL' ? candidates.filter((one) => one <= near + SLACK_MS) : [];
  return (past.length > 0 ? past : candidates).reduce((best, one) =>
    Math.abs(one - near) < Math.abs(best - near) ? one : best,
  );
}

/** The first instant of `HHMM` that is not before another: an arrival after its departure. `DDHHMM` says its day. */
export function timeAfter(text: string, flightDate: string, after: number): number | null {
  if (text.length === 6) return nearestTime(text, flightDate, 0, after, 'ESTIMATED');
  const clock = clockOf(text);
  if (clock === null) return null;
  const day = Math.floor(after / DAY_MS) * DAY_MS;
  return day + clock >= after - SLACK_MS ? day + clock : day + DAY_MS + clock;
}

function clockOf(text: string): number | null {
  const hour = Number(text.slice(-4, -2));
  const minute = Number(text.slice(-2));
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return (hour * 60 + minute) * 60_000;
}

function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

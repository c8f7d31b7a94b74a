import { addDays } from '../../syntax/wall-clock.ts';
import { dateOfDay } from '../../claims/air/moment.ts';

const DAY_MS = 86_400_000;
/** Clocks of sender and receiver may differ by this much. */
const SLACK_MS = 15 * 60_000;

const HOUR_MS = 3_600_000;
/** What was told longer ago than this is taken for read late, not for told late. */
const FRESH_MS = 6 * HOUR_MS;
/**
 * A departure on the day after the planned one whose delay nobody tells (DL is due from a quarter of an hour on) left just past
 * midnight, or is told as it happens; else the message was read a day late.
 */
const PAST_MIDNIGHT_MS = 3 * HOUR_MS;
const JUST_TOLD_MS = 1.5 * HOUR_MS;
/** Estimates of a departure look no further ahead; those of an arrival are the next such time of day. */
const AHEAD_MS = { departure: 12 * HOUR_MS, arrival: DAY_MS - SLACK_MS - 60_000 };

export interface TimeOfFlight {
  /** Planned day of departure, UTC. */
  readonly flightDate: string;
  /** When the message was sent, or received where it does not say, epoch milliseconds. */
  readonly near: number;
  readonly kind: 'ACTUAL' | 'ESTIMATED';
  /** Days after the planned one on which it may be. */
  readonly days: number;
  readonly end: 'departure' | 'arrival';
  /** Delay of the departure as the message tells it; null: it does not. */
  readonly delayMinutes?: number | null;
}

/**
 * The day of a flight by its day of the month: the one nearest to when the message was sent; of a flight that has moved
 * no later than the day after, for messages are read late.
 */
export function flightDateOf(day: number, near: string, hasMoved: boolean): string | null {
  const date = dateOfDay(day, near);
  const last = addDays(near, 1);
  if (date === null || !hasMoved || date <= last) return date;
  const [year = 0, month = 0] = date.split('-').map(Number);
  // The month before may not have the day; then the one before that does.
  for (const back of [1, 2]) {
    const earlier = new Date(Date.UTC(year, month - 1 - back, day));
    const found = earlier.toISOString().slice(0, 10);
    if (earlier.getUTCDate() === day && found <= last) return found;
  }
  return null;
}

/**
 * The instant of `HHMM` or `DDHHMM`, UTC, as epoch milliseconds. Null for a clock that no wall has. Without a day:
 *
 * 1. a departure whose delay is told is on the day on which it was, less that delay, to leave on the day of the flight;
 * 2. else what was told as it happened (or is expected next) is on the day nearest to the message;
 * 3. else the message was read late, and the day is that of the flight. What has happened never lies ahead.
 */
export function timeOfFlight(text: string, known: TimeOfFlight): number | null {
  const { flightDate, near, kind, days, end, delayMinutes = null } = known;
  const clock = clockOf(text);
  if (clock === null) return null;
  if (text.length === 6) return withDay(text, clock, flightDate);
  const all = Array.from({ length: days + 1 }, (_, day) => startOf(addDays(flightDate, day)) + clock);
  // A late evening departure may leave before midnight of the day it is planned for.
  if (clock >= 23 * HOUR_MS) all.push(startOf(addDays(flightDate, -1)) + clock);
  const past = kind === 'ACTUAL' ? all.filter((one) => one <= near + SLACK_MS) : all;
  const candidates = past.length > 0 ? past : all;
  if (delayMinutes !== null) {
    const left = candidates.find((one) => dayOf(one - delayMinutes * 60_000) === flightDate);
    if (left !== undefined) return left;
  }
  const isLateAtNight = end === 'departure' && delayMinutes === null && clock >= PAST_MIDNIGHT_MS;
  const freshOf = (one: number): number =>
    isLateAtNight && dayOf(one) > flightDate ? JUST_TOLD_MS : FRESH_MS;
  const told = candidates.filter((one) =>
    kind === 'ACTUAL'
      ? one >= near - freshOf(one) && one <= near + SLACK_MS
      : one >= near - SLACK_MS && one <= near + AHEAD_MS[end],
  );
  const own = candidates.find((one) => dayOf(one) === flightDate);
  return told.length === 0 && own !== undefined ? own : nearestOf(told.length > 0 ? told : candidates, near);
}

function nearestOf(instants: readonly number[], near: number): number {
  return instants.reduce((best, one) => (Math.abs(one - near) < Math.abs(best - near) ? one : best));
}

/** The first instant of `HHMM` that is not before another: an arrival after its departure. `DDHHMM` says its day. */
export function timeAfter(text: string, flightDate: string, after: number): number | null {
  const clock = clockOf(text);
  if (clock === null) return null;
  if (text.length === 6) return withDay(text, clock, flightDate);
  const day = Math.floor(after / DAY_MS) * DAY_MS;
  return day + clock >= after - SLACK_MS ? day + clock : day + DAY_MS + clock;
}

/** `DDHHMM`, the day being the one nearest to that of the flight. */
function withDay(text: string, clock: number, flightDate: string): number | null {
  const date = dateOfDay(Number(text.slice(0, 2)), flightDate);
  return date === null ? null : startOf(date) + clock;
}

function clockOf(text: string): number | null {
  const hour = Number(text.slice(-4, -2));
  const minute = Number(text.slice(-2));
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return (hour * 60 + minute) * 60_000;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

import { Temporal } from 'temporal-polyfill';

/** When somebody is told. Times of the day in minutes from midnight on the clock of the zone. */
export interface AlertHours {
  /** IANA zone. */
  readonly zone: string;
  /** In between nothing is told: from the one up to, not including, the other, over midnight where it is the smaller. Both null: at any time. */
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  /** Everything of a day together at this time; null: as it comes. */
  readonly digestAt: number | null;
}

/** What comes within this time goes in one letter. */
export const GATHER_MS = 60_000;
const DAY_MINUTES = 1440;

/**
 * When what came at an instant is told (epoch milliseconds, as the answer): gathered for a minute, or with the next digest; and if
 * that is in quiet hours, at their end.
 */
export function tellAt(hours: AlertHours, at: number): number {
  const { zone, digestAt } = hours;
  const then =
    digestAt === null ? (quietUntil(hours, at) ?? at + GATHER_MS) : nextAt(zone, digestAt, at, 'FIRST');
  return quietUntil(hours, then) ?? then;
}

/** When the quiet hours end in which an instant lies; null: it lies in none. */
export function quietUntil({ zone, quietFrom, quietUntil: until }: AlertHours, at: number): number | null {
  if (quietFrom === null || until === null) return null;
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const now = hour * 60 + minute;
  const isQuiet = quietFrom < until ? quietFrom <= now && now < until : now >= quietFrom || now < until;
  return isQuiet ? nextAt(zone, until, at, 'EVERY') : null;
}

/** Whether these can be meant. */
export function areAlertHours({ zone, quietFrom, quietUntil: until, digestAt }: AlertHours): boolean {
  const isTime = (minutes: number | null) =>
    minutes === null || (Number.isInteger(minutes) && minutes >= 0 && minutes < DAY_MINUTES);
  if (![quietFrom, until, digestAt].every(isTime)) return false;
  if ((quietFrom === null) !== (until === null) || (quietFrom !== null && quietFrom === until)) return false;
  return isZone(zone);
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The next instant behind another one at which clocks show a time; where it comes twice in a day, the FIRST or EVERY one counts. */
function nextAt(zone: string, minutes: number, after: number, which: 'FIRST' | 'EVERY'): number {
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  for (let days = 0; ; days += 1) {
    const shown = instantsOf(zone, today.add({ days }), minutes);
    const next = (which === 'FIRST' ? shown.slice(0, 1) : shown).find((at) => at > after);
    if (next !== undefined) return next;
  }
}

/** When clocks show a time on a day, in order: once, twice where they are set back over it; where they leap over it, when they leap. */
function instantsOf(zone: string, day: Temporal.PlainDate, minutes: number): number[] {
  const wall = day.toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  if (!first || !second) return [];
  if (first.toPlainDateTime().equals(wall))
    return [...new Set([first.epochMilliseconds, second.epochMilliseconds])];
  const leap = first.getTimeZoneTransition('next');
  return [(leap ?? second).epochMilliseconds];
}

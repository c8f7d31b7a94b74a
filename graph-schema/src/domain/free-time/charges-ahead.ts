import { addDays, daysBetween, endOfDay, localDate } from './calendar.ts';
import type { FreeTimeClock, FreeTimeKind } from './free-time-clock.ts';
import type { Rate } from './tariff.ts';

/** What one day will cost for one box, if it stays. */
export interface DayCharge {
  /** `YYYY-MM-DD`, a date at the place. */
  readonly date: string;
  /** Null: of a cargo whose boxes are not known. */
  readonly container: string | null;
  readonly kind: FreeTimeKind | null;
  /** 1 is the first day after the free time. */
  readonly day: number;
  /** Null: it costs, but what is not known. */
  readonly amount: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
}

/**
 * What each of the next days costs for every box that still stands where it costs, today (there) included, by the clocks
 * that bind. Days that are free have no entry.
 */
export function chargesAhead(clocks: readonly FreeTimeClock[], days: number, now: number): DayCharge[] {
  const charges = running(clocks).flatMap(({ clock, container }) => {
    const today = localDate(clock.zone, now);
    if (today === null) return [];
    const dates = Array.from({ length: days }, (_, ahead) => addDays(today, ahead));
    return dates.flatMap((date) => chargeOf(clock, container, date));
  });
  return charges.sort(
    (a, b) => compare(a.date, b.date) || compare(a.container, b.container) || compare(a.kind, b.kind),
  );
}

/**
 * Epoch milliseconds of the next midnight at a place at which `chargesAhead` is another one: a day that costs comes into
 * view, or is over. Null: it never is without a new fact.
 */
export function chargesChangeAt(clocks: readonly FreeTimeClock[], days: number, now: number): number | null {
  const coming = running(clocks).flatMap(({ clock: { zone, lastFreeDay } }) => {
    const today = localDate(zone, now);
    // The last day on which the first day that costs is not yet in view.
    const before = addDays(lastFreeDay, 1 - days);
    const at = today === null ? null : endOfDay(zone, today < before ? before : today);
    return at !== null && at > now ? [at] : [];
  });
  return coming.length > 0 ? Math.min(...coming) : null;
}

interface Running {
  readonly clock: FreeTimeClock;
  readonly container: string | null;
}

/** What may cost: the binding clock of each charge that runs, for each box that still stands there. */
function running(clocks: readonly FreeTimeClock[]): Running[] {
  // A term for all boxes and one for this box run side by side; the same day of a box is paid once.
  const ofBox = new Map<string, Running>();
  for (const clock of clocks) {
    if (!clock.binding || clock.startedAt === null || clock.stoppedAt !== null) continue;
    for (const container of clock.open) {
      const key = `${clock.kind}|${container}`;
      const before = ofBox.get(key);
      if (!before || clock.endsAt < before.clock.endsAt) ofBox.set(key, { clock, container });
    }
  }
  return [...ofBox.values()];
}

function chargeOf(clock: FreeTimeClock, container: string | null, date: string): DayCharge[] {
  const day = daysBetween(clock.lastFreeDay, date);
  if (day < 1) return [];
  const rate = rateOn(clock.rates, day);
  return [
    {
      date,
      container,
      kind: clock.kind,
      day,
      amount: rate?.amount ?? null,
      currency: rate?.currency ?? null,
    },
  ];
}

function rateOn(rates: readonly Rate[], day: number): Rate | null {
  return rates.findLast((rate) => rate.fromDay <= day) ?? null;
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

import { addDays } from '../../syntax/wall-clock.ts';

/** Two days in the air and on the ground between, at most: how long after its departure a flight still lands. */
const LONGEST_FLIGHT_DAYS = 2;

/** The day on which a flight that came on a day left; null where nothing says so within reach. */
export type DepartureOf = (flight: string, on: string) => string | null;

/**
 * For what only says when a flight came: the day on which it left, from whatever in the same message names both. The day
 * of arrival is no guess, so null where there is none within reach.
 */
export function flightDays(
  named: readonly { readonly flight: string; readonly date: string }[],
): DepartureOf {
  const days = new Map<string, string[]>();
  for (const { flight, date } of named) {
    const known = days.get(flight);
    if (known) known.push(date);
    else days.set(flight, [date]);
  }
  return (flight, on) => {
    const earliest = addDays(on, -LONGEST_FLIGHT_DAYS);
    // Crossing the date line eastward it lands the day before it left.
    const latest = addDays(on, 1);
    const within = (days.get(flight) ?? []).filter((day) => day >= earliest && day <= latest);
    return within.sort().at(-1) ?? null;
  };
}

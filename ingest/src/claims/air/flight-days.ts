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
  const days = new Map<string, Set<string>>();
  for (const { flight, date } of named) {
    const known = days.get(flight);
    if (known) known.add(date);
    else days.set(flight, new Set([date]));
  }
  return (flight, on) => {
    const known = days.get(flight);
    // Crossing the date line eastward it lands the day before it left.
    for (let before = -1; known && before <= LONGEST_FLIGHT_DAYS; before += 1) {
      const day = addDays(on, -before);
      if (known.has(day)) return day;
    }
    return null;
  };
}

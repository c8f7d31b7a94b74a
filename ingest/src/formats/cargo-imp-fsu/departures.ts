import { parseFlightNumber } from 'graph-schema/codes/flight';
import type { StatusLine } from './consignments.ts';
import { readStatusFields } from './fields.ts';
import { addDays } from '../../syntax/wall-clock.ts';
import { readMoment } from '../../claims/air/moment.ts';

/** Two days in the air and on the ground between, at most: how long after its departure a flight still lands. */
const LONGEST_FLIGHT_DAYS = 2;

/**
 * The day on which a flight left, for statuses that only say when it came: taken from the lines of the same message
 * that name flight, day and route. Null where there is none within reach, for the day of arrival is no guess.
 */
export function departures(
  statuses: readonly StatusLine[],
  receivedAt: string,
): (flight: string, on: string) => string | null {
  const days = new Map<string, string[]>();
  for (const { code, fields } of statuses) {
    const { found } = readStatusFields(code, fields);
    const moment = found.ROUTE && found.MOMENT ? readMoment(found.MOMENT, receivedAt) : null;
    if (!moment || !found.FLIGHT || code === 'CRC') continue;
    const flight = parseFlightNumber(found.FLIGHT).value;
    days.set(flight, [...(days.get(flight) ?? []), moment.date]);
  }
  return (flight, on) => {
    const earliest = addDays(on, -LONGEST_FLIGHT_DAYS);
    // Crossing the date line eastward it lands the day before it left.
    const latest = addDays(on, 1);
    const within = (days.get(flight) ?? []).filter((day) => day >= earliest && day <= latest);
    return within.sort().at(-1) ?? null;
  };
}

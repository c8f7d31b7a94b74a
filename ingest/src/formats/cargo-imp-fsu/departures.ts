import { parseFlightNumber } from 'graph-schema/codes/flight';
import { flightDays, type DepartureOf } from '../../claims/air/flight-days.ts';
import { readMoment } from '../../claims/air/moment.ts';
import type { StatusLine } from './consignments.ts';
import { readStatusFields } from './fields.ts';

/** The days on which flights left, as the lines of one message that name flight, day and route tell them. */
export function departures(statuses: readonly StatusLine[], receivedAt: string): DepartureOf {
  const named = statuses.flatMap(({ code, fields }) => {
    const { found } = readStatusFields(code, fields);
    const moment = found.ROUTE && found.MOMENT ? readMoment(found.MOMENT, receivedAt) : null;
    if (!moment || !found.FLIGHT || code === 'CRC') return [];
    return [{ flight: parseFlightNumber(found.FLIGHT).value, date: moment.date }];
  });
  return flightDays(named);
}

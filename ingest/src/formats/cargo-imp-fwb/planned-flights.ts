import { parseFlightNumber } from 'graph-schema/codes/flight';
import { claim, transport } from 'graph-schema/domain/claim';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { dateOfDay, momentAt } from '../../claims/air/moment.ts';
import type { TelexScope } from '../../claims/air/telex-scope.ts';
import type { ConsignmentLine } from '../../claims/air/waybill.ts';
import type { CargoImpLine } from '../../syntax/cargo-imp.ts';
import type { SegmentRow } from '../../syntax/cargo-imp/segments.ts';

interface FlightContext {
  readonly consignment: ConsignmentLine;
  readonly common: Partial<TrackingEvent>;
  /** Date that days without a month lie next to. */
  readonly near: string;
  readonly scope: TelexScope;
}

/**
 * `FLT/CA981/21/CA123/22` beside `RTG/JFKCA/LAXUA`: flight and day alternate, and the nth flight flies the nth leg, from
 * the origin over the airports of the route. Each is a departure planned for its day, local to the airport.
 */
export function plannedFlights(
  flights: readonly SegmentRow[],
  route: readonly SegmentRow[],
  { consignment, common, near, scope }: FlightContext,
): { readonly events: readonly TrackingEvent[]; readonly line: CargoImpLine }[] {
  const stops = route.flatMap(({ fields }) => fields.map((field) => field.slice(0, 3))).filter(isAirport);
  const airports = [consignment.origin, ...(stops.length > 0 ? stops : [consignment.destination])];
  const planned: { readonly events: readonly TrackingEvent[]; readonly line: CargoImpLine }[] = [];
  let leg = 0;
  for (const { fields, line } of flights) {
    for (let at = 0; at < fields.length; at += 2) {
      const [written = '', day = ''] = fields.slice(at, at + 2);
      if (written === '') continue;
      const from = airports[leg] ?? null;
      const to = airports[leg + 1] ?? null;
      leg += 1;
      const flight = parseFlightNumber(written);
      const date = /^\d{2}$/.test(day) ? dateOfDay(Number(day), near) : null;
      if (!flight.ok) scope.raise('BAD_IDENTIFIER', 'WARNING', line, written);
      else if (date === null) scope.raise('BAD_TIME', 'WARNING', line, `${written}/${day}`);
      else if (from === null || to === null) scope.raise('MISSING_FIELD', 'WARNING', line, `RTG: ${written}`);
      else {
        const place = scope.airport(from, line);
        const time = momentAt({ date, clock: null }, place.place, scope.context.source.defaultZone);
        if (!time) continue;
        const event = claim({
          ...common,
          code: 'DEPARTED',
          classifier: 'PLANNED',
          time,
          place: place.ref,
          from: place.ref,
          to: scope.airport(to, line).ref,
          transport: transport({ mode: 'AIR', flight: flight.value, departureDate: date }),
          rawCode: 'FLT',
        });
        planned.push({ events: [event], line });
      }
    }
  }
  return planned;
}

function isAirport(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

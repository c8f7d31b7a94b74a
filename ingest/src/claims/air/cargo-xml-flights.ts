import { parseFlightNumber } from 'graph-schema/codes/flight';
import { claim, transport } from 'graph-schema/domain/claim';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { findChild, findText, listChildren } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { airportAt, localDate, timeAt } from './cargo-xml-parts.ts';
import type { CargoXmlScope } from './cargo-xml.ts';

/**
 * Booked flights of a waybill, one `SpecifiedLogisticsTransportMovement` a leg: departure and arrival as planned. A day
 * without a time stands as midnight. Legs without a date say nothing that could be planned with.
 */
export function plannedFlights(
  consignment: XmlElement,
  common: Partial<TrackingEvent>,
  scope: CargoXmlScope,
): { readonly events: readonly TrackingEvent[]; readonly element: XmlElement }[] {
  return listChildren(consignment, 'SpecifiedLogisticsTransportMovement').flatMap((element) => {
    const written = findText(element, 'ID');
    if (written === null) return [];
    const flight = parseFlightNumber(written);
    if (!flight.ok) {
      scope.findings.add('BAD_IDENTIFIER', 'WARNING', element.name, written, scope.spanOf(element));
      return [];
    }
    const [departure, arrival] = (['Departure', 'Arrival'] as const).map((side) => {
      const event = findChild(element, `${side}Event`);
      const at = airportAt(event, scope, `Occurrence${side}Location`);
      const text =
        findText(event, 'ScheduledOccurrenceDateTime') ?? findText(event, `${side}OccurrenceDateTime`);
      const time = text === null ? null : timeAt(text, at, scope, true);
      if (text !== null && !time)
        scope.findings.add('BAD_TIME', 'WARNING', `${side}Event`, text, scope.spanOf(element));
      return { at, time };
    });
    if (!departure?.time) return [];
    const departureDate = localDate(departure.time, departure.at);
    const shared = {
      ...common,
      classifier: 'PLANNED' as const,
      from: departure.at?.ref ?? null,
      to: arrival?.at?.ref ?? null,
      transport: transport({ mode: 'AIR', flight: flight.value, departureDate }),
      rawCode: 'FLT',
    };
    const events = [
      claim({ ...shared, code: 'DEPARTED', time: departure.time, place: departure.at?.ref ?? null }),
    ];
    // A day alone may be the day of departure written twice: no arrival is planned by it.
    if (arrival?.time && arrival.time.precision === 'MINUTE')
      events.push(claim({ ...shared, code: 'ARRIVED', time: arrival.time, place: arrival.at?.ref ?? null }));
    return [{ events, element }];
  });
}

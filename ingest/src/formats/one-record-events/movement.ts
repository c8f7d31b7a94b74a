import { parseFlightNumber } from 'graph-schema/codes/flight';
import { placeRef, transport } from 'graph-schema/domain/claim';
import { resolveAirport, resolveLocode, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { dayIn } from '../../claims/air/moment.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { asObject, type JsonObject } from '../../syntax/json-fields.ts';
import { literalOf, localName, NodeIndex, textAt, valuesOf } from './nodes.ts';

/** A flight as a `TransportMovement` tells it. */
export interface Flight {
  readonly transport: TransportRef | null;
  readonly from: ResolvedPlace | null;
  readonly to: ResolvedPlace | null;
}

/**
 * `transportIdentifier` CA981, `departureLocation`, `arrivalLocation`, and `movementTimes`, of which the departure (by its
 * milestone or direction) gives the day that names the flight.
 */
export function readFlight(
  movement: JsonObject,
  nodes: NodeIndex,
  where: Where,
  context: ClaimContext,
): Flight {
  const from = placeOf(valuesOf(movement, 'departureLocation')[0], nodes, where, context);
  const to = placeOf(valuesOf(movement, 'arrivalLocation')[0], nodes, where, context);
  const written = textAt(movement, 'transportIdentifier');
  const flight = written === null ? null : parseFlightNumber(written);
  if (flight && !flight.ok)
    context.findings.addOnce('BAD_IDENTIFIER', 'WARNING', where.at, written, where.span);
  if (!flight?.ok) return { transport: null, from, to };
  const times = nodes.resolveAll(valuesOf(movement, 'movementTimes'));
  const departure = times.find((time) => /OUTBOUND|DEPART|OFF|OUT\b/i.test(milestoneOf(time)));
  const text = textAt(departure ?? null, 'movementTimestamp');
  const at = text === null ? null : readTime(text, from?.place ?? null, context.source.defaultZone);
  const zone = from?.place?.zone;
  const date = at && (zone ? dayIn(zone, new Date(at.instant)) : at.local.slice(0, 10));
  return { transport: transport({ mode: 'AIR', flight: flight.value, departureDate: date }), from, to };
}

function milestoneOf(time: JsonObject): string {
  return localName(literalOf(valuesOf(time, 'movementMilestone', 'direction')[0]) ?? '');
}

/** A `Location` by the IATA or UN/LOCODE among its codes, else by its name; null where nothing is said. */
export function placeOf(
  value: unknown,
  nodes: NodeIndex,
  { at, span }: Where,
  { places, source, findings }: ClaimContext,
): ResolvedPlace | null {
  const location = nodes.resolve(value);
  if (!location) return null;
  const codes = valuesOf(location, 'locationCodes', 'locationCode', 'code').flatMap((code) => {
    const element = asObject(code);
    const text = (element ? textAt(nodes.resolve(element), 'code') : null) ?? literalOf(code);
    return text === null ? [] : [localName(text).toUpperCase()];
  });
  const airport = codes.find((code) => /^[A-Z]{3}$/.test(code));
  const locode = codes.find((code) => /^[A-Z]{2}[A-Z2-9]{3}$/.test(code));
  const resolved = airport
    ? resolveAirport(airport, places)
    : locode
      ? resolveLocode(locode, null, places, source.placeAliases)
      : null;
  if (resolved) {
    if (!resolved.place) findings.addOnce('UNKNOWN_PLACE', 'WARNING', at, airport ?? locode ?? null, span);
    return resolved;
  }
  const name = textAt(location, 'locationName');
  if (name === null) return null;
  return { ref: placeRef({ raw: name.slice(0, 200) }), place: null };
}

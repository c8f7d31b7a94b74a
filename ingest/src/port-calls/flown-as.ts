import { parseFlightNumber } from 'graph-schema/codes/flight';
import type { DerivedCall } from 'graph-schema/domain/calls/derived-call';
import { localDate } from 'graph-schema/domain/free-time/calendar';
import type { Gazetteer } from 'graph-schema/domain/place';
import { resolveAirport } from 'graph-schema/domain/resolve-place';
import { signAt, type PackedSigns } from 'graph-schema/geo/call-signs';

/** The flight that a take-off or a landing was of: the cargo's papers name it so. */
export interface Flown {
  readonly flight: string;
  /** Local date of the take-off. */
  readonly departureDate: string;
}

/** No flight is longer. */
const FLIGHT_SECONDS_MAX = 20 * 3600;

/**
 * The flight of a call by the call sign that the aircraft transmitted then. A landing is of the date of its take-off, so that
 * one without it is of none; nor is a call sign that is no flight number (`CLX7A`).
 */
export function flownAs(call: DerivedCall, calls: readonly DerivedCall[], signs: readonly PackedSigns[], places: Gazetteer): Flown | null {
  const sign = signAt(signs, call.at);
  const flight = sign === null ? null : parseFlightNumber(sign);
  if (!flight?.ok || (call.code !== 'DEPARTED' && call.code !== 'ARRIVED')) return null;
  const isItsTakeOff = (one: DerivedCall) =>
    one.code === 'DEPARTED' && one.at <= call.at && one.at >= call.at - FLIGHT_SECONDS_MAX && signAt(signs, one.at) === sign;
  const takeOff = call.code === 'DEPARTED' ? call : calls.findLast(isItsTakeOff);
  const zone = takeOff?.spot?.code ? resolveAirport(takeOff.spot.code, places).place?.zone : null;
  const departureDate = takeOff && zone ? localDate(zone, takeOff.at * 1000) : null;
  return departureDate === null ? null : { flight: flight.value, departureDate };
} // prettier-ignore

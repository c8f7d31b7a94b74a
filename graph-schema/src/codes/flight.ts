import { AIRLINES, findAirlineByIcao } from './airline-prefixes.ts';
import type { Brand } from './brand.ts';
import { accepted, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// IATA SSIM chapter 2: airline designator 2 characters (one may be a digit), flight number 1 to 4 digits, suffix letter.

/**
 * `CA981`: no leading zeros. Cargo-IMP and SSIM pad the number (`CA0981`, `CA001`), departure boards and people do not;
 * both mean one flight, so zeros go. A transponder's ICAO call sign (`CCA981`) is turned into the IATA form where the
 * airline is known.
 */
export type FlightNumber = Brand<'FlightNumber'>;

const IATA = /^([A-Z]{2}|[A-Z]\d|\d[A-Z])0*([1-9]\d{0,3}[A-Z]?)$/;
const ICAO = /^([A-Z]{3})0*([1-9]\d{0,3}[A-Z]?)$/;

export function parseFlightNumber(raw: string): Parsed<FlightNumber> {
  const value = compactBounded(raw);
  const iata = IATA.exec(value);
  if (iata) return accepted(`${iata[1]}${iata[2]}`);
  const icao = ICAO.exec(value);
  const airline = icao?.[1] ? findAirlineByIcao(icao[1]) : null;
  return airline && icao ? accepted(`${airline.iata}${icao[2]}`) : badIdentifier(value);
}

/** Call signs that a flight's aircraft may transmit, `CLX9737` for `CV9737`; two airlines may share a designator. */
export function callSignsOf(flight: string): string[] {
  const iata = flightAirline(flight);
  return AIRLINES.flatMap((airline) => (airline.iata === iata ? [`${airline.icao}${flight.slice(2)}`] : []));
}

/** The airline's two characters. */
export function flightAirline(flight: string): string {
  return flight.slice(0, 2);
}

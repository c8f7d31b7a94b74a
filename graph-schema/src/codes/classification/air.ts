import { findAirlineByAwbPrefix, findAirlineByIata } from '../airline-prefixes.ts';
import { awbPrefix, parseAwb } from '../awb.ts';
import { flightAirline, parseFlightNumber } from '../flight.ts';
import { parseHouseAirWaybill } from '../house-bill.ts';
import { candidate, type NumberCandidate, type Reading } from './candidate.ts';

/** Rule (b): 11 digits are an air waybill by check digit and prefix. `MAWB_HAWB` is how declarations write both. */
export function awbCandidates({ compact, known }: Reading): readonly NumberCandidate[] {
  const [master = '', house] = compact.split('_');
  const awb = parseAwb(master);
  if (!awb.ok && awb.problem === 'BAD_IDENTIFIER') return [];
  const prefix = awbPrefix(awb.value);
  const isKnown = known.airlinePrefixes?.has(prefix) ?? findAirlineByAwbPrefix(prefix) !== null;
  const passing = isKnown ? 0.95 : 0.55;
  const failing = isKnown ? 0.4 : 0.15;
  const found = [candidate('AWB', awb.value, awb.ok ? passing : failing, awb.ok ? 'PASS' : 'FAIL')];
  if (house !== undefined) {
    const second = parseHouseAirWaybill(house);
    if (second.ok) found.push(candidate('HAWB', second.value, awb.ok ? 0.9 : 0.35));
  }
  return found;
}

/** `CA981`, or with its day `CA981@2026-11-21`. Half of all short texts have the shape: the airline decides. */
export function flightCandidates({ text }: Reading): readonly NumberCandidate[] {
  const [, number = '', date] = /^([^@]+)(?:@(\d{4}-\d\d-\d\d))?$/.exec(text) ?? [];
  const flight = parseFlightNumber(number);
  if (!flight.ok) return [];
  const isKnown = findAirlineByIata(flightAirline(flight.value)) !== null;
  if (date !== undefined) return [candidate('FLIGHT', `${flight.value}@${date}`, isKnown ? 0.98 : 0.6)];
  return [candidate('FLIGHT', flight.value, isKnown ? 0.7 : 0.2)];
}

import { parseBooking } from '../booking.ts';
import { parseHouseAirWaybill, parseHouseBill } from '../house-bill.ts';
import { parseGsin } from '../gsin.ts';
import { parseSeal } from '../seal.ts';
import { candidate, type NumberCandidate, type Reading } from './candidate.ts';

/**
 * Rule (h): numbers that their issuers make up. Nothing in the text tells them apart, so all are candidates, below
 * whatever has a shape of its own, and none may link anything by itself.
 */
export function freeCandidates({ compact }: Reading): readonly NumberCandidate[] {
  const found: NumberCandidate[] = [];
  const gsin = parseGsin(compact);
  if (gsin.ok) found.push(candidate('REFERENCE', gsin.value, 0.7, 'PASS'));
  const booking = parseBooking(compact);
  if (booking.ok) found.push(candidate('BOOKING', booking.value, bookingConfidence(booking.value)));
  const house = parseHouseBill(compact);
  if (house.ok) {
    found.push(
      candidate('HOUSE_BILL', house.value, 0.17),
      candidate('EIR', house.value, house.value.startsWith('EIR') ? 0.7 : 0.1),
      candidate('DELIVERY_ORDER', house.value, 0.09),
      candidate('REFERENCE', house.value, 0.13),
      candidate('ROAD_NOTE', house.value, 0.08),
      candidate('CERTIFICATE', house.value, 0.07),
      candidate('GATE_PASS', house.value, 0.06),
    );
  }
  const air = parseHouseAirWaybill(compact);
  if (air.ok) found.push(candidate('HAWB', air.value, 0.12));
  const seal = parseSeal(compact);
  if (seal.ok)
    found.push(candidate('SEAL', seal.value, /^[A-Z]{2,4}\d{6,9}$/.test(seal.value) ? 0.28 : 0.11));
  return found;
}

/** MSC writes `EBKG…` and `088NB…` for bookings. */
function bookingConfidence(value: string): number {
  if (/^EBKG\d{6,}$/.test(value)) return 0.85;
  return /^\d{3}[A-Z]{2}[A-Z0-9]{4,}$/.test(value) ? 0.4 : 0.18;
}

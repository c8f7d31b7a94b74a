import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { flight, told } from '../../../src/testing/journey-story.ts';
import { luxembourgAirport, zhengzhouAirport } from '../../../src/testing/sample-locations.ts';

// Ten pieces on one air waybill: six go as booked, four are left behind for the next flight.
export const awb = 'AWB:172-26114686';
export const all = { pieces: 10 };
const six = { pieces: 6, ofPieces: 10 };
const four = { pieces: 4, ofPieces: 10 };
const [first, second] = [flight('CV9735', '2026-11-20'), flight('CV9737', '2026-11-21')];

export const story: FactClaim[] = [
  told('AIRLINE', 'BOOKED', '2026-11-16', zhengzhouAirport, { on: first, pieces: all, paper: awb }),
  told('AIRLINE', 'RECEIVED', '2026-11-19 19:07', zhengzhouAirport, { pieces: all, paper: awb }),
  told('AIRLINE', 'MANIFESTED', '2026-11-20', zhengzhouAirport, { on: first, pieces: six, paper: awb }),
  told('AIRLINE', 'DISCREPANCY', '2026-11-20 08:07', zhengzhouAirport, { pieces: four, paper: awb, reason: 'SSPD' }),
  told('AIRLINE', 'DEPARTED', '2026-11-20 10:55', zhengzhouAirport, { on: first, pieces: six, paper: awb }),
  told('AIRLINE', 'ARRIVED', '2026-11-20 15:31', luxembourgAirport, { on: flight('CV9735'), pieces: six, paper: awb }),
  told('AIRLINE', 'CHECKED_IN', '2026-11-20 18:07', luxembourgAirport, { on: flight('CV9735'), pieces: six, paper: awb }),
  told('AIRLINE', 'MANIFESTED', '2026-11-21', zhengzhouAirport, { on: second, pieces: four, paper: awb }),
  told('AIRLINE', 'DEPARTED', '2026-11-21 07:58', zhengzhouAirport, { on: second, pieces: four, paper: awb }),
  told('AIRLINE', 'ARRIVED', '2026-11-21 12:28', luxembourgAirport, { classifier: 'ESTIMATED', on: flight('CV9737'), pieces: four, paper: awb, heard: '2026-11-21T00:10:00Z' }),
  told('AIRLINE', 'ARRIVED', '2026-11-21 12:40', luxembourgAirport, { on: flight('CV9737'), pieces: four, paper: awb }),
  told('AIRLINE', 'CHECKED_IN', '2026-11-21 14:00', luxembourgAirport, { on: flight('CV9737'), pieces: four, paper: awb }),
  told('AIRLINE', 'NOTIFIED', '2026-11-21 15:00', luxembourgAirport, { pieces: all, paper: awb }),
  told('AIRLINE', 'DELIVERED', '2026-11-22 01:00', luxembourgAirport, { pieces: all, paper: awb }),
]; // prettier-ignore

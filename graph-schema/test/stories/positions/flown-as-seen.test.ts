import { expect, it } from 'vitest';
import type { LonLat } from '../../../src/geo/lon-lat.ts';
import { getCallZones } from '../../../src/reference/call-zones.ts';
import { sailedTrack } from '../../../src/testing/sailed-track.ts';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';
import { seen } from './seen.ts';

/** Nobody but the aircraft itself tells of the flight: take-off and landing are derived, until the airline says when they were. */
const awb = 'AWB:172-26114686';
const airport = (iata: string): LonLat => getCallZones().zones.airports.find(({ code }) => code === iata)?.point ?? [0, 0]; // prettier-ignore
const [cgo, lux] = [airport('CGO'), airport('LUX')];
const off = ([longitude, latitude]: LonLat, east: number): LonLat => [longitude + east, latitude];
const on = 'on flight CV9737@2026-11-20';
const track = sailedTrack('2026-11-20T01:00:00Z', cgo, [
  { hours: 1, status: null },
  { to: off(cgo, 0.02), knots: 16 },
  { to: off(lux, 0.5), knots: 470 },
  { to: off(lux, -0.3), knots: 145 },
  { to: lux, knots: 145 },
  { to: off(lux, 0.02), knots: 16 },
  { hours: 1, status: null },
]);
const papers = `
  AIRLINE 2026-11-19 20:00 IATA:CGO RECEIVED 10/10 ${awb}
  AIRLINE 2026-11-20 08:00 IATA:CGO MANIFESTED 10/10 ${on} ${awb}
  ? AIRLINE 2026-11-20 13:30 IATA:LUX ARRIVED ${on} ${awb} heard 2026-11-19 00:00`;
const answer = (positions: typeof track, more = '', at = '2026-11-21 00:00') =>
  asked(tell([papers, seen(positions, 'AIR', on), more].join('\n')), awb, at);

it('flown and landed, after one go-around', () => {
  expect(answer(track)).toMatchInlineSnapshot(`
    "AT_DESTINATION at LULUX | next CHECKED_IN LULUX USUAL_ORDER | ON_ROUTE
      11-19 20:00 CNCGO RECEIVED 10/10
      11-20 08:00 CNCGO MANIFESTED 10/10 CV9737
      11-20 10:00 CNCGO DEPARTED CV9737 (inherited) (derived)
      11-20 12:55 LULUX ARRIVED CV9737 (inherited) (derived)
    > AIR DONE CNCGO 11-20 10:00 → LULUX 11-20 12:55 CV9737 late ? → -35 min
    = CNCGO EXPORT LEFT
    = LULUX UNKNOWN"
  `);
});

it('not landed while nothing is heard of it', () => {
  const silent = track.filter(([at]) => at < Date.parse('2026-11-20T08:00:00Z') / 1000);
  expect(answer(silent, '', '2026-11-20 10:00')).toMatchInlineSnapshot(`
    "IN_TRANSIT aboard CV9737 | next ARRIVED LULUX 11-20 13:30 PLANNED | ETA LULUX 11-20 13:30 PLANNED 0 min late | ON_ROUTE
      11-19 20:00 CNCGO RECEIVED 10/10
      11-20 08:00 CNCGO MANIFESTED 10/10 CV9737
      11-20 10:00 CNCGO DEPARTED CV9737 (inherited) (derived)
      ? 11-20 13:30 LULUX ARRIVED CV9737
    > AIR UNDERWAY CNCGO 11-20 10:00 → LULUX ?11-20 13:30 CV9737
    = CNCGO EXPORT LEFT
    = LULUX UNKNOWN"
  `);
});

it('what the airline says counts, and the derived is kept as one more voice', () => {
  const told = `AIRLINE 2026-11-20 10:02 IATA:CGO DEPARTED ${on} ${awb}\nAIRLINE 2026-11-20 13:21 IATA:LUX ARRIVED ${on} ${awb}`;
  expect(answer(track, told)).toMatchInlineSnapshot(`
    "AT_DESTINATION at LULUX | next CHECKED_IN LULUX USUAL_ORDER | ON_ROUTE
      11-19 20:00 CNCGO RECEIVED 10/10
      11-20 08:00 CNCGO MANIFESTED 10/10 CV9737
      11-20 10:02 CNCGO DEPARTED CV9737 by AIRLINE, INTERNAL
      11-20 13:21 LULUX ARRIVED CV9737 by AIRLINE, INTERNAL
    > AIR DONE CNCGO 11-20 10:02 → LULUX 11-20 13:21 CV9737 late ? → -9 min
    = CNCGO EXPORT LEFT
    = LULUX UNKNOWN"
  `);
});

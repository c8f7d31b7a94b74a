import { expect, it } from 'vitest';
import { alarmed, asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** To Luxembourg by its booking; the flight was diverted, and all ten pieces are checked in at Rotterdam. */
const told = tell(`
  AIRLINE 2026-07-01 10:00 IATA:CGO RECEIVED AWB:17212345675 10/10
  ? AIRLINE 2026-07-02 01:00 IATA:LUX ARRIVED on flight CV9731@2026-07-01 AWB:17212345675 10/10 heard 2026-06-28 03:00
  AIRLINE 2026-07-01 20:00 IATA:CGO DEPARTED on flight CV9731@2026-07-01 AWB:17212345675 10/10
  AIRLINE 2026-07-02 02:00 NLRTM CHECKED_IN on flight CV9731@2026-07-01 AWB:17212345675 10/10
`);
const goesOn = 'AIRLINE 2026-07-03 12:00 NLRTM DEPARTED on flight CV9901@2026-07-03 AWB:17212345675 10/10 to IATA:LUX'; // prettier-ignore

it('the airline must act, and the sooner', () => {
  expect(alarmed(told, 'AWB:17212345675', '2026-07-01 23:59')).toBe('');
  expect(alarmed(told, 'AWB:17212345675', '2026-07-02 12:00')).toMatchInlineSnapshot(
    `"WARNING WRONG_PLACE FLIGHT_OTHER_COUNTRY NLRTM by AIRLINE since 07-02 00:00Z: CHECKED_IN 07-02 02:00 by AIRLINE, ~ARRIVED 07-02 01:00 by AIRLINE"`,
  );
  expect(alarmed(told, 'AWB:17212345675', '2026-07-03 12:00')).toMatchInlineSnapshot(
    `"CRITICAL WRONG_PLACE FLIGHT_OTHER_COUNTRY NLRTM by AIRLINE since 07-02 00:00Z: CHECKED_IN 07-02 02:00 by AIRLINE, ~ARRIVED 07-02 01:00 by AIRLINE"`,
  );
  expect(asked(told, 'AWB:17212345675', '2026-07-02 12:00')).toContain('MISDIRECTED planned to LULUX');
});

it('is over when it flies on', () => {
  const { claims, retractions } = tell(goesOn);
  const all = { claims: [...told.claims, ...claims], retractions };
  expect(alarmed(all, 'AWB:17212345675', '2026-07-04 00:00')).toMatchInlineSnapshot(
    `"CRITICAL WRONG_PLACE FLIGHT_OTHER_COUNTRY NLRTM by AIRLINE since 07-02 00:00Z till 07-03 10:00Z: CHECKED_IN 07-02 02:00 by AIRLINE, ~ARRIVED 07-02 01:00 by AIRLINE, DEPARTED 07-03 12:00 by AIRLINE"`,
  );
});

it('no alarm where the waybill itself goes there, nor where a flight takes it on as planned', () => {
  const waybill = tell('AIRLINE 2026-06-30 10:00 IATA:CGO BL_ISSUED AWB:17212345675 10/10 to NLRTM');
  const planned = tell(`? ${goesOn} heard 2026-06-28 03:00`);
  for (const { claims } of [waybill, planned])
    expect(alarmed({ claims: [...told.claims, ...claims], retractions: [] }, 'AWB:17212345675', '2026-07-02 12:00')).toBe(''); // prettier-ignore
});

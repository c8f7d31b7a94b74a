import { expect, it } from 'vitest';
import { alarmed } from '../asked.ts';
import { tell } from '../telling.ts';

const booked = `
  AIRLINE 2026-07-01 10:00 IATA:CGO RECEIVED AWB:17212345675 10/10
  ? AIRLINE 2026-07-01 20:00 IATA:CGO DEPARTED on flight CV9731@2026-07-01 AWB:17212345675 10/10 to IATA:LUX heard 2026-06-28 03:00
`;
const leftWithout = 'AIRLINE 2026-07-01 20:10 IATA:CGO DEPARTED on flight CV9731@2026-07-01';

it('its flight left, and the airline plans it six days later', () => {
  const told = tell(`${booked}
    ${leftWithout}
    ? AIRLINE 2026-07-07 20:00 IATA:CGO DEPARTED on flight CV9731@2026-07-07 AWB:17212345675 10/10 to IATA:LUX heard 2026-07-01 14:00
    AIRLINE 2026-07-07 20:30 IATA:CGO DEPARTED on flight CV9731@2026-07-07 AWB:17212345675 10/10 to IATA:LUX
  `);
  expect(alarmed(told, 'AWB:17212345675', '2026-07-01 13:00')).toBe('');
  expect(alarmed(told, 'AWB:17212345675', '2026-07-02 00:00')).toMatchInlineSnapshot(
    `"WARNING ROLLED FLIGHT_REPLANNED CNCGO by AIRLINE since 07-01 14:00Z: ~DEPARTED 07-01 20:00 by AIRLINE, ~DEPARTED 07-07 20:00 by AIRLINE"`,
  );
  expect(alarmed(told, 'AWB:17212345675', '2026-07-04 00:00')).toMatchInlineSnapshot(
    `"CRITICAL ROLLED FLIGHT_REPLANNED CNCGO by AIRLINE since 07-01 14:00Z: ~DEPARTED 07-01 20:00 by AIRLINE, ~DEPARTED 07-07 20:00 by AIRLINE"`,
  );
  expect(alarmed(told, 'AWB:17212345675', '2026-07-08 00:00')).toMatchInlineSnapshot(`
    "CRITICAL ROLLED FLIGHT_REPLANNED CNCGO by AIRLINE since 07-01 14:00Z till 07-07 12:30Z: ~DEPARTED 07-01 20:00 by AIRLINE, ~DEPARTED 07-07 20:00 by AIRLINE, DEPARTED 07-07 20:30 by AIRLINE
    INFO DWELL_OVER_LIMIT AIR_ORIGIN CNCGO by AIRLINE since 07-05 02:00Z till 07-07 12:30Z: RECEIVED 07-01 10:00 by AIRLINE, DEPARTED 07-07 20:30 by AIRLINE"
  `);
});

it('goes with a later flight that nobody had planned', () => {
  const told = tell(`${booked}
    ${leftWithout}
    AIRLINE 2026-07-03 20:00 IATA:CGO DEPARTED on flight CV9733@2026-07-03 AWB:17212345675 10/10 to IATA:LUX
  `);
  expect(alarmed(told, 'AWB:17212345675', '2026-07-04 00:00')).toMatchInlineSnapshot(
    `"WARNING ROLLED FLIGHT_REPLANNED CNCGO by AIRLINE since 07-01 12:00Z till 07-03 12:00Z: ~DEPARTED 07-01 20:00 by AIRLINE, DEPARTED 07-03 20:00 by AIRLINE"`,
  );
});

it('the flight of the same night, and parts that are planned apart, leave nothing behind', () => {
  const sameNight = tell(`${booked}
    ? AIRLINE 2026-07-02 03:00 IATA:CGO DEPARTED on flight CV9735@2026-07-02 AWB:17212345675 10/10 to IATA:LUX heard 2026-07-01 08:00
  `);
  expect(alarmed(sameNight, 'AWB:17212345675', '2026-07-01 11:00')).toBe('');
  const parts = tell(`
    AIRLINE 2026-07-01 10:00 IATA:CGO RECEIVED AWB:17212345675 10/10
    ? AIRLINE 2026-07-01 20:00 IATA:CGO DEPARTED on flight CV9731@2026-07-01 AWB:17212345675 6/10 to IATA:LUX heard 2026-06-28 03:00
    ? AIRLINE 2026-07-03 20:00 IATA:CGO DEPARTED on flight CV9731@2026-07-03 AWB:17212345675 4/10 to IATA:LUX heard 2026-06-30 03:00
  `);
  expect(alarmed(parts, 'AWB:17212345675', '2026-07-01 11:00')).toBe('');
});

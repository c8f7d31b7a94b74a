import { expect, it } from 'vitest';
import { alarmed } from '../asked.ts';
import { tell } from '../telling.ts';

/** Cargo without boxes: ten pieces that nobody flies on from the hub. */
const told = tell(`
  AIRLINE 2026-06-30 10:00 IATA:CGO BL_ISSUED AWB:17212345675 10/10 to IATA:LUX
  AIRLINE 2026-07-01 10:00 IATA:CGO RECEIVED AWB:17212345675 10/10
  AIRLINE 2026-07-01 20:00 IATA:CGO DEPARTED on flight CV9731@2026-07-01 AWB:17212345675 10/10 to IATA:PEK
  AIRLINE 2026-07-01 23:00 IATA:PEK CHECKED_IN on flight CV9731@2026-07-01 AWB:17212345675 10/10
  AIRLINE 2026-07-07 08:00 IATA:PEK DEPARTED on flight CV9733@2026-07-07 AWB:17212345675 10/10 to IATA:LUX
  AIRLINE 2026-07-07 16:00 IATA:LUX CHECKED_IN on flight CV9733@2026-07-07 AWB:17212345675 10/10
  AIRLINE 2026-07-13 16:00 IATA:LUX DELIVERED AWB:17212345675 10/10
`);

it('three days at the hub are too long, and it ends when they fly', () => {
  expect(alarmed(told, 'AWB:17212345675', '2026-07-04 14:00')).toBe('');
  expect(alarmed(told, 'AWB:17212345675', '2026-07-04 15:00')).toMatchInlineSnapshot(
    `"WARNING DWELL_OVER_LIMIT AIR_TRANSSHIPMENT CNPEK by AIRLINE since 07-04 15:00Z: CHECKED_IN 07-01 23:00 by AIRLINE"`,
  );
  expect(alarmed(told, 'AWB:17212345675', '2026-07-08 00:00')).toMatchInlineSnapshot(
    `"CRITICAL DWELL_OVER_LIMIT AIR_TRANSSHIPMENT CNPEK by AIRLINE since 07-04 15:00Z till 07-07 00:00Z: CHECKED_IN 07-01 23:00 by AIRLINE, DEPARTED 07-07 08:00 by AIRLINE"`,
  );
});

it('where they were to go the consignee has five days', () => {
  expect(alarmed(told, 'AWB:17212345675', '2026-07-12 15:00')).toMatchInlineSnapshot(`
    "INFO DWELL_OVER_LIMIT AIR_DESTINATION LULUX by CONSIGNEE since 07-12 14:00Z: CHECKED_IN 07-07 16:00 by AIRLINE
    CRITICAL DWELL_OVER_LIMIT AIR_TRANSSHIPMENT CNPEK by AIRLINE since 07-04 15:00Z till 07-07 00:00Z: CHECKED_IN 07-01 23:00 by AIRLINE, DEPARTED 07-07 08:00 by AIRLINE"
  `);
});

import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Rebooked from a flight out of Zhengzhou to one out of Beijing, to where the other was to land as well. */
const told = tell(`
  AIRLINE 2026-07-01 10:00 IATA:CGO RECEIVED AWB:17212345675 10/10
  ? AIRLINE 2026-07-01 20:00 IATA:CGO DEPARTED on flight CV9731@2026-07-01 AWB:17212345675 10/10 to IATA:LUX heard 2026-06-28 03:00
  ? AIRLINE 2026-07-03 20:00 IATA:PEK DEPARTED on flight CV9733@2026-07-03 AWB:17212345675 10/10 to IATA:LUX heard 2026-07-02 03:00
`);

it('flies from there next', () => {
  expect(asked(told, 'AWB:17212345675', '2026-07-02 12:00')).toMatchInlineSnapshot(`
    "AT_ORIGIN at CNCGO | next DEPARTED CNPEK 07-03 20:00 PLANNED | ON_ROUTE
      07-01 10:00 CNCGO RECEIVED 10/10
      ? 07-03 20:00 CNPEK DEPARTED 10/10 CV9733
    > AIR PLANNED CNPEK ?07-03 20:00 → LULUX CV9733
    x FLIGHT:CV9733@2026-07-03 instead: ? 07-01 20:00 CNCGO DEPARTED 10/10 CV9731
    ! WARNING ROLLED FLIGHT_REPLANNED CNCGO by AIRLINE since 07-02 03:00Z
    = CNPEK EXPORT UNKNOWN
    = LULUX UNKNOWN"
  `);
});

import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** What is said of a cargo that stays where it is moves it nowhere. */
const BILL = 'MASTER_BILL:COSU6400000017';
const delivered = `
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S ${BILL}
  TERMINAL 2026-07-29 02:00 NLRTM DISCHARGED FULL CSQU3054383 on KAPOK/114S ${BILL}
  TERMINAL 2026-08-01 10:00 NLRTM GATED_OUT FULL CSQU3054383 ${BILL}
  CARRIER 2026-08-01 15:00 NLRTM DELIVERED FULL CSQU3054383 ${BILL}`;

it.each(['UNSEALED', 'DAMAGED', 'DISCREPANCY', 'NOTIFIED', 'INSPECTED', 'WEIGHED', 'FREE_TIME_ENDS'])(
  'delivered stays delivered after %s',
  (code) => {
    const told = tell(`${delivered}\n  CARRIER 2026-08-02 09:00 NLRTM ${code} CSQU3054383 ${BILL}`);
    expect(asked(told, BILL, '2026-08-03 12:00')).toMatch(/^DELIVERED at NLRTM \| next GATED_IN/);
  },
);

it('an empty box that is surveyed at the depot is back', () => {
  const told = tell(`${delivered}
  TERMINAL 2026-08-02 09:00 NLRTM GATED_IN EMPTY CSQU3054383 ${BILL}
  TERMINAL 2026-08-02 11:00 NLRTM DAMAGED CSQU3054383 ${BILL}`);
  expect(asked(told, BILL, '2026-08-03 12:00')).toMatch(/^COMPLETED/);
});

it('a discrepancy of an air waybill after its delivery sends nothing on', () => {
  const told = tell(`
  AIRLINE 2026-07-01 08:00 IATA:CGO DEPARTED on flight CV9731@2026-07-01 AWB:17212345675 10/10 to IATA:LUX
  AIRLINE 2026-07-02 08:00 IATA:LUX ARRIVED on flight CV9731@2026-07-01 AWB:17212345675 10/10
  AIRLINE 2026-07-02 12:00 IATA:LUX DELIVERED AWB:17212345675 10/10
  AIRLINE 2026-07-02 15:00 IATA:LUX DISCREPANCY AWB:17212345675 1/10`);
  expect(asked(told, 'AWB:17212345675', '2026-07-03 12:00').split('\n')[0]).toBe('DELIVERED at LULUX | NO_PLAN');
}); // prettier-ignore

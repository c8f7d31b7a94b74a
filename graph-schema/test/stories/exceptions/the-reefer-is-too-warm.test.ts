import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Booked at -18 °C; the device says -14 and then -9, and the crew gets it cold again. */
const told = tell(`
  CARRIER 2026-10-20 10:00 - BOOKING_CONFIRMED BOOKING:6400000017 MASTER_BILL:COSU6400000017 set -18
  TERMINAL 2026-11-01 08:00 CNNBO GATED_IN FULL CSQU3054383 MASTER_BILL:COSU6400000017
  CARRIER 2026-11-02 08:00 CNNBO MEASURED CSQU3054383 MASTER_BILL:COSU6400000017 reads -17.5
  CARRIER 2026-11-02 10:00 CNNBO MEASURED CSQU3054383 MASTER_BILL:COSU6400000017 reads -14
  CARRIER 2026-11-02 16:00 CNNBO MEASURED CSQU3054383 MASTER_BILL:COSU6400000017 reads -9
  CARRIER 2026-11-03 10:00 CNNBO MEASURED CSQU3054383 MASTER_BILL:COSU6400000017 reads -17
`);
const alarms = (at: string) =>
  asked(told, 'MASTER_BILL:COSU6400000017', at).split('\n').filter((line) => line.startsWith('!')).join('\n'); // prettier-ignore

it('too warm for longer than a defrosting, and cold again', () => {
  expect(alarms('2026-11-02 05:00')).toBe('');
  expect(alarms('2026-11-02 07:00')).toMatchInlineSnapshot(
    `"! WARNING REEFER_OUT_OF_RANGE CSQU3054383 CNNBO by CARRIER since 11-02 06:00Z"`,
  );
  expect(alarms('2026-11-02 15:00')).toMatchInlineSnapshot(
    `"! CRITICAL REEFER_OUT_OF_RANGE CSQU3054383 CNNBO by CARRIER since 11-02 06:00Z"`,
  );
  expect(alarms('2026-11-03 03:00')).toMatchInlineSnapshot(
    `"! CRITICAL REEFER_OUT_OF_RANGE CSQU3054383 CNNBO by CARRIER since 11-02 06:00Z till 11-03 02:00Z"`,
  );
});

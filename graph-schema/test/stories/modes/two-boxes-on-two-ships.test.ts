import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** One ship is there and its box came off, though nobody told of an arrival; the cargo waits for the other one. */
const BILL = 'MASTER_BILL:COSU6400000017';
const told = tell(`
  CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED ${BILL} lists CSQU3054383 CBHU6142088 from CNNBO to NLRTM
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S ${BILL}
  CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S
  TERMINAL 2026-07-11 22:00 CNNBO LOADED FULL CBHU6142088 on MERIDIAN/012W ${BILL}
  CARRIER 2026-07-12 06:00 CNNBO DEPARTED on MERIDIAN/012W
  ~ CARRIER 2026-07-30 06:00 NLRTM ARRIVED on KAPOK/114S ${BILL} heard 2026-07-13 00:00
  ~ CARRIER 2026-08-06 06:00 NLRTM ARRIVED on MERIDIAN/012W ${BILL} heard 2026-07-13 00:00
  TERMINAL 2026-07-30 22:00 NLRTM DISCHARGED FULL CSQU3054383 on KAPOK/114S ${BILL}`);

it('the next step is of the ship that is awaited, and the other is not overdue', () => {
  const answer = asked(told, BILL, '2026-08-05 12:00');
  expect(answer.split('\n')[0]).toMatch(/aboard MERIDIAN 012W \| next ARRIVED NLRTM 08-06 06:00 ESTIMATED/);
  expect(answer).not.toContain('STEP_OVERDUE');
});

it('is told as overdue when its own time has passed', () => {
  expect(asked(told, BILL, '2026-08-08 12:00')).toMatch(/STEP_OVERDUE.* since 08-0[67]/);
});

import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The feeder comes later with every word; the mother vessel will not wait, and it does not. */
const told = tell(`
  ? CARRIER 2026-10-30 10:00 SGSIN ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-10-01 03:00
  ? CARRIER 2026-11-07 10:00 SGSIN DEPARTED on MERIDIAN/012W MASTER_BILL:COSU6400000017 heard 2026-10-01 03:00
  ? CARRIER 2026-11-29 10:00 NLRTM ARRIVED on MERIDIAN/012W MASTER_BILL:COSU6400000017 heard 2026-10-01 03:00
  TERMINAL 2026-10-25 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-10-26 06:30 CNNBO DEPARTED on KAPOK/114S
  ~ CARRIER 2026-11-06 04:00 SGSIN ARRIVED on KAPOK/114S heard 2026-10-28 03:00
  ~ CARRIER 2026-11-06 20:00 SGSIN ARRIVED on KAPOK/114S heard 2026-11-02 03:00
  TERMINAL 2026-11-08 10:00 SGSIN DISCHARGED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  ? CARRIER 2026-11-14 10:00 SGSIN DEPARTED on SILKWAY/5W MASTER_BILL:COSU6400000017 heard 2026-11-09 03:00
`);
const alarms = (at: string) =>
  asked(told, 'MASTER_BILL:COSU6400000017', at).split('\n').filter((line) => line.startsWith('!')).join('\n'); // prettier-ignore

it('at risk, and at more', () => {
  expect(alarms('2026-10-27 00:00')).toBe('');
  expect(alarms('2026-10-28 04:00')).toMatchInlineSnapshot(
    `"! WARNING MISSED_CONNECTION AT_RISK odds 0.38 SGSIN by FORWARDER since 10-28 03:00Z"`,
  );
  expect(alarms('2026-11-02 04:00')).toMatchInlineSnapshot(
    `"! CRITICAL MISSED_CONNECTION AT_RISK odds 0.85 SGSIN by FORWARDER since 10-28 03:00Z"`,
  );
});

it('missed, and planned on another', () => {
  expect(alarms('2026-11-08 12:00')).toMatchInlineSnapshot(`
    "! CRITICAL MISSED_CONNECTION MISSED SGSIN by CARRIER since 11-08 02:00Z
    ! WARNING STEP_OVERDUE VESSEL SGSIN by CARRIER since 11-08 02:00Z
    ! CRITICAL MISSED_CONNECTION AT_RISK odds 1 SGSIN by FORWARDER since 10-28 03:00Z till 11-08 02:00Z"
  `);
  expect(alarms('2026-11-09 04:00')).toMatchInlineSnapshot(`
    "! WARNING ROLLED REPLANNED SGSIN by CARRIER since 11-09 03:00Z
    ! CRITICAL MISSED_CONNECTION AT_RISK odds 1 SGSIN by FORWARDER since 10-28 03:00Z till 11-08 02:00Z
    ! CRITICAL MISSED_CONNECTION MISSED SGSIN by CARRIER since 11-08 02:00Z till 11-09 03:00Z"
  `);
});

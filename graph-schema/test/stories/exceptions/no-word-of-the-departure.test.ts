import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The ship was to leave on the 25th, nobody says that it did, and then it leaves on the 29th. */
const told = tell(`
  ? CARRIER 2026-10-25 10:00 CNNBO DEPARTED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-10-01 03:00
  ? CARRIER 2026-11-20 10:00 NLRTM ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-10-01 03:00
  TERMINAL 2026-10-23 22:00 CNNBO GATED_IN FULL CSQU3054383 MASTER_BILL:COSU6400000017
  TERMINAL 2026-10-29 06:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-10-29 10:00 CNNBO DEPARTED on KAPOK/114S
`);
const alarms = (at: string) =>
  asked(told, 'MASTER_BILL:COSU6400000017', at).split('\n').filter((line) => line.startsWith('!')).join('\n'); // prettier-ignore

it('overdue a day after it should have left, over when it has', () => {
  expect(alarms('2026-10-26 01:00')).toBe('');
  expect(alarms('2026-10-26 03:00')).toMatchInlineSnapshot(
    `"! WARNING STEP_OVERDUE VESSEL CNNBO by CARRIER since 10-26 02:00Z"`,
  );
  expect(alarms('2026-10-30 00:00')).toMatchInlineSnapshot(
    `"! WARNING STEP_OVERDUE VESSEL CNNBO by CARRIER since 10-26 02:00Z till 10-29 02:00Z"`,
  );
});

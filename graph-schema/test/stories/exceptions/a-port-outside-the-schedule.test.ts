import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The ship is to call at Singapore and Rotterdam; its positions show it at Santos, and later back on its way. */
const told = tell(`
  TERMINAL 2026-10-25 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-10-26 06:30 CNNBO DEPARTED on KAPOK/114S
  ? CARRIER#2 2026-11-02 10:00 SGSIN ARRIVED on KAPOK/114S heard 2026-10-20 03:00
  ? CARRIER#2 2026-11-20 10:00 NLRTM ARRIVED on KAPOK/114S heard 2026-10-20 03:00
  INTERNAL 2026-11-10 08:00 BRSSZ ARRIVED on KAPOK/114S
  INTERNAL 2026-11-30 08:00 NLRTM ARRIVED on KAPOK/114S
`);
const alarms = (at: string) =>
  asked(told, 'MASTER_BILL:COSU6400000017', at).split('\n').filter((line) => line.startsWith('!')).join('\n'); // prettier-ignore

it('deviates, and is back', () => {
  expect(alarms('2026-11-09 00:00')).toBe('');
  expect(alarms('2026-11-11 00:00')).toMatchInlineSnapshot(
    `"! WARNING ROUTE_DEVIATION UNPLANNED_CALL BRSSZ by CARRIER since 11-10 11:00Z"`,
  );
  expect(alarms('2026-12-01 00:00')).toMatchInlineSnapshot(
    `"! CRITICAL ROUTE_DEVIATION UNPLANNED_CALL BRSSZ by CARRIER since 11-10 11:00Z till 11-30 07:00Z"`,
  );
});

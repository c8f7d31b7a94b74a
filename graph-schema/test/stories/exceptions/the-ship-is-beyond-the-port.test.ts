import { expect, it } from 'vitest';
import { alarmed } from '../asked.ts';
import { tell } from '../telling.ts';

/** Nobody says that Rotterdam is left out: the ship, which was to come there before Antwerp, is told at Antwerp. */
const bill = 'MASTER_BILL:COSU6400000017';
const schedule = `
  ? CARRIER 2026-11-20 09:00 NLRTM ARRIVED on MERIDIAN/012W ${bill} heard 2026-10-01 03:00
  ? CARRIER 2026-11-02 09:00 SGSIN ARRIVED on MERIDIAN/012W heard 2026-10-01 03:00
  ? CARRIER 2026-11-23 09:00 BEANR ARRIVED on MERIDIAN/012W heard 2026-10-01 03:00
  TERMINAL 2026-10-25 22:48 CNNBO LOADED FULL CSQU3054383 on MERIDIAN/012W ${bill}
  CARRIER 2026-10-26 06:30 CNNBO DEPARTED on MERIDIAN/012W
  CARRIER 2026-11-02 10:00 SGSIN ARRIVED on MERIDIAN/012W
`;
const omitted = (story: string, at: string) =>
  alarmed(tell(story), bill, at).split('\n').filter((line) => line.includes('PORT_OMITTED')).join('\n'); // prettier-ignore

it('opens with the call beyond it, and is over when the box has come off there', () => {
  const told = `${schedule}
    CARRIER 2026-11-22 08:00 BEANR ARRIVED on MERIDIAN/012W
    TERMINAL 2026-11-23 18:00 BEANR DISCHARGED FULL CSQU3054383 on MERIDIAN/012W ${bill}
  `;
  expect(omitted(told, '2026-11-22 06:59')).toBe('');
  expect(omitted(told, '2026-11-22 07:00')).toMatchInlineSnapshot(
    `"WARNING PORT_OMITTED NLRTM by CARRIER since 11-22 07:00Z: ~ARRIVED 11-20 09:00 by CARRIER, ARRIVED 11-22 08:00 by CARRIER"`,
  );
  expect(omitted(told, '2026-11-24 00:00')).toMatchInlineSnapshot(
    `"WARNING PORT_OMITTED NLRTM by CARRIER since 11-22 07:00Z till 11-23 17:00Z: ~ARRIVED 11-20 09:00 by CARRIER, ARRIVED 11-22 08:00 by CARRIER, DISCHARGED 11-23 18:00 by TERMINAL"`,
  );
});

it('the carrier says so afterwards: one alarm, since it was known', () => {
  const told = `${schedule}
    CARRIER 2026-11-22 08:00 BEANR ARRIVED on MERIDIAN/012W
    CARRIER 2026-11-22 15:00 NLRTM CALL_OMITTED on MERIDIAN/012W
  `;
  expect(omitted(told, '2026-11-23 00:00')).toMatchInlineSnapshot(
    `"WARNING PORT_OMITTED NLRTM by CARRIER since 11-22 07:00Z: CALL_OMITTED 11-22 15:00 by CARRIER, ~ARRIVED 11-20 09:00 by CARRIER, ARRIVED 11-22 08:00 by CARRIER"`,
  );
});

it('a port that is told for later is called out of order, and not left out', () => {
  const swapped = `${schedule}
    ~ CARRIER 2026-11-24 06:00 NLRTM ARRIVED on MERIDIAN/012W ${bill} heard 2026-11-18 03:00
    CARRIER 2026-11-22 08:00 BEANR ARRIVED on MERIDIAN/012W
  `;
  expect(omitted(swapped, '2026-11-23 00:00')).toBe('');
  const toldThen = `${schedule}
    CARRIER 2026-11-22 08:00 BEANR ARRIVED on MERIDIAN/012W
    ~ CARRIER 2026-11-24 06:00 NLRTM ARRIVED on MERIDIAN/012W ${bill} heard 2026-11-22 12:00
  `;
  expect(omitted(toldThen, '2026-11-23 00:00')).toMatchInlineSnapshot(
    `"WARNING PORT_OMITTED NLRTM by CARRIER since 11-22 07:00Z till 11-22 12:00Z: ~ARRIVED 11-20 09:00 by CARRIER, ARRIVED 11-22 08:00 by CARRIER, ~ARRIVED 11-24 06:00 by CARRIER"`,
  );
});

it('a ship that is only late, and one that called there, leaves nothing out', () => {
  expect(omitted(schedule, '2026-11-22 12:00')).toBe('');
  const called = `${schedule}
    TERMINAL 2026-11-20 12:00 NLRTM/ECT BERTHED on MERIDIAN/012W heard 2026-11-25 03:00
    CARRIER 2026-11-22 08:00 BEANR ARRIVED on MERIDIAN/012W
  `;
  expect(omitted(called, '2026-11-23 00:00')).toMatch(/^WARNING PORT_OMITTED NLRTM/);
  expect(omitted(called, '2026-11-25 04:00')).toBe('');
  const out = `${schedule}
    TERMINAL 2026-11-21 10:00 NLRTM/ECT GATED_OUT FULL CSQU3054383 ${bill}
    CARRIER 2026-11-22 08:00 BEANR ARRIVED on MERIDIAN/012W
  `;
  expect(omitted(out, '2026-11-23 00:00')).toBe('');
});

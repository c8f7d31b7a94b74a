import { expect, it } from 'vitest';
import { alarmed } from '../asked.ts';
import { tell } from '../telling.ts';

/** 两步申报: in on the summary declaration before the ship came; fourteen days from the arrival the full one is overdue. */
const bill = 'MASTER_BILL:COSU6400000017';
const paper = 'DECLARATION:310420261048000001';
const entered = (arrived: string) => `
  CARRIER 2026-11-20 10:00 SGSIN BL_ISSUED ${bill} lists CSQU3054383 from SGSIN to CNNBO
  TERMINAL 2026-11-20 22:00 SGSIN LOADED FULL CSQU3054383 on KAPOK/115N ${bill}
  CARRIER 2026-11-21 06:00 SGSIN DEPARTED on KAPOK/115N
  CUSTOMS 2026-11-25 09:00 OFFICE:3104 DECL_SUBMITTED ${paper} ${bill}
  CUSTOMS 2026-11-25 16:00 OFFICE:3104 ENTRY_PERMITTED ${paper} ${bill}
  CARRIER ${arrived} CNNBO ARRIVED on KAPOK/115N
`;
const owed = (story: string, at: string) =>
  alarmed(tell(story), bill, at).split('\n').filter((line) => line.includes('FULL_DECLARATION')).join('\n'); // prettier-ignore

it('opens with the midnight that ends the fourteenth day, and ends when it is filed', () => {
  const told = `${entered('2026-11-26 06:00')}
    CUSTOMS 2026-12-12 10:00 OFFICE:3104 DECL_RECEIVED ${paper} ${bill}
  `;
  expect(owed(told, '2026-12-10 15:59')).toBe('');
  expect(owed(told, '2026-12-10 16:00')).toMatchInlineSnapshot(
    `"WARNING CUSTOMS_STUCK FULL_DECLARATION CUSTOMS:3104 by DECLARANT since 12-10 16:00Z: ENTRY_PERMITTED 11-25 16:00 by CUSTOMS, ARRIVED 11-26 06:00 by CARRIER"`,
  );
  expect(owed(told, '2026-12-13 00:00')).toMatchInlineSnapshot(
    `"WARNING CUSTOMS_STUCK FULL_DECLARATION CUSTOMS:3104 by DECLARANT since 12-10 16:00Z till 12-12 02:00Z: ENTRY_PERMITTED 11-25 16:00 by CUSTOMS, ARRIVED 11-26 06:00 by CARRIER, DECL_RECEIVED 12-12 10:00 by CUSTOMS"`,
  );
  expect(owed(entered('2026-11-26 06:00'), '2026-12-17 16:00')).toMatch(/^CRITICAL/);
});

it('a last day that is off moves to the next working day', () => {
  const told = entered('2026-11-28 06:00');
  expect(owed(told, '2026-12-14 15:59')).toBe('');
  expect(owed(told, '2026-12-14 16:00')).toMatch(/^WARNING/);
});

it('nothing is owed any more of what was filed in time', () => {
  const told = `${entered('2026-11-26 06:00')}
    CUSTOMS 2026-12-01 10:00 OFFICE:3104 DECL_RELEASED ${paper} ${bill}
  `;
  expect(owed(told, '2026-12-20 00:00')).toBe('');
});

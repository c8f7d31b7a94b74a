import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The booking is cancelled before anything moved: nothing comes next. */
const told = tell(`
  CARRIER 2026-06-20 10:00 - BOOKING_CONFIRMED BOOKING:8200000017
  ? CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S BOOKING:8200000017 heard 2026-06-20 03:00
  CARRIER 2026-06-25 10:00 - BOOKING_CANCELLED BOOKING:8200000017
`);

it('cancelled', () => {
  expect(asked(told, 'BOOKING:8200000017', '2026-06-26 00:00')).toMatchInlineSnapshot(`
    "CANCELLED | ON_ROUTE
      06-25 10:00 BOOKING_CANCELLED
      ? 07-05 06:00 CNNBO DEPARTED KAPOK 114S
      06-20 10:00 BOOKING_CONFIRMED BOOKING:8200000017
    > VESSEL PLANNED CNNBO ?07-05 06:00 → KAPOK 114S"
  `);
});

import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/**
 * A depot that no table knows, told by its name alone: the clock on its wall is kept as it was told, it says that its zone is only
 * assumed, and the same clock at a place that is known does not.
 */
const bill = 'MASTER_BILL:COSU6400000017';
const story = (where: string) =>
  asked(
    tell(`
      TERMINAL 2026-07-03 14:00 ${where} GATED_IN FULL CSQU3054383 ${bill}
      ? CARRIER 2026-07-05 06:00 NAMED:PORT_OF_NOWHERE DEPARTED on KAPOK/114S ${bill} heard 2026-07-01 00:00
    `),
    bill,
    '2026-07-04 00:00',
  );

it('the clock as told, its zone assumed', () => {
  expect(story('NAMED:YARD_17_BEHIND_THE_MILL')).toMatchInlineSnapshot(`
    "AT_ORIGIN at YARD 17 BEHIND THE MILL | next DEPARTED PORT OF NOWHERE 07-05 06:00 PLANNED | ON_ROUTE
      07-03 14:00 (zone assumed) YARD 17 BEHIND THE MILL GATED_IN FULL CSQU3054383
      ? 07-05 06:00 (zone assumed) PORT OF NOWHERE DEPARTED KAPOK 114S
    > VESSEL PLANNED PORT OF NOWHERE ?07-05 06:00 → KAPOK 114S
    CSQU3054383 AT_ORIGIN"
  `);
});

it('at a place that is known nothing is assumed', () => {
  expect(story('USLAX')).toMatchInlineSnapshot(`
    "AT_ORIGIN at USLAX | next DEPARTED PORT OF NOWHERE 07-05 06:00 PLANNED | ON_ROUTE
      07-03 14:00 USLAX GATED_IN FULL CSQU3054383
      ? 07-05 06:00 (zone assumed) PORT OF NOWHERE DEPARTED KAPOK 114S
    > VESSEL PLANNED PORT OF NOWHERE ?07-05 06:00 → KAPOK 114S
    CSQU3054383 AT_ORIGIN"
  `);
});

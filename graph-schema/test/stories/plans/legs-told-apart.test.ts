import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

const legs = (text: string, at: string) =>
  asked(tell(text), 'MASTER_BILL:COSU6400000017', at).split('\n').filter((line) => /^[>x]/.test(line)).join('\n'); // prettier-ignore

/** The feeder's carrier tells later than the ocean carrier, each his own part of the way. */
it('a feeder and its ocean ship stand beside each other', () => {
  const plans = `
    ? CARRIER 2026-07-13 06:00 SGSIN DEPARTED on MERIDIAN/012W MASTER_BILL:COSU6400000017 heard 2026-06-20 03:00
    ? CARRIER 2026-07-30 08:00 NLRTM ARRIVED on MERIDIAN/012W MASTER_BILL:COSU6400000017 heard 2026-06-20 03:00
    ? CARRIER#2 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-06-25 03:00
    ? CARRIER#2 2026-07-10 08:00 SGSIN ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-06-25 03:00
    ? CARRIER#2 2026-07-11 08:00 SGSIN ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-07-01 03:00
  `;
  expect(legs(plans, '2026-07-02 00:00')).toMatchInlineSnapshot(`
    "> VESSEL PLANNED CNNBO ?07-05 06:00 → SGSIN ?07-11 08:00 KAPOK 114S
    > VESSEL PLANNED SGSIN ?07-13 06:00 → NLRTM ?07-30 08:00 MERIDIAN 012W"
  `);
  const loaded = 'TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017'; // prettier-ignore
  expect(legs(plans + loaded, '2026-07-14 00:00')).toMatchInlineSnapshot(`
    "> VESSEL PLANNED CNNBO ?07-05 06:00 → SGSIN ?07-11 08:00 KAPOK 114S
    > VESSEL PLANNED SGSIN ?07-13 06:00 → NLRTM ?07-30 08:00 MERIDIAN 012W"
  `);
});

/** Two who plan different ships to one port: one of them is wrong, and nobody knows which. */
it('plans of two carriers stand beside each other', () => {
  expect(
    legs(
      `
    ? CARRIER 2026-07-05 06:00 CNNBO DEPARTED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-06-20 03:00
    ? CARRIER 2026-07-20 08:00 NLRTM ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-06-20 03:00
    ? CARRIER#2 2026-07-12 06:00 CNSGH DEPARTED on MERIDIAN/012W MASTER_BILL:COSU6400000017 heard 2026-06-28 08:00
    ? CARRIER#2 2026-07-27 08:00 NLRTM ARRIVED on MERIDIAN/012W MASTER_BILL:COSU6400000017 heard 2026-06-28 08:00
  `,
      '2026-07-02 00:00',
    ),
  ).toMatchInlineSnapshot(`
    "> VESSEL PLANNED CNNBO ?07-05 06:00 → NLRTM ?07-20 08:00 KAPOK 114S
    > VESSEL PLANNED CNSGH ?07-12 06:00 → NLRTM ?07-27 08:00 MERIDIAN 012W"
  `);
});

/** The feeder carries it to Shanghai, and only its ocean ship is told of. */
it('a feeder that nobody tells of is not taken for a ship that it missed', () => {
  expect(
    legs(
      `
    ? CARRIER 2026-07-01 06:00 CNNBO DEPARTED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-06-20 03:00
    ? CARRIER 2026-07-02 08:00 CNSGH ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017 heard 2026-06-20 03:00
    TERMINAL 2026-07-11 22:00 CNSGH LOADED FULL CSQU3054383 on MERIDIAN/012W MASTER_BILL:COSU6400000017
  `,
      '2026-07-12 00:00',
    ),
  ).toMatchInlineSnapshot(`
    "> VESSEL PLANNED CNNBO ?07-01 06:00 → CNSGH ?07-02 08:00 KAPOK 114S
    > VESSEL UNDERWAY CNSGH 07-11 22:00 → MERIDIAN 012W"
  `);
});

import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The terminal asks for its ground 堆存费 beside what the carrier asks for the box: two clocks of one box, each with its own price. */
const bill = 'MASTER_BILL:COSU6400000017';
const came = `
  CARRIER 2026-11-01 10:00 CNNBO BL_ISSUED ${bill} lists CSQU3054383 from CNNBO to BEANR
  TERMINAL 2026-11-30 03:00 BEANR DISCHARGED FULL CSQU3054383 on MERIDIAN/012W ${bill}
  ? CARRIER 2026-12-07 BEANR FREE_TIME_ENDS CSQU3054383 ${bill} because DEMURRAGE heard 2026-11-30 09:00
`;
const money = (story: string, at: string) =>
  asked(tell(story), bill, at).split('\n').filter((line) => line.startsWith('$')).join('\n'); // prettier-ignore

it('of the demurrage nobody tells the price, of the storage the sample tariff of the port does', () => {
  expect(money(came, '2026-12-01 12:00')).toMatchInlineSnapshot(`
    "$ STORAGE CSQU3054383 free to 12-05 TARIFF STO-BEANR at BEANR
    $ DEMURRAGE CSQU3054383 free to 12-07 ARRIVAL_NOTICE at BEANR
    $ STORAGE CSQU3054383 12-06 25, 12-07 25 EUR"
  `);
  expect(money(came, '2026-12-10 12:00')).toMatchInlineSnapshot(`
    "$ STORAGE CSQU3054383 free to 12-05 TARIFF STO-BEANR at BEANR
    $ DEMURRAGE CSQU3054383 free to 12-07 ARRIVAL_NOTICE at BEANR
    $ DEMURRAGE CSQU3054383 12-10 ?, 12-11 ?, 12-12 ?, 12-13 ?, 12-14 ?, 12-15 ?, 12-16 ?
    $ STORAGE CSQU3054383 12-10 25, 12-11 50, 12-12 50, 12-13 50, 12-14 50, 12-15 50, 12-16 50 EUR"
  `);
});

it('ends at the gate', () => {
  const gone = `${came}
    TERMINAL 2026-12-09 09:00 BEANR GATED_OUT FULL CSQU3054383 ${bill}
  `;
  expect(money(gone, '2026-12-10 12:00')).toMatchInlineSnapshot(`
    "$ STORAGE CSQU3054383 free to 12-05 TARIFF STO-BEANR at BEANR stopped 12-09 08:00Z
    $ DEMURRAGE CSQU3054383 free to 12-07 ARRIVAL_NOTICE at BEANR stopped 12-09 08:00Z"
  `);
});

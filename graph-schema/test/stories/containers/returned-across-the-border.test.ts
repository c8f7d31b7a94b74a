import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The hinterland of a port has borders in it: a box is emptied in one country and goes back to a depot of the next. */
const bill = 'MASTER_BILL:COSU6400000017';

function returned(delivery: string | null, depot: string): string {
  const told = tell(`
    TERMINAL 2026-07-01 09:00 CNNBO GATED_OUT EMPTY CSQU3054383 ${bill}
    TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S ${bill}
    TERMINAL 2026-07-30 22:00 NLRTM DISCHARGED FULL CSQU3054383 on KAPOK/114S ${bill}
    TERMINAL 2026-08-01 22:00 NLRTM GATED_OUT FULL CSQU3054383 ${bill}
    ${delivery === null ? '' : `FORWARDER 2026-08-02 10:00 ${delivery} DELIVERED CSQU3054383 ${bill}`}
    DEPOT 2026-08-04 10:00 ${depot} GATED_IN EMPTY CSQU3054383
  `);
  const [state = '', ...rest] = asked(told, bill, '2026-08-30 00:00').split('\n');
  return [state, ...rest.filter((line) => /^(?:!|parked)/.test(line))].join('\n');
}

it('delivered in Germany or Belgium, and back in Rotterdam', () => {
  expect(returned('DEDUI', 'NLRTM')).toMatchInlineSnapshot(`"COMPLETED at NLRTM | NO_PLAN"`);
  expect(returned('BEANR', 'NLRTM')).toMatchInlineSnapshot(`"COMPLETED at NLRTM | NO_PLAN"`);
});

it('back at a depot in Germany, though nobody told of the delivery: the detention is over', () => {
  expect(returned(null, 'DEDUI')).toMatchInlineSnapshot(`"COMPLETED at DEDUI | NO_PLAN"`);
});

it('as within one country', () => {
  expect(returned('NLRTM', 'NLRTM')).toMatchInlineSnapshot(`"COMPLETED at NLRTM | NO_PLAN"`);
});

it('further than a lorry goes in a day, the return waits for another word: the number may be that of another box', () => {
  expect(returned('DEDUI', 'ITGOA')).toMatchInlineSnapshot(`
    "DELIVERED at DEDUI | next GATED_IN USUAL_ORDER | NO_PLAN
    parked NO_BOUNDARY GATED_IN 08-04 10:00 CSQU3054383"
  `);
});

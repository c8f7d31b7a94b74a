import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** An ocean bill and an air waybill that customs name on one list, or that are named with others, are two cargoes: each has its own way. */
const told = tell(`
  CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017 to SGSIN lists CSQU3054383
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  TERMINAL 2026-07-10 18:00 SGSIN DISCHARGED FULL CSQU3054383 on KAPOK/114S
  AIRLINE 2026-07-12 20:00 SGSIN DEPARTED on flight CV9731@2026-07-12 AWB:17212345675 10/10 to IATA:LUX
`);
const customs = tell(`
  CUSTOMS 2026-07-11 09:00 SGSIN DECL_RELEASED DECLARATION:310420261000000014 MASTER_BILL:COSU6400000017 AWB:17212345675
`);
const list = tell(`
  FORWARDER 2026-07-11 09:00 SGSIN NOTIFIED MASTER_BILL:COSU6400000017 MASTER_BILL:COSU6400000025 AWB:17212345675
`);

it.each([
  ['a list of customs', customs],
  ['a list of several', list],
])('%s', (_, named) => {
  const all = { claims: [...told.claims, ...named.claims], retractions: [] };
  const bill = asked(all, 'MASTER_BILL:COSU6400000017', '2026-07-13 12:00');
  const airWaybill = asked(all, 'AWB:17212345675', '2026-07-13 12:00');
  expect(bill).toMatch(/^AT_DESTINATION at SGSIN/);
  expect(airWaybill).toMatch(/^IN_TRANSIT aboard CV9731/);
  expect(bill).not.toContain('CV9731');
  expect(airWaybill).not.toContain('CSQU3054383');
});

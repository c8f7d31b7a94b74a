import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** Sea-air: the forwarder names the wrong air waybill with the bill and takes it back, then names the right one. */
const told = tell(`
  CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED MASTER_BILL:COSU6400000017 to SGSIN lists CSQU3054383
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  TERMINAL 2026-07-10 18:00 SGSIN DISCHARGED FULL CSQU3054383 on KAPOK/114S
  FORWARDER 2026-07-11 09:00 SGSIN BL_ISSUED MASTER_BILL:COSU6400000017 AWB:17212345675 as T1 v1
  AIRLINE 2026-07-12 20:00 SGSIN DEPARTED on flight CV9731@2026-07-12 AWB:17212345675 10/10 to IATA:LUX
  AIRLINE 2026-07-14 20:00 SGSIN DEPARTED on flight CV9735@2026-07-14 AWB:17212345686 3/3 to IATA:LUX
  CANCEL T1 v1 heard 2026-07-13 09:00
  FORWARDER 2026-07-13 18:00 SGSIN BL_ISSUED MASTER_BILL:COSU6400000017 AWB:17212345686
`);
const headOf = (number: Parameters<typeof asked>[1], at: string) => asked(told, number, at).split(' | ')[0];

it('is one cargo with the wrong one, then with none, then with the right one', () => {
  expect(headOf('MASTER_BILL:COSU6400000017', '2026-07-13 00:00')).toBe('IN_TRANSIT aboard CV9731');
  expect(headOf('MASTER_BILL:COSU6400000017', '2026-07-13 09:30')).toBe('AT_DESTINATION at SGSIN');
  expect(headOf('MASTER_BILL:COSU6400000017', '2026-07-15 00:00')).toBe('IN_TRANSIT aboard CV9735');
  expect(asked(told, 'AWB:17212345675', '2026-07-15 00:00')).not.toContain('CSQU3054383');
});

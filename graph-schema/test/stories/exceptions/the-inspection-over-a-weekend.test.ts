import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** 布控 on a Friday: the office does not work at the weekend, so that it is overdue on Tuesday, not on Sunday. */
const told = tell(`
  CARRIER 2026-11-18 10:00 SGSIN BL_ISSUED MASTER_BILL:COSU6400000017 lists CSQU3054383 from SGSIN to CNNBO
  CUSTOMS 2026-11-20 09:00 CNNBO DECL_RECEIVED DECLARATION:310420261048000001 MASTER_BILL:COSU6400000017
  CUSTOMS 2026-11-20 14:00 CNNBO DECL_SELECTED DECLARATION:310420261048000001 MASTER_BILL:COSU6400000017
  CUSTOMS 2026-11-25 10:00 CNNBO DECL_INSPECTED DECLARATION:310420261048000001 MASTER_BILL:COSU6400000017
`);
const alarms = (at: string) =>
  asked(told, 'MASTER_BILL:COSU6400000017', at).split('\n').filter((line) => line.startsWith('!')).join('\n'); // prettier-ignore

it('waits over the weekend, is overdue, and has its result', () => {
  expect(alarms('2026-11-23 00:00')).toBe('');
  expect(alarms('2026-11-24 07:00')).toMatchInlineSnapshot(
    `"! WARNING INSPECTION_OVERDUE DECL_SELECTED CNNBO by CUSTOMS since 11-24 06:00Z"`,
  );
  expect(alarms('2026-11-25 03:00')).toMatchInlineSnapshot(
    `"! WARNING INSPECTION_OVERDUE DECL_SELECTED CNNBO by CUSTOMS since 11-24 06:00Z till 11-25 02:00Z"`,
  );
});

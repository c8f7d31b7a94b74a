import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** 三单不符: the manifest has two pieces fewer than the bill, until it is amended; the weights differ by a pallet's. */
const told = tell(`
  CARRIER 2026-11-20 10:00 SGSIN BL_ISSUED MASTER_BILL:COSU6400000017 100/100 kg 20000 lists CSQU3054383 from SGSIN to CNNBO
  CARRIER 2026-11-22 10:00 CNNBO MANIFEST_SUBMITTED MASTER_BILL:COSU6400000017 98/98 kg 20050
  CUSTOMS 2026-11-23 10:00 CNNBO DECL_RECEIVED DECLARATION:310420261048000001 MASTER_BILL:COSU6400000017 100/100 kg 20000
  CARRIER 2026-11-24 10:00 CNNBO MANIFEST_AMENDED MASTER_BILL:COSU6400000017 100/100 kg 20050
`);
const alarms = (at: string) =>
  asked(told, 'MASTER_BILL:COSU6400000017', at).split('\n').filter((line) => line.startsWith('!')).join('\n'); // prettier-ignore

it('two papers differ, then three, then none', () => {
  expect(alarms('2026-11-22 01:00')).toBe('');
  expect(alarms('2026-11-22 03:00')).toMatchInlineSnapshot(
    `"! WARNING DOCUMENT_MISMATCH PIECES by DECLARANT since 11-22 02:00Z"`,
  );
  expect(alarms('2026-11-23 03:00')).toMatchInlineSnapshot(
    `"! WARNING DOCUMENT_MISMATCH PIECES by DECLARANT since 11-22 02:00Z"`,
  );
  expect(alarms('2026-11-24 03:00')).toMatchInlineSnapshot(
    `"! WARNING DOCUMENT_MISMATCH PIECES by DECLARANT since 11-22 02:00Z till 11-24 02:00Z"`,
  );
});

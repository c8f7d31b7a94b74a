import { expect, it } from 'vitest';
import { clockOf, received, senderOfTables } from './received.ts';

/**
 * A column per milestone, and a port that nobody knows: its times are taken as they stand on the wall, say that their zone is
 * assumed, and the sender is told so for each; the port that is known, and a zone in the row, need no word.
 */
const events = [
  { code: 'DEPARTED', classifier: 'ACTUAL', headers: ['ATD'], place: 'from' },
  { code: 'ARRIVED', classifier: 'ESTIMATED', headers: ['ETA'], place: 'to' },
] as const;
const sender = senderOfTables(
  { container: ['Box'], from: ['POL'], to: ['POD'], zone: ['TZ'] },
  { events, constants: { mode: 'VESSEL' } },
);
const read = (row: string) => received(`Box,POL,POD,ATD,ETA,TZ\nCSQU3054383,${row}\n`, sender);

it('its times say that their zone is assumed', () => {
  const { claims, findings } = read('CNNBO,Yard 17,2026-11-04 21:10,2026-12-05 23:30,');
  expect(claims.map(clockOf)).toEqual(['2026-11-04 21:10', '2026-12-05 23:30 (zone assumed)']);
  expect(findings).toEqual(['line 2/POD UNKNOWN_PLACE', 'line 2/ETA UNKNOWN_ZONE']);
});

it('each column for itself', () => {
  const { claims, findings } = read('Yard 16,Yard 17,2026-11-04 21:10,2026-12-05 23:30,');
  expect(claims.map(clockOf)).toEqual(['2026-11-04 21:10 (zone assumed)', '2026-12-05 23:30 (zone assumed)']);
  expect(findings.filter((one) => one.endsWith('ZONE'))).toEqual([
    'line 2/ATD UNKNOWN_ZONE',
    'line 2/ETA UNKNOWN_ZONE',
  ]);
});

it.each([
  ['a zone of the row', 'CNNBO,Yard 17,2026-11-04 21:10,2026-12-05 23:30,+09:00'],
  ['a zone in the cell', 'CNNBO,Yard 17,2026-11-04 21:10,2026-12-05 23:30+09:00,'],
  ['a port that is known', 'CNNBO,USLGB,2026-11-04 21:10,2026-12-05 23:30,'],
])('nothing is assumed by %s', (_how, row) => {
  const { claims, findings } = read(row);
  expect(claims.map(clockOf)).toEqual(['2026-11-04 21:10', '2026-12-05 23:30']);
  expect(findings.filter((one) => one.endsWith('ZONE'))).toEqual([]);
});

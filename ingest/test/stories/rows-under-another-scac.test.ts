import { describe, expect, it } from 'vitest';
import { papersOf, received, senderOfTables } from './received.ts';

/**
 * A list of many carriers with a column for their SCAC. Carriers have several, some rows have none, some one that nobody knows: every row
 * counts, and its bill is that of the carrier which the row names, not of who sent the list.
 */
const rows = [
  ['6400000017', 'COSU', 'MASTER_BILL:COSU6400000017'],
  ['COSU6400000025', 'COSU', 'MASTER_BILL:COSU6400000025'],
  ['6400000033', 'oolu', 'MASTER_BILL:OOLU6400000033'],
  ['AB123456', 'MSCU', 'MASTER_BILL:MEDUAB123456'],
  ['AB123457', 'MEDU', 'MASTER_BILL:MEDUAB123457'],
  ['W123456789', 'YMJA', 'MASTER_BILL:YMLUW123456789'],
  ['MSCUAB123458', 'MEDU', 'MASTER_BILL:MEDUAB123458'],
  // A slot partner's list: the number says itself whose it is.
  ['COSU6400000041', 'OOLU', 'MASTER_BILL:COSU6400000041'],
  ['6400000058', 'COS', 'MASTER_BILL:COSU6400000058'],
] as const;
const doubtful = [
  // Not as its carrier writes bills, and a carrier that nobody knows: as written, found in either form.
  ['NGBHB0042', 'COSU', 'MASTER_BILL:NGBHB0042'],
  ['6400000066', 'QQQQ', 'MASTER_BILL:6400000066'],
] as const;

const table = (header: string, list: readonly (readonly [bill: string, scac: string, read: string])[]) =>
  [header, ...list.map(([bill, scac]) => `CSQU3054383,in,2026-11-20 17:10,CNNBO,${bill},${scac}`)].join('\n');

describe.each([
  ['a forwarder', null],
  ['another carrier', 'HLCU'],
  ['one of the carriers', 'COSU'],
])('a list of %s', (_who, scac) => {
  const columns = { container: ['Box'], event: ['What'], time: ['When'], place: ['Port'], bill: ['B/L'] };
  const read = (header: string, more: Record<string, readonly string[]>) => {
    const sender = { ...senderOfTables({ ...columns, ...more }, { codes: { in: 'GATED_IN' } }), scac };
    // Of its own list a carrier's numbers need not look like its bills.
    const list = scac === 'COSU' ? rows : [...rows, ...doubtful];
    return { list, ...received(table(header, list), sender) };
  };

  it('has no row left out, and each bill is its carrier’s', () => {
    const { list, claims, units, refused } = read('Box,What,When,Port,B/L,SCAC', { scac: ['SCAC'] });
    expect(claims.map(papersOf)).toEqual(list.map(([, , paper]) => paper));
    expect({ units, refused }).toEqual({ units: list.length, refused: 0 });
  });

  it('whatever the column is called that the operator names', () => {
    const { list, claims } = read('Box,What,When,Port,B/L,Alt. SCAC', { scac: ['Alt. SCAC', 'SCAC'] });
    expect(claims.map(papersOf)).toEqual(list.map(([, , paper]) => paper));
  });
});

describe('without a SCAC in the row', () => {
  const columns = { container: ['Box'], event: ['What'], time: ['When'], place: ['Port'], bill: ['B/L'], carrier: ['Line'] };
  const sender = { ...senderOfTables(columns, { codes: { in: 'GATED_IN' } }), scac: 'COSU' };
  const read = (bill: string, line: string) =>
    received(table('Box,What,When,Port,B/L,Line', [[bill, line, '']]), sender).claims.map(papersOf);

  it('the name of the carrier says it, else it is the sender’s', () => {
    expect(read('6400000017', '东方海外')).toEqual(['MASTER_BILL:OOLU6400000017']);
    expect(read('6400000017', 'OOCL')).toEqual(['MASTER_BILL:OOLU6400000017']);
    expect(read('6400000017', '')).toEqual(['MASTER_BILL:COSU6400000017']);
    expect(read('6400000017', 'the blue one')).toEqual(['MASTER_BILL:COSU6400000017']);
  });
}); // prettier-ignore

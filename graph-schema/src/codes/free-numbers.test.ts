import { describe, expect, it } from 'vitest';
import { parseBooking } from './booking.ts';
import { parseHouseAirWaybill, parseHouseBill } from './house-bill.ts';
import { parseRailNote, railNoteKinds } from './rail-note.ts';
import { parseSeal } from './seal.ts';

describe('numbers that their issuers make up', () => {
  it.each([
    ['booking', parseBooking, 'ebkg-04512345', 'EBKG04512345', 'CONFIRMED'],
    ['house bill', parseHouseBill, 'hb 26/0001', 'HB260001', 'NONE'],
    ['house air waybill', parseHouseAirWaybill, 'hawb 00123', 'HAWB00123', 'HAWBNUMBER0001'],
    ['seal', parseSeal, 'nb 0012345', 'NB0012345', 'SEALNUMBER000012'],
  ] as const)('%s', (_, parse, raw, value, refused) => {
    expect(parse(raw)).toEqual({ ok: true, value });
    expect(parse(refused)).toMatchObject({ ok: false, problem: 'BAD_IDENTIFIER' });
    expect(parse('').ok).toBe(false);
    expect(parse('铅封').ok).toBe(false);
  });
});

describe('parseRailNote', () => {
  it.each([
    ['HTFF1234567', ['CHINA_RAILWAY']],
    ['12345678', ['SMGS']],
    ['801234521805123456', ['CHINA_RAILWAY', 'CIM']],
  ] as const)('%s may be of %j', (raw, kinds) => {
    expect(parseRailNote(raw).ok).toBe(true);
    expect(railNoteKinds(raw)).toEqual(kinds);
  });
  it('refuses the rest', () => expect(parseRailNote('123').ok).toBe(false));
});

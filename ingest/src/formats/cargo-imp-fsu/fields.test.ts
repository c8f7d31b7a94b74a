import { describe, expect, it } from 'vitest';
import { telexSentAt } from '../../syntax/cargo-imp/telex.ts';
import { readStatusFields } from './fields.ts';
import { readMoment } from '../../claims/air/moment.ts';
import { readQuantity, readTotalPieces } from '../../claims/air/quantity.ts';

describe('fields of a status line', () => {
  it('takes no party for a place, however its name looks', () => {
    const { found } = readStatusFields('DLV', ['20NOV2015', 'PEK', 'T10K250.0', 'MILLER', 'ABC', 'CA981']);
    expect(found).toEqual({ MOMENT: '20NOV2015', AIRPORT: 'PEK', QUANTITY: 'T10K250.0' });
  });

  it('goes on behind a field that is missing, and names it', () => {
    const { found, missing } = readStatusFields('RCF', ['21NOV1502', 'JFK', 'T10']);
    expect(found).toEqual({ MOMENT: '21NOV1502', AIRPORT: 'JFK', QUANTITY: 'T10' });
    expect(missing).toEqual(['FLIGHT']);
  });

  it('takes a flight in front of a warehouse move, and needs none', () => {
    const named = readStatusFields('FIW', ['QR8403', '20JUN1039', 'DOH', 'P2K505.0', 'S0720', 'A1008']);
    expect(named.found).toMatchObject({ FLIGHT: 'QR8403', MOMENT: '20JUN1039', AIRPORT: 'DOH' });
    expect(readStatusFields('FOW', ['20JUN1039', 'DOH', 'P2K505.0']).missing).toEqual([]);
  });

  it('reads what it recognises of a status that nobody knows', () => {
    const { found } = readStatusFields('XYZ', ['T3', 'PEKJFK', 'CA981', '21NOV']);
    expect(found).toEqual({ QUANTITY: 'T3', ROUTE: 'PEKJFK', FLIGHT: 'CA981', MOMENT: '21NOV' });
  });

  it.each([
    [['21NOV1502', 'JFK', 'T10'], { MOMENT: '21NOV1502', AIRPORT: 'JFK', QUANTITY: 'T10' }],
    [['T10', 'JFK', '21NOV1502'], { MOMENT: '21NOV1502', AIRPORT: 'JFK', QUANTITY: 'T10' }],
    [['S7123', '21NOV', 'P5'], { FLIGHT: 'S7123', MOMENT: '21NOV', QUANTITY: 'P5' }],
  ])('takes no pieces for a flight of a status that nobody knows: %j', (fields, expected) => {
    expect(readStatusFields('XYZ', fields).found).toEqual(expected);
  });
});

describe('quantities', () => {
  it.each([
    ['T10K250.0', 10, { pieces: 10, grossKg: 250, ofPieces: null }],
    ['P5K125.0T10', null, { pieces: 5, grossKg: 125, ofPieces: 10 }],
    ['P5K125.0', 10, { pieces: 5, grossKg: 125, ofPieces: 10 }],
    ['T5K125.0', 10, { pieces: 5, grossKg: 125, ofPieces: 10 }],
    ['T10L551.2MC1.23', 10, { pieces: 10, grossKg: 250, ofPieces: null }],
    ['T10', null, { pieces: 10, grossKg: null, ofPieces: null }],
    ['EXAMPLE', null, null],
  ])('%s in a consignment of %s', (text, pieces, expected) => {
    expect(readQuantity(text, pieces)).toEqual(expected);
  });

  it('does not take the pieces of a part for those of the consignment', () => {
    expect([readTotalPieces('T10K250'), readTotalPieces('P5K125T10'), readTotalPieces('P5K125')]).toEqual([
      10,
      10,
      null,
    ]);
  });
});

describe('dates without a year', () => {
  it.each([
    ['31DEC2350', '2027-01-01T09:00:00Z', '2026-12-31'],
    ['01JAN0205', '2026-12-31T20:00:00Z', '2027-01-01'],
    ['31DEC2350-N', '2027-01-01T09:00:00Z', '2027-01-01'],
    ['29FEB', '2026-11-21T00:00:00Z', null],
    ['31JUN', '2026-11-21T00:00:00Z', null],
    ['21NOV1502-Q', '2026-11-21T00:00:00Z', null],
  ])('%s received at %s is %s', (text, receivedAt, date) => {
    expect(readMoment(text, receivedAt)?.date ?? null).toBe(date);
  });

  it('puts the day of a telex into the month nearest to its receipt', () => {
    const header = { origin: 'LUXFMCV', day: 31, hour: 23, minute: 11 };
    expect(telexSentAt(header, '2027-01-01T00:05:00Z')).toBe('2026-12-31T23:11:00Z');
    expect(telexSentAt({ ...header, day: 1, hour: 0 }, '2026-12-31T23:59:00Z')).toBe('2027-01-01T00:11:00Z');
    expect(telexSentAt({ ...header, hour: 24 }, '2027-01-01T00:05:00Z')).toBeNull();
  });
});

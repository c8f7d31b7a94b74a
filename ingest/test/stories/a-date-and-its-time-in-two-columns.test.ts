import { describe, expect, it } from 'vitest';
import { clockOf, received, senderOfTables } from './received.ts';

/**
 * An ETA in two columns, without a zone. Read as UTC, or with the midnight that exports write beside a date, it would be as much as
 * 23 hours off. The clock is kept as it stands on the wall there; where nobody knows the place, it says that its zone is assumed.
 */
const sender = senderOfTables(
  { container: ['Box'], event: ['What'], classifier: ['Said'], date: ['ETA date'], clock: ['ETA time'], place: ['Port'] },
  { constants: { mode: 'VESSEL' }, codes: { ETA: 'ARRIVED' } },
); // prettier-ignore
const read = (date: string, clock: string, port = 'Yard 17 behind the mill') =>
  received(
    `Box,What,Said,ETA date,ETA time,Port\nCSQU3054383,ETA,ESTIMATED,${date},${clock},${port}\n`,
    sender,
  );
const told = (date: string, clock: string, port?: string) => read(date, clock, port).claims.map(clockOf);

describe('a place that nobody knows', () => {
  it('the clock as told, its zone assumed, and the sender is told so', () => {
    expect(told('2026-12-05', '23:30')).toEqual(['2026-12-05 23:30 (zone assumed)']);
    expect(read('2026-12-05', '23:30').findings).toEqual([
      'line 2/Port UNKNOWN_PLACE',
      'line 2/ETA date UNKNOWN_ZONE',
    ]);
  });
});

describe('a place that is known', () => {
  it.each([
    ['USLGB', '2026-12-06T07:30:00Z'],
    ['SGSIN', '2026-12-05T15:30:00Z'],
    ['NLRTM', '2026-12-05T22:30:00Z'],
  ])('the clock of %s', (port, instant) => {
    const { claims, findings } = read('2026-12-05', '23:30', port);
    expect(claims.map(clockOf)).toEqual(['2026-12-05 23:30']);
    expect(claims.map(({ time }) => time.instant)).toEqual([instant]);
    expect(findings).toEqual([]);
  });
});

describe('as programs and people write it', () => {
  it.each([
    ['2026-12-05', '11:30 PM'],
    ['2026-12-05', '11:30 p.m.'],
    ['2026-12-05', '2330'],
    ['2026-12-05', '23.30'],
    ['2026-12-05', '23:30 hrs'],
    ['2026-12-05', '23:30 LT'],
    ['2026-12-05', '23:30 PM'],
    ['2026-12-05 00:00:00', '23:30'],
    ['2026-12-05T00:00:00.000Z', '23:30:00'],
    ['2026-12-05 (Sat)', '23:30'],
    ['2026/12/5', '1899-12-30 23:30:00'],
    ['2026年12月5日', '23时30分'],
  ])('%s and %s', (date, clock) => {
    expect(told(date, clock, 'USLGB')).toEqual(['2026-12-05 23:30']);
  });

  it.each([
    ['12:05 AM', '2026-12-05 00:05'],
    ['12:05 PM', '2026-12-05 12:05'],
    ['9:05', '2026-12-05 09:05'],
    ['24:00', '2026-12-06 00:00'],
  ])('%s', (clock, at) => {
    expect(told('2026-12-05', clock, 'USLGB')).toEqual([at]);
  });

  it('a zone beside the clock is no assumption', () => {
    const [claim] = read('2026-12-05 00:00', '23:30 +08:00').claims;
    expect(claim && clockOf(claim)).toBe('2026-12-05 23:30');
    expect(claim?.time.instant).toBe('2026-12-05T15:30:00Z');
  });
});

describe('a list of moves in a yard, without any mapping', () => {
  const yard = (date: string, clock: string, port: string) =>
    received(`Container No.,ISO,Move,Date,Time,Port\nCBHU1234561,45G1,In,${date},${clock},${port}\n`, {
      defaultZone: 'Europe/Berlin',
    });

  it.each([
    ['2026-11-20', '23:30'],
    ['2026-11-20 00:00:00', '23:30:00'],
    ['20.11.2026', '11:30 PM'],
    ['2026-11-20', '2330'],
    ['2026-11-20', '23.30'],
    ['2026-11-20', '2026-11-20 23:30'],
  ])('%s and %s at Ningbo', (date, clock) => {
    const { claims, findings } = yard(date, clock, 'CNNBO');
    expect(claims.map(({ time }) => [time.local.slice(0, 16), time.instant])).toEqual([
      ['2026-11-20T23:30', '2026-11-20T15:30:00Z'],
    ]);
    expect(findings).toEqual([]);
  });

  it('at a yard that nobody knows', () => {
    const { claims, findings } = yard('2026-11-20', '23:30', 'Behind the mill');
    expect(claims.map(clockOf)).toEqual(['2026-11-20 23:30 (zone assumed)']);
    expect(findings.map((one) => one.split(' ').at(-1))).toEqual(['UNKNOWN_PLACE', 'UNKNOWN_ZONE']);
  });
});

describe('what says no time of day', () => {
  it.each(['', 'TBA', '-'])('%j: the day alone, though the export has midnight beside it', (clock) => {
    expect(told('2026-12-05', clock, 'USLGB')).toEqual(['2026-12-05']);
    expect(told('2026-12-05 00:00:00', clock, 'USLGB')).toEqual(['2026-12-05']);
  });

  it.each(['0.25', '7', '25:00', 'noon', '0:30 PM', '13:30 AM'])('%s: no guess, and the row says why', (clock) => {
    const { claims, findings, refused } = read('2026-12-05', clock, 'USLGB');
    expect({ claims, findings, refused }).toEqual({ claims: [], findings: ['line 2/ETA date BAD_TIME'], refused: 1 });
  });
}); // prettier-ignore

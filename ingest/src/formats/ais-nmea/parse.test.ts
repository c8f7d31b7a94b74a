import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { readAis } from './parse.ts';
import { positionFields, sealed, tagged, writeSentences, type Field } from './testing/sentence-writer.ts';

/** Random messages by the hundred take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

interface OracleMessage {
  readonly valid: boolean;
  readonly aistype: number;
  readonly mmsi: string;
  readonly lon: number;
  readonly lat: number;
  readonly sog: number;
  readonly cog: number;
  readonly hdg: number;
  readonly shipname?: string;
  readonly callsign?: string;
  readonly destination?: string;
}
const { AisDecode } = createRequire(import.meta.url)('ggencoder') as {
  AisDecode: new (sentence: string, session: object) => OracleMessage;
};

function read(lines: readonly string[] | string, receivedAt = '2026-11-21T02:00:10Z') {
  const text = typeof lines === 'string' ? lines : `${lines.join('\r\n')}\r\n`;
  return readAis(new TextEncoder().encode(text), {
    receivedAt,
    source: sampleSource,
    places: sampleGazetteer,
  });
}

/** Type 5 of an invented ship. */
function staticFields(mmsi: number, given: { imo?: number; month?: number; hour?: number } = {}): Field[] {
  return [
    [5, 6], [0, 2], [mmsi, 30], [0, 2], [given.imo ?? 9074729, 30], ['BQZZ9', 42], ['OCEAN PROMISE', 120], [71, 8],
    [200, 9], [130, 9], [20, 6], [28, 6], [1, 4], [given.month ?? 11, 4], [24, 5], [given.hour ?? 18, 5], [30, 6],
    [125, 8], ['CN NGB > US LAX', 120], [0, 1], [0, 1],
  ]; // prettier-ignore
}

describe('AIS positions', () => {
  it('reads what an independent decoder reads, for any position, speed, course and heading', () => {
    const report = fc.record({
      type: fc.constantFrom(1, 2, 3),
      mmsi: fc.integer({ min: 200_000_000, max: 775_999_999 }),
      latitude: fc.integer({ min: -54_000_000, max: 54_000_000 }).map((n) => n / 600_000),
      longitude: fc.integer({ min: -108_000_000, max: 108_000_000 }).map((n) => n / 600_000),
      speed: fc.integer({ min: 0, max: 1022 }),
      course: fc.integer({ min: 0, max: 3599 }),
      heading: fc.integer({ min: 0, max: 359 }),
    });
    fc.assert(
      fc.property(report, ({ mmsi, latitude, longitude, ...rest }) => {
        const [sentence = ''] = writeSentences(positionFields(mmsi, latitude, longitude, rest));
        const oracle = new AisDecode(sentence, {});
        const [position] = read([sentence]).positions;
        expect(oracle.valid).toBe(true);
        expect(position?.subject).toBe(`MMSI:${oracle.mmsi}`);
        expect(position?.latitude).toBeCloseTo(oracle.lat, 6);
        expect(position?.longitude).toBeCloseTo(oracle.lon, 6);
        expect(position?.speedKnots).toBeCloseTo(oracle.sog, 5);
        expect(position?.courseDegrees).toBeCloseTo(oracle.cog, 5);
        expect(position?.headingDegrees).toBe(oracle.hdg);
      }),
    );
  });

  it('reads name, call sign and destination of a two-sentence message as an independent decoder does', () => {
    const sentences = writeSentences(staticFields(413_999_001));
    const session = {};
    const decoded = sentences.map((sentence) => new AisDecode(sentence, session));
    const oracle = decoded.find((message) => message.valid);
    const [ship] = read(sentences).statics;
    expect(sentences).toHaveLength(2);
    expect([ship?.vesselName, ship?.callSign, ship?.destination]).toEqual([
      oracle?.shipname?.trim(),
      oracle?.callsign?.trim(),
      oracle?.destination?.trim(),
    ]);
    expect(ship).toMatchObject({
      vesselImo: '9074729', lengthMetres: 330, beamMetres: 48, draughtMetres: 12.5, shipType: 71,
      etaMonth: 11, etaDay: 24, etaHour: 18, etaMinute: 30,
    }); // prettier-ignore
  });

  it('shows what a ship does not know as unknown, never as zero', () => {
    const [sentence = ''] = writeSentences(positionFields(413_999_001, 30.62, 122.1, { status: 15 }));
    expect(read([sentence]).positions[0]).toMatchObject({
      speedKnots: null, courseDegrees: null, headingDegrees: null, navigationStatus: null,
      latitude: 30.62, longitude: 122.1,
    }); // prettier-ignore
  });

  it.each([
    ['181 east', 30.62, 181],
    ['91 north', 91, 122.1],
  ])('gives no position for a ship that reports %s', (_case, latitude, longitude) => {
    const interpretation = read(writeSentences(positionFields(413_999_001, latitude, longitude)));
    expect(interpretation.positions).toEqual([]);
    expect(interpretation.issues).toEqual([]);
    expect(interpretation.counts).toMatchObject({ units: 1, withoutContent: 1 });
  });

  it('reads a long-range report in its coarser units', () => {
    const [position] = read(
      writeSentences([
        [27, 6], [0, 2], [413_999_002, 30], [1, 1], [0, 1], [5, 4], [-4210 * 10, 18], [2000 * 10, 17], [9, 6], [270, 9],
        [0, 1], [0, 1],
      ]), // prettier-ignore
    ).positions;
    expect(position).toMatchObject({
      speedKnots: 9,
      courseDegrees: 270,
      navigationStatus: 5,
      headingDegrees: null,
    });
    expect(position?.longitude).toBeCloseTo(-70.166667, 6);
    expect(position?.latitude).toBeCloseTo(33.333333, 6);
  });

  it('refuses a station identity that no moving station has, and a place that is not on earth', () => {
    const sentences = [
      ...writeSentences(positionFields(1_193_046, 30, 122)),
      ...writeSentences(positionFields(413_999_001, 30, 200)),
    ];
    const interpretation = read(sentences);
    expect(interpretation.positions).toEqual([]);
    expect(interpretation.issues.map(({ code, at }) => [code, at])).toEqual([
      ['BAD_IDENTIFIER', 'line 1'],
      ['BAD_SYNTAX', 'line 2'],
    ]);
  });
});

describe('AIS static data', () => {
  it('names the ship on positions that follow in the same message, not on those before', () => {
    const position = writeSentences(positionFields(413_999_001, 30.62, 122.1));
    const later = writeSentences(positionFields(413_999_001, 30.63, 122.1));
    const { positions } = read([...position, ...writeSentences(staticFields(413_999_001)), ...later]);
    expect(positions.map((p) => [p.vesselName, p.vesselImo, p.destination])).toEqual([
      [null, null, null],
      ['OCEAN PROMISE', '9074729', 'CN NGB > US LAX'],
    ]);
  });

  it('puts the two parts of a class B description on one ship, and reads no size from a tender', () => {
    const partA: Field[] = [[24, 6], [0, 2], [413_999_003, 30], [0, 2], ['HAI YU 7', 120]]; // prettier-ignore
    const partB: Field[] = [
      [24, 6], [0, 2], [413_999_003, 30], [1, 2], [30, 8], ['VENDOR@', 42], ['BRXX7', 42], [12, 9], [20, 9], [3, 6], [4, 6], [0, 6],
    ]; // prettier-ignore
    const tender: Field[] = [
      [24, 6], [0, 2], [984_131_234, 30], [1, 2], [30, 8], ['VENDOR@', 42], ['BRXX7', 42], [413_999_003, 30], [0, 6],
    ]; // prettier-ignore
    const classB: Field[] = [
      [18, 6], [0, 2], [413_999_003, 30], [0, 8], [55, 10], [0, 1], [122 * 600_000, 28], [30 * 600_000, 27], [3600, 12],
      [511, 9], [5, 6], [0, 29],
    ]; // prettier-ignore
    const { statics, positions } = read(
      [partA, partB, tender, classB].flatMap((fields) => writeSentences(fields)),
    );
    expect(statics.map((s) => [s.subject, s.vesselName, s.callSign, s.lengthMetres, s.beamMetres])).toEqual([
      ['MMSI:413999003', 'HAI YU 7', null, null, null],
      ['MMSI:413999003', null, 'BRXX7', 32, 7],
      ['MMSI:984131234', null, 'BRXX7', null, null],
    ]);
    expect(positions[0]).toMatchObject({ vesselName: 'HAI YU 7', callSign: 'BRXX7', speedKnots: 5.5 });
  });

  it('leaves out an IMO number whose check digit fails and an arrival that was never set', () => {
    const [ship] = read(
      writeSentences(staticFields(413_999_001, { imo: 9074728, month: 0, hour: 24 })),
    ).statics;
    expect([ship?.vesselImo, ship?.etaMonth, ship?.etaHour, ship?.etaMinute]).toEqual([null, null, null, 30]);
  });
});

describe('AIS time', () => {
  const [sentence = ''] = writeSentences(positionFields(413_999_001, 30.62, 122.1, { second: 50 }));
  it.each([
    ['the station gives seconds', tagged('s:rx42,c:1795458600', sentence), '2026-11-23T18:30:00Z'],
    ['the station gives milliseconds', tagged('c:1795458600123', sentence), '2026-11-23T18:30:00Z'],
    ['an older log writes it behind the sentence', `${sentence},rx1,1795458600`, '2026-11-23T18:30:00Z'],
    ['only the second of the minute is known', sentence, '2026-11-21T01:59:50Z'],
  ])('is right when %s', (_case, line, at) => {
    expect(read([line]).positions[0]?.at).toBe(at);
  });

  it('does not believe a tag block whose checksum fails, but keeps the position', () => {
    const { positions, issues } = read([`\\c:1795458600*00\\${sentence}`]);
    expect(positions[0]?.at).toBe('2026-11-21T01:59:50Z');
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['BAD_CHECKSUM', 'WARNING']]);
  });
});

describe('AIS lines', () => {
  const [good = ''] = writeSentences(positionFields(413_999_001, 30.62, 122.1));
  const [other = ''] = writeSentences(positionFields(413_999_001, 30.63, 122.1));

  it('reports a bad checksum and goes on', () => {
    const bad = `${good.slice(0, -2)}00`;
    const { positions, issues, counts } = read([good, bad, other]);
    expect(positions).toHaveLength(2);
    expect(issues).toMatchObject([{ code: 'BAD_CHECKSUM', at: 'line 2', value: bad }]);
    expect(counts).toEqual({
      units: 3,
      withEvents: 0,
      withPositions: 2,
      withIssuesOnly: 1,
      withoutContent: 0,
    });
  });

  it('takes LF, CR, no line end, glued sentences, leading text and lower-case checksums', () => {
    const lower = other.replace(/..$/, (hex) => hex.toLowerCase());
    for (const text of [
      `${good}\n${other}\n`,
      `${good}\r${other}`,
      good + other,
      `12:00 ${good}\r\n\r\n${lower}`,
    ]) {
      expect(read(text).positions, JSON.stringify(text)).toHaveLength(2);
    }
  });

  it('passes over GPS, wind and status sentences and message types without a position', () => {
    const base: Field[] = [[4, 6], [0, 2], [4_139_990, 30], [2026, 14], [11, 4], [21, 5], [0, 107]]; // prettier-ignore
    const { counts, issues } = read([
      sealed('GPGGA,195719,,,,,0,00,,,M,,M,,').replace('!', '$'),
      ...writeSentences(base),
    ]);
    expect(issues).toEqual([]);
    expect(counts).toMatchObject({ units: 2, withoutContent: 2 });
  });

  it('puts interleaved messages of two stations together by their tag blocks', () => {
    const [a1 = '', a2 = ''] = writeSentences(staticFields(413_999_001));
    const [b1 = '', b2 = ''] = writeSentences(staticFields(413_999_004));
    const lines = [
      tagged('g:1-2-7,s:east,c:1795458600', a1),
      tagged('g:1-2-8,s:west,c:1795458600', b1),
      tagged('g:2-2-8', b2),
      tagged('g:2-2-7', a2),
    ];
    const { statics, issues } = read(lines);
    expect(issues).toEqual([]);
    expect(statics.map(({ subject, vesselName }) => [subject, vesselName]).sort()).toEqual([
      ['MMSI:413999001', 'OCEAN PROMISE'],
      ['MMSI:413999004', 'OCEAN PROMISE'],
    ]);
  });

  it('never joins halves of two messages that share a sequence number', () => {
    const [first = ''] = writeSentences(staticFields(413_999_001));
    const [, second = ''] = writeSentences(staticFields(413_999_004));
    const late = read([tagged('c:1795458600', first), tagged('c:1795458660', second)]);
    expect(late.statics).toEqual([]);
    expect(late.issues.map(({ code, at }) => [code, at])).toEqual([
      ['TRUNCATED', 'line 1'],
      ['TRUNCATED', 'line 2'],
    ]);
    expect(late.counts).toMatchObject({ units: 2, withIssuesOnly: 2 });
  });

  it('never joins halves that lie far apart where no station tells a time', () => {
    const [first = '', second = ''] = writeSentences(staticFields(413_999_001));
    const noise = Array.from({ length: 600 }, () => sealed('AIVDM,1,1,,A,,0'));
    expect(read([first, second]).statics).toHaveLength(1);
    expect(read([first, ...noise, second]).statics).toEqual([]);
  });

  it('counts what several receivers heard of one transmission once, and the next transmission again', () => {
    const lines = [
      tagged('s:east,c:1795458600', good),
      tagged('s:west,c:1795458601', good),
      tagged('s:east,c:1795458660', good),
    ];
    const { positions, counts } = read(lines);
    expect(positions.map(({ at }) => at)).toEqual(['2026-11-23T18:30:00Z', '2026-11-23T18:31:00Z']);
    expect(counts).toMatchObject({ units: 3, withPositions: 2, withoutContent: 1 });
    const [a = '', b = ''] = writeSentences(staticFields(413_999_001));
    const twice = [
      tagged('g:1-2-1,s:east', a),
      tagged('g:2-2-1', b),
      tagged('g:1-2-2,s:west', a),
      tagged('g:2-2-2', b),
    ];
    expect(read(twice).statics).toHaveLength(1);
  });

  it('lists a hundred bad lines and then says how many more there were', () => {
    const { issues, counts } = read(Array.from({ length: 350 }, () => sealed('AIVDM,1,1,,A,~~~,0')));
    expect(counts).toMatchObject({ units: 350, withIssuesOnly: 350 });
    expect(issues).toHaveLength(101);
    expect(issues[100]).toMatchObject({ code: 'BAD_SYNTAX', value: '250 more' });
  });

  it('takes any bytes at all, and accounts for every sentence', () => {
    const junk = fc.array(
      fc.oneof(
        fc.constantFrom(good, '!AIVDM,9,9,9,', '\\s:x', '*', '$', '\r', '\n'),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(junk, (pieces) => {
        const { counts, positions, issues } = read(pieces.join(''));
        expect(counts.units).toBe(counts.withPositions + counts.withIssuesOnly + counts.withoutContent);
        expect(positions).toHaveLength(counts.withPositions);
        if (counts.withIssuesOnly > 0) expect(issues.length).toBeGreaterThan(0);
      }),
    );
  });
});

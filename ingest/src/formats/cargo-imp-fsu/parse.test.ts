import { describe, expect, it } from 'vitest';
import { DOCUMENT_CODES, LOGISTICS_CODES } from 'graph-schema/domain/event-code';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { cargoImpFsu } from './index.ts';

const AWB = '999-12345675PEKJFK/T10K250.0';

function read(text: string, receivedAt = '2026-11-22T18:00:00Z') {
  const context = { receivedAt, source: sampleSource, places: sampleGazetteer };
  return cargoImpFsu.read(new TextEncoder().encode(text), context);
}

function claims(text: string) {
  return read(text).messages.flatMap(({ attested }) =>
    attested.map(({ event }) => [event.code, event.classifier, event.time.instant, event.time.precision]),
  );
}

function departureDate(text: string) {
  const checkedIn = read(text).messages[0]?.attested.find(({ event }) => event.code === 'CHECKED_IN');
  return checkedIn?.event.transport?.departureDate;
}

describe('FSU', () => {
  it('reads the same from CRLF, LF and CR', () => {
    const lines = ['FSU/15', AWB, 'RCS/20NOV0930/PEK/T10K250.0', 'NFD/21NOV1600/JFK/T10K250.0'];
    const whole = claims(lines.join('\r\n'));
    expect(whole).toHaveLength(2);
    expect(claims(lines.join('\n'))).toEqual(whole);
    expect(claims(lines.join('\r'))).toEqual(whole);
  });

  it('says that a scheduled flight left on its day, not at its schedule', () => {
    expect(claims(`FSU/15\n${AWB}\nDEP/CA981/21NOV/PEKJFK/T10K250.0/S1305/S1420`)).toEqual([
      ['DEPARTED', 'ACTUAL', '2026-11-20T16:00:00Z', 'DAY'],
      ['DEPARTED', 'PLANNED', '2026-11-21T05:05:00Z', 'MINUTE'],
      ['ARRIVED', 'PLANNED', '2026-11-21T19:20:00Z', 'MINUTE'],
    ]);
  });

  it('never makes an arrival of the arrival time in a departure', () => {
    const codes = claims(`FSU/15\n${AWB}\nDEP/CA981/21NOV/PEKJFK/T10K250.0/A1305/A1420`).map(
      ([code, kind]) => [code, kind],
    );
    expect(codes).toEqual([
      ['DEPARTED', 'ACTUAL'],
      ['ARRIVED', 'ESTIMATED'],
    ]);
  });

  it('lands a flight the next day when its clock would otherwise run backwards', () => {
    const arrivals = claims(`FSU/15\n999-12345675LUXPEK/T1\nBKD/CA982/20NOV/LUXPEK/T1/S2000/S1330`);
    expect(arrivals.at(-1)).toEqual(['ARRIVED', 'PLANNED', '2026-11-21T05:30:00Z', 'MINUTE']);
  });

  it('dates a booking by the day on which it was known, never after the flight', () => {
    const text = `FSU/15\n${AWB}\nBKD/CA981/21NOV/PEKJFK/T10K250.0/S1305/S1420`;
    const booked = (at: string) => read(text, at).messages[0]?.attested[0]?.event.time.local;
    expect(booked('2026-11-18T20:00:00Z')).toBe('2026-11-19T00:00:00');
    expect(booked('2026-12-01T00:00:00Z')).toBe('2026-11-21T00:00:00');
  });

  it('takes the day of departure only from a line that names it', () => {
    const arrived = 'RCF/CA981/22NOV0102/JFK/T10K250.0';
    expect(departureDate(`FSU/15\n${AWB}\n${arrived}`)).toBeNull();
    expect(departureDate(`FSU/15\n${AWB}\n${arrived}\nDEP/CA981/21NOV/PEKJFK/T10/A1305`)).toBe('2026-11-21');
  });

  it('takes nothing of a message whose EDIFACT trailer is missing', () => {
    const cut = read(`UNB+IATA:1+A+B+261121:1300+7'UNH+1+CIMFSU:15'FSU/15\r\n${AWB}\r\nRCS/20NOV0930/PEK/T1`);
    expect(cut.messages).toEqual([]);
    expect(cut.counts).toMatchObject({ units: 1, withIssuesOnly: 1 });
    expect(new Set(cut.issues.map(({ code }) => code))).toEqual(new Set(['TRUNCATED']));
  });

  it('shows a trailer that belongs to another message', () => {
    const text = `UNB+IATA:1+A+B+261121:1300+7'UNH+1+CIMFSU:15'FSU/15\r\n${AWB}\r\nRCS/20NOV0930/PEK/T10'UNT+3+2'UNZ+2+7'`;
    const { issues, counts } = read(text);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['BAD_ENVELOPE', 'UNT'],
      ['BAD_ENVELOPE', 'UNZ'],
    ]);
    expect(counts.withEvents).toBe(1);
  });

  it.each([
    ['plain', 'FSU/15\r\n999-', true],
    ['without version', 'FSA\n999-', true],
    ['telex', 'QU PEKFMCA SHAFMCA\r\nTAOFMCA\r\n.LUXFMCV 202311\r\nFSU/12\r\n', true],
    ['telex with control characters', '\x01QK PEKFMCA\r\n.LUXFMCV 202311/X\r\n\x02FSU/12\r\n', true],
    ['EDIFACT envelope', "UNA:+.? 'UNB+IATA:1+A+B+261121:1300+7'UNH+1+CIMFSU:15'FSU/15", true],
    ['a waybill', 'FWB/17\r\n999-', false],
    ['a terminal message', "UNB+UNOA:2+A+B+261121:1300+7'UNH+1+CODECO:D:95B:UN'", false],
    ['a sentence with the word', 'the FSU/15\r\n', false],
  ])('is recognised: %s', (_case, head, expected) => {
    expect(cargoImpFsu.detect(head)).toBe(expected);
  });
});

describe('FSU code lists', () => {
  const vocabulary = new Set<string | null>([...LOGISTICS_CODES, ...DOCUMENT_CODES]);
  it.each(['status-codes', 'discrepancy-codes'])('%s map to words of the vocabulary', (list) => {
    const wrong = loadCodeList(`cargo-imp-fsu/${list}`).rows.filter(
      ({ canonical }) => !vocabulary.has(canonical),
    );
    expect(wrong).toEqual([]);
  });
});

import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { describe, expect, it } from 'vitest';
import { received, senderOfTables } from './received.ts';

/**
 * The sender gives the UN/LOCODE of the port and, beside it, the name of a town 130 km and more away: of an office, or of where the
 * cargo goes. The code is what it says; no name in any format leads elsewhere.
 */
const places = loadGazetteer();

const messages = {
  'X12 315': [
    'ISA*00*          *00*          *ZZ*CARRIERX       *ZZ*THROUGHLINE    *261121*0130*U*00401*000000763*0*P*>~',
    'GS*QO*CARRIERX*THROUGHLINE*20261121*0130*1*X*004010~ST*315*0001~',
    'B4***UV*20261120*1710**CSQU*305438*L*45G1***3~N9*BM*COSU6400000017~',
    'R4*5*UN*USLGB*SAN DIEGO*US***CA~SE*5*0001~GE*1*1~IEA*1*000000763~',
  ].join(''),
  'EDIFACT IFTSTA': [
    "UNB+UNOC:3+COSCO+CARRIERX+261121:0930+7'UNH+1+IFTSTA:D:00B:UN'BGM+23+ST1+9'",
    "CNI+1+COSU6400000017'STS+1+29'RFF+BM:COSU6400000017'DTM+334:202611201710:203'",
    "LOC+175+USLGB:139:6:SAN DIEGO CA'EQD+CN+CSQU3054383+45G1:102:5+++5'UNT+9+1'UNZ+1+7'",
  ].join(''),
  'DCSA 2': JSON.stringify({
    eventID: '5e1d0000-0000-4000-8000-000000000061',
    eventType: 'EQUIPMENT',
    eventCreatedDateTime: '2026-11-21T01:00:00Z',
    eventClassifierCode: 'ACT',
    eventDateTime: '2026-11-20T17:10:00-08:00',
    equipmentEventTypeCode: 'DISC',
    equipmentReference: 'CSQU3054383',
    emptyIndicatorCode: 'LADEN',
    eventLocation: {
      locationName: 'San Diego',
      address: { city: 'San Diego', stateRegion: 'CA', country: 'US' },
      UNLocationCode: 'USLGB',
    },
    transportCall: { transportCallID: 'TC-1', UNLocationCode: 'USLGB', modeOfTransport: 'VESSEL' },
    documentReferences: [{ documentReferenceType: 'TRD', documentReferenceValue: 'COSU6400000017' }],
  }),
};

describe('the port is Long Beach, whatever town is named beside it', () => {
  it.each(Object.entries(messages))('%s', (_format, text) => {
    const { claims, findings } = received(text, { kind: 'CARRIER' }, places);
    expect(claims.map(({ place, time }) => [place?.unLocode, time.zone, time.local.slice(0, 16)])).toEqual([
      ['USLGB', expect.stringMatching(/Los_Angeles|-08:00/), '2026-11-20T17:10'],
    ]);
    expect(findings.filter((one) => one.includes('PLACE'))).toEqual([]);
  });
});

describe('a table', () => {
  const columns = { container: ['Box'], event: ['Move'], time: ['When'], place: ['UN/LOCODE', 'Town'] };
  const sender = senderOfTables(columns, { constants: { mode: 'VESSEL' }, codes: { off: 'DISCHARGED' } });
  const placeIn = (row: string) =>
    received(`Box,Move,When,Town,UN/LOCODE\nCSQU3054383,off,2026-11-20 17:10,${row}\n`, sender, places).claims.map(
      ({ place }) => place?.unLocode,
    );

  it('with a column for each, the name before the code', () => {
    expect(placeIn('宁波,CNSGH')).toEqual(['CNSGH']);
  });

  it('with both in one cell', () => {
    const both = senderOfTables({ ...columns, place: ['Town'] }, { codes: { off: 'DISCHARGED' } });
    const text = 'Box,Move,When,Town\nCSQU3054383,off,2026-11-20 17:10,宁波 (CNSGH)\nCSQU3054383,off,2026-11-20 17:10,CNSGH 宁波\n';
    expect(received(text, both, places).claims.map(({ place }) => place?.unLocode)).toEqual(['CNSGH', 'CNSGH']);
  });
}); // prettier-ignore

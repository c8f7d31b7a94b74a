import { termQueryText } from 'graph-schema/cypher/search/term-query';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { describe, expect, it } from 'vitest';
import { facetsOfFilter, rangesOfFilter, type ShipmentFilter } from './shipment-filter.ts';

const textOf = (filter: ShipmentFilter) =>
  facetsOfFilter(filter, sampleGazetteer).map((group) =>
    group.map(({ text, isBeginning }) => (isBeginning ? `${text}*` : text)),
  );

describe('what is asked for', () => {
  it('reads a number as people write it', () => {
    expect(textOf({ container: ' cbhu 380417-5 ' })).toEqual([['CONTAINER:CBHU3804175']]);
    expect(textOf({ waybill: '17226114686' })[0]).toContain('AWB:172-26114686');
    expect(textOf({ waybill: '172-26*' })[0]).toContain('AWB:172-26*');
    expect(textOf({ bill: 'cosu6412*' })).toEqual([['MASTER_BILL:COSU6412*']]);
  });

  it('finds a place by an old code or in Chinese, and an office by its number', () => {
    expect(textOf({ port: 'cnnbo' })[0]).toContain('PORT:CNNBO');
    expect(textOf({ office: '3104' })[0]).toContain('OFFICE:3104');
  });

  it('finds a party by its identifier or by how a word of its name begins', () => {
    expect(textOf({ consignee: '海通' })).toEqual([['CONSIGNEE:ID/海通', 'CONSIGNEE:NAME/海通*']]);
    expect(textOf({ consignee: 'USCC:91330200TEST00001X' })[0]).toContain('CONSIGNEE:ID/USCC/91330200TEST00001X');
  }); // prettier-ignore

  it('asks for the voyage of that ship', () => {
    expect(textOf({ vessel: 'Kapok', voyage: '114s' })).toEqual([['VOYAGE:KAPOK/114S']]);
    expect(textOf({ vessel: 'kap*' })).toEqual([['VESSEL:KAP*']]);
    expect(textOf({ train: 'x8024@2026-11-20' })).toEqual([['TRAIN:X8024/2026 11 20']]);
  });

  it('limits by each field that says something', () => {
    const filter: ShipmentFilter = { bill: '  ', port: null, phases: ['IN_TRANSIT', 'AT_ORIGIN'], exceptions: [], attention: ['CRITICAL'] }; // prettier-ignore
    expect(textOf(filter)).toEqual([['PHASE:IN_TRANSIT', 'PHASE:AT_ORIGIN'], ['ATTENTION:CRITICAL']]);
    expect(termQueryText({ facets: facetsOfFilter({}, sampleGazetteer), sight: null })).toBeNull();
  });

  it('is open at an end of a time that nobody says', () => {
    expect(rangesOfFilter({ departure: { from: '2026-11-01T00:00:00Z' }, arrival: {}, eta: null })).toEqual({
      departedAt: { from: Date.parse('2026-11-01T00:00:00Z'), until: 8.64e15 },
    });
  });
});

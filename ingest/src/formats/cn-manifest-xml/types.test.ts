import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { describe, expect, it } from 'vitest';
import { cnManifestXml } from './index.ts';

/** What the first claim about a bill says, or that a message of the type is about no cargo. */
function readType(type: string, functionCode: string): string {
  const xml = `<Manifest xmlns="urn:Declaration:datamodel:standard:CN:${type}:1"><Head><MessageID>1</MessageID><FunctionCode>${functionCode}</FunctionCode><MessageType>${type}</MessageType><SendTime>20261120100000000</SendTime></Head><Declaration><BorderTransportMeans><JourneyID>037W</JourneyID><ID>UN9074729</ID></BorderTransportMeans><Consignment><TransportContractDocument><ID>COSU6412345678</ID></TransportContractDocument></Consignment></Declaration></Manifest>`;
  const context = { receivedAt: '2026-11-20T03:00:00Z', source: sampleSource, places: sampleGazetteer };
  const { messages, issues, counts } = cnManifestXml.read(Buffer.from(xml), context);
  const code = messages[0]?.attested[0]?.event.code;
  return code ?? (counts.withoutContent > 0 ? 'NOTHING' : (issues.at(-1)?.code ?? 'SILENCE'));
}

const BY_KIND: readonly (readonly [types: string, code: string])[] = [
  ['1101 1201 1301 1401', 'MANIFEST_SUBMITTED'],
  ['2101 2201 2301 2401', 'MANIFEST_SUBMITTED'],
  ['3101 3201 3301 3401 3402 3403', 'ARRIVAL_REPORT_SUBMITTED'],
  ['3102 3202', 'SPLIT_ARRIVED'],
  ['4101 4201 4301 4401 4402 4405 4406', 'LOAD_LIST_SUBMITTED'],
  ['4403 4404', 'NOTHING'],
  ['5101 5102 5201 5202 5301 5302 5401 5402', 'TALLY_SUBMITTED'],
  ['6101 6102 6201 6301', 'SPLIT_REQUESTED'],
  ['7101 7301 7402', 'PACKING_LIST_FILED'],
  ['8101 8105 8201 8205 8401', 'MANIFEST_CHANGE_REQUESTED'],
  ['8102 8103 8104 8202 8203 8204 8402 8403 8404', 'ROLLED'],
  ['ECIM ECEX', 'MANIFEST_SUBMITTED'],
];

describe('types of the manifest family 舱单', () => {
  it.each(BY_KIND.flatMap(([types, code]) => types.split(' ').map((type) => [`MT${type}`, code] as const)))(
    '%s is %s',
    (type, code) => {
      expect(readType(type, '2')).toBe(code);
    },
  );

  it('is only part of a manifest while its secondary data are missing', () => {
    expect(readType('MT1101', '9')).toBe('MANIFEST_PARTIAL');
    expect(readType('MT2401', '9')).toBe('MANIFEST_PARTIAL');
    expect(readType('MT1201', '0')).toBe('MANIFEST_SUBMITTED');
  });

  it.each(['MT1501', 'MT1801', 'WLJK_IRTA'])('%s is told, and not taken for one by sea', (type) => {
    expect(readType(type, '2')).toBe('MESSAGE_NOT_MAPPED');
  });

  it('of a kind that nobody knows is shown as received', () => {
    expect(readType('MT9101', '2')).toBe('UNMAPPED_DOCUMENT');
  });
});

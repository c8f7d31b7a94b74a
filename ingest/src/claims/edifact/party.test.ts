import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { scanWhole } from '../../syntax/byte-scanner.ts';
import { EdifactScanner } from '../../syntax/edifact/scanner.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { readParties } from './party.ts';

function partiesOf(text: string) {
  const segments = [...scanWhole(new EdifactScanner(), Buffer.from(text, 'latin1'))];
  const findings = collectFindings();
  const where = { at: 'UNB/UNH[1]', span: { start: 0, end: text.length } };
  const context = { source: sampleSource, places: sampleGazetteer, findings };
  return { parties: readParties(segments, where, context), findings };
}

describe('parties of NAD', () => {
  it.each([
    ['COSU:160:20', 'SCAC', 'COSU'],
    ['MSK:172:20', 'SMDG', 'MSK'],
    ['XLCL:172:182', 'SCAC', 'XLCL'],
    ['6901234000009::9', 'GLN', '6901234000009'],
    ['91330200MA2AGXXX0P:ZZZ', 'USCC', '91330200MA2AGXXX0P'],
    ['K778:160:86', 'LOCAL', 'K778'],
  ])('%s is a code of %s', (written, scheme, code) => {
    expect(partiesOf(`NAD+CA+${written}'`).parties).toEqual([
      { role: 'CARRIER', name: null, id: { scheme, code } },
    ]);
  });

  it('takes the name from its element, else from the first line of an address', () => {
    const { parties } = partiesOf("NAD+CZ+++SAMPLE CO:1 TEST ROAD'NAD+CN++SAMPLE LLC:2 TEST ROAD'");
    expect(parties.map(({ role, name }) => [role, name])).toEqual([
      ['CONSIGNOR', 'SAMPLE CO'],
      ['CONSIGNEE', 'SAMPLE LLC'],
    ]);
  });

  it('joins a name that fills its line with the next', () => {
    const { parties } = partiesOf("NAD+CN+++NINGBO SAMPLE INTERNATIONAL TRADING A:ND LOGISTICS CO LTD'");
    expect(parties[0]?.name).toBe('NINGBO SAMPLE INTERNATIONAL TRADING A ND LOGISTICS CO LTD');
  });

  it('leaves out who only sends the message, tells an unknown function, and says each once', () => {
    const { parties, findings } = partiesOf("NAD+MS+A'NAD+QQ+B'NAD+CN+++X'NAD+CN+++X'NAD+N1'");
    expect(parties.map(({ role }) => role)).toEqual(['OTHER', 'CONSIGNEE']);
    expect(findings.issues.map(({ code, value }) => [code, value])).toEqual([['UNMAPPED_CODE', 'QQ']]);
  });
});

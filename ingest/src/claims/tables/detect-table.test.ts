import type { TableMapping } from 'graph-schema/domain/table-mapping';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../formats/index.ts';
import { detectedId } from '../../pipeline/detect.ts';
import { readMessage } from '../../pipeline/read.ts';
import { detectAll } from '../../testing/read-fixture.ts';

const NO_TABLES = {
  prose: `Dear Ms. Wang, as agreed on the phone, we send you the papers
and the boxes, seals, weights of 20 November, for the truck at 9.
Kind regards, Throughline`,
  prosaicWords: `The container, the vessel, and the voyage
are all late, by 3 days, as it seems`,
  log: `2026-11-20 09:28:01,123 INFO gate: opened, lane 3, box CBHU1234561
2026-11-20 09:28:02,001 WARN gate: closed, lane 3, no box`,
  python: `import container, vessel, voyage
def gate(container, time, place):
    return [container, 1, place]`,
  c: `void gate(int a, int b, int c);
gate(a, 1, 2);`,
  sql: `select container, vessel, voyage
from moves, boxes
where a = 1`,
  headers: `To: ops, gate, yard
Cc: desk, night
Date: Fri, 20 Nov 2026 09:28:00 +0800`,
  jsonLines: `{"container":"CBHU1234561","time":"2026-11-20","a":1}
{"container":"CBHU9051171","time":"2026-11-20","a":1}`,
  jsonInLog: `gate {"container":"CBHU1234561","time":1,"a":1}
gate {"container":"CBHU9051171","time":1,"a":1}`,
  yaml: `container: CBHU1234561, TLNU2043113
time: 2026-11-20, 09:28`,
  css: `.box, .gate, .yard { margin: 0 1px }
.a, .b, .c { margin: 2px }`,
  chinese: `尊敬的客户，您好，贵司箱号，CBHU1234561
已于20日,到达宁波,请安排提货`,
  headOnly: `Container,Vessel,Voyage`,
  numbers: `1,2,3\n4,5,6\n7,8,9`,
};

describe('what is no table', () => {
  it.each(Object.entries(NO_TABLES))('%s', (_what, text) => {
    expect(detectAll(new Uint8Array(Buffer.from(text)))).toEqual([]);
  });
});

const TABLES = {
  twoColumns: 'Container;Gate in\nCBHU1234561;2026-11-20 09:28\n',
  twoInTabs: 'Gate list\n箱号\t进场时间\r\nCBHU1234561\t2026-11-20 09:28\r\n',
  short: 'Container,B/L,Gate in,Remark,Colour,Weight\nCBHU1234561,COSU6412345678\n',
  quoted: '"Container\nNo.","Gate in\n(local)","Colour"\nCBHU1234561,2026-11-20,red\n',
  unknownNames: 'Vehicle,Who,Zone X\nA1,B,C\n',
};

describe('what is a table, though nobody has mapped it', () => {
  it.each(Object.entries(TABLES))('%s', (_what, text) => {
    expect(detectAll(new Uint8Array(Buffer.from(text)))).toEqual(['table-mapped']);
  });
});

describe('a table that a saved mapping knows', () => {
  const mapping: TableMapping = {
    id: 'x',
    name: 'x',
    match: ['柜子'],
    sheet: null,
    columns: { container: ['柜子'], place: ['哪里'] },
    events: [],
    constants: { event: 'GATED_IN', time: '2026-11-20 09:28', place: 'CNNBO' },
    codes: {},
    dateFormats: [],
  };
  const source = { ...sampleSource, tables: [mapping] };
  const context = { receivedAt: '2026-11-21T02:00:00Z', source, places: sampleGazetteer };
  const read = (text: string) => readMessage(new Uint8Array(Buffer.from(text)), context, FORMATS);

  it.each([
    ['one column', '柜子\nCBHU1234561\nTLNU2043113\n'],
    ['below many titles', '日报\n\n制表，李\n说明：a;b\n"备注"\n柜子|哪里\nCBHU1234561|CNNBO\nTLNU2043113\n'],
    ['behind a mark that programs write', '$ 金额,柜子\n1,CBHU1234561\n2,TLNU2043113'],
    ['with a head of two rows', '箱,,\n柜子,哪里,备注\nCBHU1234561,CNNBO\nTLNU2043113,,'],
  ])('is read whatever it looks like: %s', (_how, text) => {
    const bytes = new Uint8Array(Buffer.from(text));
    expect(detectedId(bytes, FORMATS, source)).toBe('table-mapped');
    const { format, interpretation } = read(text);
    expect(format).toBe('table-mapped');
    expect(
      interpretation.messages.flatMap(({ attested }) =>
        attested.map(({ event }) => event.equipment?.reference),
      ),
    ).toEqual(['CBHU1234561', 'TLNU2043113']);
    expect(interpretation.issues).toEqual([]);
  });

  it('does not make a table of what lacks its headers', () => {
    expect(read('箱子\nCBHU1234561\n').format).toBeNull();
    expect(detectedId(new Uint8Array(Buffer.from('箱子\n')), FORMATS, source)).toBeNull();
  });
});

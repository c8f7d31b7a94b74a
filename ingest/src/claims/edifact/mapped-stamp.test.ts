import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FORMATS } from '../../formats/index.ts';
import { readMessage } from '../../pipeline/read.ts';

const context = { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer };

const MESSAGES = {
  'edifact-codeco':
    "CODECO:D:95B:UN:ITG14'BGM+34+GI1+9'EQD+CN+CBHU1234561+45G1:102:5++2+5'RFF+BM:COSU6412345678'DTM+QQ9:202611210928:203'LOC+165+CNNGB:139:6'UNT+7+1'",
  'edifact-iftsta':
    "IFTSTA:D:00B:UN'BGM+23+ST1+9'CNI+1+COSU6412345678'STS+1+29'RFF+BM:COSU6412345678'DTM+QQ9:202611210928:203'LOC+175+CNNGB:139:6'UNT+8+1'",
};

describe('a time by a qualifier that no list has', () => {
  it.each(Object.entries(MESSAGES))(
    'is told, and is the time of the event once an operator says so: %s',
    (format, message) => {
      const bytes = Buffer.from(`UNB+UNOA:2+A+B+261121:0930+7'UNH+1+${message}UNZ+1+7'`);
      const list = `${format}/dtm-2005`;
      const before = readMessage(bytes, context, FORMATS).interpretation;
      expect(before.messages.flatMap(({ attested }) => attested)).toEqual([]);
      expect(before.issues.filter(({ code }) => code === 'UNMAPPED_CODE')).toMatchObject([
        { list, value: 'QQ9' },
      ]);
      const after = readMessage(bytes, context, FORMATS, { [list]: { QQ9: 'EVENT_TIME' } }).interpretation;
      expect(after.messages.flatMap(({ attested }) => attested.map(({ event }) => event.time.local))).toEqual(
        ['2026-11-21T09:28:00'],
      );
      expect(after.issues).toEqual([]);
    },
  );
});

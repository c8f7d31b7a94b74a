import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FORMATS } from '../../formats/index.ts';
import { readMessage } from '../../pipeline/read.ts';

const context = { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer };

const GATE_IN =
  "UNH+2+CODECO:D:95B:UN:ITG14'BGM+34+GI26112199+9'EQD+CN+CBHU1234561+45G1:102:5++2+5'RFF+BM:COSU6412345678'" +
  "DTM+7:202611210928:203'LOC+165+CNNGB:139:6'UNT+7+2'";

describe('a type of message that nobody reads', () => {
  it.each(['STOWRE', 'CUSEXP', 'CUSPED', 'TANSTA', 'INVOIC', 'ORDERS'])(
    '%s is told, and what stands beside it is read',
    (type) => {
      const unread = `UNH+1+${type}:D:95B:UN'BGM+1+X1+9'UNT+3+1'`;
      const bytes = Buffer.from(`UNB+UNOA:2+A+B+261121:0930+7'${unread}${GATE_IN}UNZ+2+7'`);
      const { interpretation, format } = readMessage(bytes, context, FORMATS);
      expect(format).toContain('edifact');
      expect(interpretation.issues).toMatchObject([
        { code: 'MESSAGE_NOT_MAPPED', severity: 'ERROR', at: 'UNB/UNH[1]', value: type },
      ]);
      expect(
        interpretation.messages.flatMap(({ attested }) => attested.map(({ event }) => event.code)),
      ).toEqual(['GATED_IN']);
      expect(interpretation.counts).toMatchObject({ units: 2, withEvents: 1, withIssuesOnly: 1 });
    },
  );
});

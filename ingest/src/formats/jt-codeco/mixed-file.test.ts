import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FIXTURES_RECEIVED_AT } from '../../testing/fixture-files.ts';
import { readFixture } from '../../testing/read-fixture.ts';

const FILE = `00:CODECO:GATE-OUT REPORT:9:NGBTERM:CARRIERX:202611210930'
10:BTEST:SAMPLE STAR:037W:COS:COSCO:I'
50:TLNU3000179:45G1:F:I:EIR2611210031:COSU6412345678:21500:NB0300017::202611210928'
99:4'
00:COARRI:DISCHARGE REPORT:9:NGBTERM:CARRIERX:202611210940'
10:BTEST:SAMPLE STAR:037W'
50:TLNU3002000:22G1:COS:COSCO:F:COSU6412345678:NB0300200:0120384:202611202217'
99:4'
00:IFTIAG:DANGEROUS CARGO LIST:9:NGBAGENT:NGBTERM:202611210945'
10:6:BTEST:SAMPLE STAR:037W'
99:3'
`;

function read(bytes: Uint8Array) {
  const source = { ...sampleSource, placeAliases: { NGBTERM: 'CNNBO' } };
  const context = { receivedAt: FIXTURES_RECEIVED_AT, source, places: sampleGazetteer };
  return readFixture({
    format: 'jt-codeco',
    name: 'mixed',
    bytes,
    context,
    expectation: new URL('file:///'),
  });
}

describe('a flat file with messages of several types', () => {
  const bytes = Buffer.from(FILE);

  it('gives each message to the format that reads its type, and tells of a type nobody reads', () => {
    const { messages, issues, counts } = read(bytes);
    const codes = messages.flatMap(({ attested }) => attested.map(({ event }) => event.code));
    expect(codes).toEqual(['GATED_OUT', 'DISCHARGED']);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([['MESSAGE_NOT_MAPPED', 'IFTIAG']]);
    expect(counts).toMatchObject({ units: 3, withEvents: 2, withIssuesOnly: 1 });
  });

  it('applies what is whole and nothing of a message that is cut, wherever that is', () => {
    const whole = read(bytes).messages.map((message) => JSON.stringify(message));
    for (let cut = 0; cut < bytes.length; cut += 1) {
      const part = read(bytes.subarray(0, cut)).messages.map((message) => JSON.stringify(message));
      expect(whole.slice(0, part.length)).toEqual(part);
    }
  });
});

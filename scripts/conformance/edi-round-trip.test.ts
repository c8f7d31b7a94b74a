import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charsetOf, SYNTAX_IDENTIFIERS } from '../../api/src/edifact/charset.ts';
import { writeInterchange, type EdiMessage } from '../../api/src/edifact/interchange.ts';
import { segment } from '../../api/src/edifact/segment.ts';
import { CODECO, IFTSTA, type EdiStandard } from '../../api/src/edifact/standards.ts';
import { shipmentTelling } from '../../api/src/events/shipment-telling.ts';
import type { Interpretation } from '../../graph-schema/src/domain/message.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { edifactCodeco } from '../../ingest/src/formats/edifact-codeco/index.ts';
import { edifactIftsta } from '../../ingest/src/formats/edifact-iftsta/index.ts';
import type { MessageFormat } from '../../ingest/src/formats/message-format.ts';
import { readEdifact } from '../../ingest/src/syntax/edifact/interchange.ts';
import { collectFindings } from '../../ingest/src/syntax/findings.ts';
import { epcis } from './epcis-standard.ts';
import { behind, eventsOfFixtures, factsOf, fixturesOf, lossOf, type Standard } from './round-trip.ts';

const charset = charsetOf('UNOW');
const partner = (code: string) => ({ code, qualifier: null });

function standard(
  format: MessageFormat,
  { tell }: EdiStandard,
): Standard {
  const read = readerOf(format);
  return {
    tell(claim, facts) {
      const message = tell(claim, { shipment: shipmentTelling(facts), places: sampleGazetteer, fit: charset.fit });
      return message && asBytes(message);
    },
    read: (told) => read(told as Buffer),
  };
} // prettier-ignore

function asBytes(...messages: [EdiMessage, ...EdiMessage[]]): Buffer {
  return writeInterchange({
    charset,
    sender: partner('THROUGHLINE'),
    recipient: partner('PARTNER'),
    messages,
  });
}

function readerOf(format: MessageFormat): (told: Buffer) => Interpretation {
  const [sample] = fixturesOf(format.id);
  if (!sample) throw new Error(`there is no sample of ${format.id}`);
  return (told) => format.read(told, sample.context);
}

describe('told in EDIFACT and read again', () => {
  it.each(['edifact-iftsta', 'edifact-codeco', 'edifact-coarri', 'x12-315', 'dcsa-tnt-2', 'epcis-2-json'])(
    '%s as IFTSTA',
    (format) => expect(lossOf(format, standard(edifactIftsta, IFTSTA))).toMatchSnapshot(),
  );
  it.each(['edifact-codeco', 'dcsa-tnt-2', 'epcis-2-json'])('%s as CODECO', (format) =>
    expect(lossOf(format, standard(edifactCodeco, CODECO))).toMatchSnapshot(),
  );
  // GS1's words have no gate moves: those that come in EPCIS were told by a service like this one.
  it.each([
    ['edifact-iftsta', edifactIftsta, IFTSTA],
    ['edifact-codeco', edifactCodeco, CODECO],
  ] as const)('%s that came in EPCIS 2.0, in its own form', (samples, format, out) => {
    expect(lossOf(samples, behind(epcis, 'epcis-2-json', standard(format, out)))).toMatchSnapshot();
  });
});

it.each([
  ['edifact-iftsta', edifactIftsta, IFTSTA],
  ['edifact-codeco', edifactCodeco, CODECO],
  ['dcsa-tnt-2', edifactIftsta, IFTSTA],
] as const)('what was told of %s and went is read as taken back, in the same interchange or a later one', (samples, format, { tell, cancel }) => {
  const writing = { places: sampleGazetteer, fit: charset.fit };
  const read = readerOf(format);
  const byCode = new Map(eventsOfFixtures(samples).map((event) => [event.code, event]));
  let count = 0;
  for (const event of byCode.values()) {
    const facts = factsOf(event, samples);
    const [claim] = facts.claims;
    const original = claim && tell(claim, { ...writing, shipment: shipmentTelling(facts) });
    if (!original) continue;
    count += 1;
    for (const laterMs of [0, 90_000]) {
      const cancelled = { shipmentId: facts.shipmentId, id: claim.id, event, at: original.recordedAt + laterMs };
      const cancellation = cancel(cancelled, writing);
      if (!cancellation) throw new Error(`no cancellation of ${event.code}`);
      const messages = laterMs === 0
        ? read(asBytes(original, cancellation)).messages
        : [original, cancellation].flatMap((one) => read(asBytes(one)).messages);
      const [said, gone] = messages;
      expect(said?.attested.length).toBeGreaterThan(0);
      expect([messages.length, said?.retraction, gone?.attested]).toEqual([2, null, []]);
      expect(gone?.retraction).toMatchObject({ kind: 'CANCEL', thread: said?.thread });
      expect(gone?.retraction?.version).toBeGreaterThan(said?.version ?? Infinity);
    }
  }
  expect(count).toBeGreaterThan(1);
}); // prettier-ignore

describe('an interchange', () => {
  it.each(SYNTAX_IDENTIFIERS)('brings every text of its character set through, whatever stands in it: %s', (identifier) => {
    const { fit } = charsetOf(identifier);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 5 }), (texts) => {
        const fitted = texts.flatMap((text) => fit(text) ?? []).filter((text) => text !== '');
        const messages = fitted.map((text): EdiMessage => ({ type: 'IFTSTA', reference: 'A', recordedAt: 0, segments: [segment('BGM', '23', 'A', '9'), segment('FTX', 'AAI', null, null, [null, text])] }));
        const [first, ...rest] = messages;
        if (!first) return;
        const written = writeInterchange({ charset: charsetOf(identifier), sender: partner('A'), recipient: partner('B'), messages: [first, ...rest] });
        const findings = collectFindings();
        const read = [...readEdifact(written, 'gb18030', findings)];
        expect(findings.issues).toEqual([]);
        expect(read.map(({ segments }) => segments.at(-1)?.read(3, 1))).toEqual(fitted);
      }),
    );
  });

  it('is the same for the same messages, and another for others', () => {
    const message = (reference: string): EdiMessage => ({ type: 'CODECO', reference, recordedAt: Date.parse('2026-11-21T01:30:00Z'), segments: [segment('BGM', '34', reference, '9')] });
    const write = (reference: string) => writeInterchange({ charset: charsetOf('UNOA'), sender: { code: 'A', qualifier: 'ZZZ' }, recipient: partner('B'), messages: [message(reference)] }).toString('latin1');
    expect(write('1')).toBe(write('1'));
    expect(write('1')).toMatch(/^UNA:\+\.\? 'UNB\+UNOA:2\+A:ZZZ\+B\+261121:0130\+([0-9A-F]{14})'UNH\+1\+CODECO:D:95B:UN:ITG14'BGM\+34\+1\+9'UNT\+3\+1'UNZ\+1\+\1'$/);
    expect(write('1').slice(0, 60)).not.toBe(write('2').slice(0, 60));
  });
}); // prettier-ignore

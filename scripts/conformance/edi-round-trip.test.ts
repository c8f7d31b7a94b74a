import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charsetOf, SYNTAX_IDENTIFIERS } from '../../api/src/edifact/charset.ts';
import { writeInterchange, type EdiMessage } from '../../api/src/edifact/interchange.ts';
import { segment } from '../../api/src/edifact/segment.ts';
import { tellGateMove } from '../../api/src/edifact/tell-gate-move.ts';
import { tellStatus } from '../../api/src/edifact/tell-status.ts';
import type { Telling } from '../../api/src/edifact/told.ts';
import { shipmentTelling } from '../../api/src/events/shipment-telling.ts';
import type { FactClaim } from '../../graph-schema/src/domain/journey/facts.ts';
import { sampleGazetteer } from '../../graph-schema/src/testing/sample-gazetteer.ts';
import { edifactCodeco } from '../../ingest/src/formats/edifact-codeco/index.ts';
import { edifactIftsta } from '../../ingest/src/formats/edifact-iftsta/index.ts';
import type { MessageFormat } from '../../ingest/src/formats/message-format.ts';
import { readEdifact } from '../../ingest/src/syntax/edifact/interchange.ts';
import { collectFindings } from '../../ingest/src/syntax/findings.ts';
import { fixturesOf, lossOf, type Standard } from './round-trip.ts';

const charset = charsetOf('UNOW');
const partner = (code: string) => ({ code, qualifier: null });

function standard(
  format: MessageFormat,
  tell: (claim: FactClaim, telling: Telling) => EdiMessage | null,
): Standard {
  const [sample] = fixturesOf(format.id);
  if (!sample) throw new Error(`there is no sample of ${format.id}`);
  return {
    tell(claim, facts) {
      const message = tell(claim, { shipment: shipmentTelling(facts), places: sampleGazetteer, fit: charset.fit });
      return message && writeInterchange({ charset, sender: partner('THROUGHLINE'), recipient: partner('PARTNER'), messages: [message] });
    },
    read: (told) => format.read(told as Buffer, sample.context),
  };
} // prettier-ignore

describe('told in EDIFACT and read again', () => {
  it.each(['edifact-iftsta', 'edifact-codeco', 'edifact-coarri', 'x12-315', 'dcsa-tnt-2'])(
    '%s as IFTSTA',
    (format) => expect(lossOf(format, standard(edifactIftsta, tellStatus))).toMatchSnapshot(),
  );
  it.each(['edifact-codeco', 'dcsa-tnt-2'])('%s as CODECO', (format) =>
    expect(lossOf(format, standard(edifactCodeco, tellGateMove))).toMatchSnapshot(),
  );
});

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

import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FORMATS } from '../../formats/index.ts';
import { readMessage } from '../../pipeline/read.ts';

const context = { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer };
const NAMESPACE = 'xmlns="http://www.era.europa.eu/schemes/TAFTSI/5.3"';
const BARE = `<SlotPlanMessage ${NAMESPACE}><MessageStatus>1</MessageStatus></SlotPlanMessage>`;
const ESCAPED = BARE.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('a TAF TSI message of a type that no list has', () => {
  it.each([
    ['bare', BARE],
    ['in SOAP', `<s:Envelope xmlns:s="urn:s"><s:Header/><s:Body>${BARE}</s:Body></s:Envelope>`],
    ['escaped', `<UICMessage xmlns="urn:uic"><message>${ESCAPED}</message><signature/></UICMessage>`],
  ])('is told by its name: %s', (_how, text) => {
    const { format, messages, interpretation } = readMessage(Buffer.from(text), context, FORMATS);
    expect([format, messages]).toEqual(['taf', 1]);
    expect(interpretation.issues).toMatchObject([
      { code: 'MESSAGE_NOT_MAPPED', severity: 'ERROR', value: 'SlotPlanMessage' },
    ]);
    expect(interpretation.counts).toMatchObject({ units: 1, withIssuesOnly: 1 });
  });

  it('is a fault where the wrapper carries nothing', () => {
    const text = '<UICMessage xmlns="urn:uic"><message/></UICMessage>';
    expect(readMessage(Buffer.from(text), context, FORMATS).interpretation.issues).toMatchObject([
      { code: 'BAD_SYNTAX', value: 'no TAF TSI message inside' },
    ]);
  });
});

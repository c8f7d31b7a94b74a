import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { collectFindings } from '../../syntax/findings.ts';
import { readEpc } from './epc.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { glnOf } from './gln.ts';
import { ownPaper, ownStep } from './own-words.ts';
import { epcisEventReader } from './read-event.ts';
import { epcisTime } from './time.ts';
import { termOf } from './vocabulary.ts';

const where = { at: '$', span: { start: 0, end: 1 } };

function context() {
  return { source: sampleSource, places: sampleGazetteer, findings: collectFindings() };
}

describe('EPC', () => {
  it.each([
    ['urn:epc:id:sscc:6901234.0500000017', 'SSCC', '069012345000000172'],
    ['https://id.gs1.org/00/069012345000000172', 'SSCC', '069012345000000172'],
    ['https://shop.example/some/path/00/069012345000000172?linkType=all', 'SSCC', '069012345000000172'],
    ['(00)069012345000000172', 'SSCC', '069012345000000172'],
    ['urn:epc:id:bic:CSQU3054383', 'CONTAINER', 'CSQU3054383'],
    ['csqu 305438-3', 'CONTAINER', 'CSQU3054383'],
    ['urn:epc:id:grai:6901234.77777.15', 'ITEM', 'urn:epc:id:grai:6901234.77777.15'],
    ['https://id.gs1.org/8003/06901234777770015', 'ITEM', 'https://id.gs1.org/8003/06901234777770015'],
  ])('%s is %s %s', (epc, kind, reference) => {
    expect(readEpc(epc, where, context())?.equipment).toMatchObject({ kind, reference });
  });

  it('of a ship is no equipment', () => {
    expect(readEpc('urn:epc:id:imovn:9712008', where, context())).toEqual({
      equipment: null,
      vesselImo: '9712008',
    });
  });

  it('of any text is read without complaint', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void readEpc(text, where, context())));
  });
});

describe('location and party numbers', () => {
  it.each([
    ['urn:epc:id:sgln:6901234.50001.7', '6901234500011'],
    ['urn:epc:id:pgln:6901234.50001', '6901234500011'],
    ['https://id.gs1.org/414/6901234500011/254/7', '6901234500011'],
    ['https://id.gs1.org/417/6901234500011', '6901234500011'],
    ['urn:epc:id:sgln:6901234.5.7', null],
    ['geo:1.2,3.4', null],
  ])('%s is %s', (uri, gln) => {
    expect(glnOf(uri)).toBe(gln);
  });
});

describe('words of the vocabulary', () => {
  it.each([
    ['receiving', 'receiving'],
    ['cbv:BizStep-receiving', 'receiving'],
    ['urn:epcglobal:cbv:bizstep:receiving', 'receiving'],
    ['https://ref.gs1.org/cbv/BizStep-receiving', 'receiving'],
    ['https://ref.gs1.org/cbv/BTT-bol', 'bol'],
    ['urn:epcglobal:cbv:sdt:owning_party', 'owning_party'],
    ['gs1:Temperature', 'Temperature'],
    ['gs1:MT-Temperature', 'Temperature'],
    ['https://gs1.org/voc/ALARM_CONDITION', 'ALARM_CONDITION'],
    ['https://example.com/steps/receiving', 'https://example.com/steps/receiving'],
  ])('%s is %s', (written, term) => {
    expect(termOf(written)).toBe(term);
  });
});

describe('time of an event', () => {
  it('shows the clock of its own zone, whatever offset it was written with', () => {
    const time = epcisTime('2026-12-31T16:30:00.250Z', '+08:00', null, 'UTC');
    expect(time).toMatchObject({
      instant: '2026-12-31T16:30:00Z',
      local: '2027-01-01T00:30:00',
      zone: '+08:00',
    });
    expect(epcisTime('2027-01-01T00:30:00', '+08:00', null, 'UTC')).toEqual(time);
  });
});

describe('an error declaration', () => {
  const event: EpcisEvent = {
    type: 'ObjectEvent', eventId: null, eventTime: '2026-11-09T09:00:00+08:00', offset: '+08:00', recordTime: null,
    action: 'OBSERVE', bizStep: 'holding', disposition: null, readPoint: 'CNNGB', bizLocation: null, parent: null,
    objects: ['urn:epc:id:bic:CBHU7120400', 'urn:epc:id:bic:CBHU7120416'], quantities: [],
    transactions: [{ type: 'po', uri: 'A' }, { type: 'po', uri: 'B' }], sources: [], destinations: [], reports: [], error: null,
  }; // prettier-ignore
  const error = { declarationTime: '2026-11-10T00:00:00Z', reason: 'did_not_occur' };
  const read = (given: Partial<EpcisEvent>) =>
    epcisEventReader(context())({ ...event, ...given }, where).message;

  it('without an id takes back the event that says the same, however it is spelt', () => {
    const message = read({
      error,
      bizStep: 'urn:epcglobal:cbv:bizstep:holding',
      eventTime: '2026-11-09T01:00:00Z',
      objects: [...event.objects].reverse(),
      transactions: [...event.transactions].reverse(),
    });
    const said = read({});
    expect(message?.attested).toEqual([]);
    expect(message?.retraction).toMatchObject({ kind: 'CANCEL', thread: said?.thread });
    expect(message?.version).toBeGreaterThan(said?.version ?? 0);
  });

  it.each([
    ['another box', { objects: ['urn:epc:id:bic:CBHU7120400'] }],
    ['another minute', { eventTime: '2026-11-09T09:01:00+08:00' }],
    ['another order', { transactions: [{ type: 'po', uri: 'A' }] }],
    ['another step', { bizStep: 'receiving' }],
  ])('leaves an event of %s alone', (_what, given) => {
    expect(read({ ...given, error })?.retraction?.thread).not.toBe(read({})?.thread);
  });
});

describe('words of a service like this one', () => {
  it('are read as it told them', () => {
    expect(ownStep('urn:throughline:step:GATED_IN')).toBe('GATED_IN');
    expect(ownPaper('urn:throughline:paper:AWB:172-26114686')).toEqual({
      scheme: 'AWB',
      number: '172-26114686',
    });
    expect(readEpc('urn:throughline:wagon:5412%20345', where, context())?.equipment).toMatchObject({
      kind: 'WAGON',
      reference: '5412 345',
    });
  });

  it.each(['urn:throughline:step:TELEPORTED', 'urn:throughline:paper:NONE:1', 'urn:throughline:paper:AWB:'])(
    '%s is none',
    (uri) => {
      expect(ownStep(uri) ?? ownPaper(uri)).toBeNull();
    },
  );
});

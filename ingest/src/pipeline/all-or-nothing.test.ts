import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../formats/index.ts';
import { sha256Hex } from '../raw/folder-store.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { closingOf, planWriting } from './plan-writing.ts';
import { readMessage } from './read.ts';

const AT = '2026-11-21T02:00:00Z';
const places = loadGazetteer();

const event = (given: object) => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  bizStep: 'departing',
  epcList: ['urn:epc:id:bic:CSQU3054383'],
  eventTime: '2026-11-21T09:30:00+08:00',
  eventTimeZoneOffset: '+08:00',
  ...given,
});

function planned(events: readonly object[], isAll: boolean) {
  const document = { type: 'EPCISDocument', schemaVersion: '2.0', epcisBody: { eventList: events } };
  const bytes = Buffer.from(JSON.stringify(document));
  const header = { source: sampleSource.id, sha256: sha256Hex(bytes), receivedAt: AT, delivery: 'd1' };
  const read = readMessage(bytes, { receivedAt: AT, source: sampleSource, places }, FORMATS);
  return allOrNothing(planWriting(isAll ? { ...header, allOrNothing: true } : header, read, null));
}

describe('all or nothing', () => {
  const good = event({});
  const timeless = event({ eventTime: 'yesterday' });

  it('takes nothing where one event is in error, says which, and accounts for each', () => {
    const plan = planned([good, timeless, event({ bizStep: 'arriving' })], true);
    expect([plan.claims, plan.retractions, plan.positions]).toEqual([[], [], []]);
    expect(plan.issues[0]).toMatchObject({ code: 'ROLLED_BACK', severity: 'ERROR', value: '3 records' });
    expect(plan.issues.map(({ code }) => code)).toContain('BAD_TIME');
    const counts = { units: 3, withEvents: 0, withPositions: 0, withIssuesOnly: 3, withoutContent: 0 };
    expect(plan.counts).toEqual(counts);
    expect(closingOf(plan, 0, AT)).toMatchObject({ outcome: 'UNREADABLE', allOrNothing: true, ...counts });
  });

  it('takes back nothing that was said before, either', () => {
    const declared = event({ eventID: 'urn:uuid:1', errorDeclaration: { declarationTime: AT } });
    expect(planned([declared], true).retractions).toHaveLength(1);
    expect(planned([declared, timeless], true).retractions).toEqual([]);
  });

  it('takes all where there are doubts only', () => {
    const doubtful = event({ bizStep: 'urn:example:step:polishing' });
    const plan = planned([good, doubtful], true);
    expect(plan.issues.map(({ severity }) => severity)).not.toContain('ERROR');
    expect(plan.counts.withEvents).toBe(2);
    expect(closingOf(plan, plan.claims.length, AT)).toMatchObject({ outcome: 'READ', allOrNothing: true });
  });

  it('is for those who ask for it: else what can be taken is', () => {
    const plan = planned([good, timeless], false);
    expect(plan.counts).toMatchObject({ units: 2, withEvents: 1, withIssuesOnly: 1 });
    expect(closingOf(plan, 1, AT)).toMatchObject({ outcome: 'READ', allOrNothing: null });
  });
});

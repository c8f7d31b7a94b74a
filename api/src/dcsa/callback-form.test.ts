import { createHmac } from 'node:crypto';
import { OPERATOR } from 'graph-schema/domain/access/asker';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { describe, expect, it } from 'vitest';
import { BILL, BOX, houseView, sampleViews } from '../events/testing/sample-context.ts';
import type { ToldEntry } from '../feed/told-batch.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { dcsaCallbacks, feedFilterOf, notificationSignature } from './callback-form.ts';
import { dcsaEvent, type DcsaEvent } from './event-schemas.ts';
import { readFilters, type Subscribed } from './subscription-body.ts';

const views = sampleViews([houseView()]);
const [sea, rail, house] = views;
const idsOf = (view: ShipmentView | undefined, ...codes: string[]) =>
  view?.facts.claims.filter(({ event }) => codes.includes(event.code)) ?? [];

function entry(view: ShipmentView | undefined, kind: ToldEntry['kind'], ...codes: string[]): ToldEntry {
  return { shipment: view?.id ?? '', kind, claims: idsOf(view, ...codes) } as unknown as ToldEntry;
}

/** What a subscription with these filters is called with; `seen`: what its owner sees. */
async function called(entries: ToldEntry[], subscribed: object = {}, seen = views): Promise<string[]> {
  const told = await dcsaCallbacks.tell(entries, {
    webhook: { id: 's', events: JSON.stringify(subscribed) },
    asker: OPERATOR,
    see: async (_: unknown, ids: readonly string[]) => new Map(seen.filter(({ id }) => ids.includes(id)).map((view) => [view.id, view])),
    mask: (id: string) => `masked ${id}`,
    places: sampleGazetteer,
    cursor: 'c',
    at: 0,
  } as never);
  const events = told ? (JSON.parse(told.body) as DcsaEvent[]) : [];
  for (const event of events) expect(dcsaEvent.parse(event)).toEqual(event);
  expect(told?.count ?? 0).toBe(events.length);
  return events.map((event) => (event.eventType === 'EQUIPMENT' ? event.equipmentEventTypeCode : event.eventType === 'TRANSPORT' ? event.transportEventTypeCode : event.shipmentEventTypeCode));
} // prettier-ignore

describe('a callback', () => {
  it('tells of what came the events that match, and nothing else of the shipment', async () => {
    const came = entry(sea, 'ADDED', 'LOADED', 'BL_ISSUED', 'PASSED');
    expect(await called([came])).toEqual(['LOAD', 'ISSU']);
    expect(await called([came], { eventType: ['EQUIPMENT'] })).toEqual(['LOAD']);
    expect(await called([came], { equipmentReference: BOX, transportDocumentReference: BILL.slice(4) })).toEqual(['LOAD', 'ISSU']);
    expect(await called([came], { carrierBookingReference: 'ANOTHER' })).toEqual([]);
    expect(await called([came, entry(rail, 'ADDED', 'DEPARTED')], { transportEventTypeCode: ['DEPA'] })).toEqual(['DEPA']);
  });

  it('tells all of a shipment that opened, and each event once', async () => {
    const all = await called([entry(rail, 'VISIBLE')]);
    expect(all).toEqual(['DEPA']);
    expect(await called([entry(rail, 'VISIBLE'), entry(rail, 'ADDED', 'DEPARTED')])).toEqual(['DEPA']);
  });

  it('tells of the ship what came with her news, and before the cargo was aboard with what puts it there', async () => {
    const news = { ...entry(sea, 'DERIVED'), derived: null };
    expect(await called([{ ...news, at: '2026-10-26T03:00:00Z' }])).toEqual(['DEPA']);
    expect(await called([{ ...news, at: '2026-10-28T03:00:00Z' }])).toEqual([]);
    expect(await called([{ ...news, at: '2026-10-26T03:00:00Z', derived: { parts: [], opened: [], closed: [], changed: [] } }])).toEqual([]);
    expect(await called([{ ...entry(sea, 'ADDED', 'LOADED'), at: '2026-10-27T03:00:00Z' }])).toEqual(['LOAD', 'DEPA']);
  });

  it('has no word for what went', async () => {
    expect(await called([entry(sea, 'WITHDRAWN', 'LOADED')])).toEqual([]);
  });

  it('tells nothing that its owner does not see, or that stands no more', async () => {
    const came = entry(sea, 'ADDED', 'LOADED');
    expect(await called([came], {}, [])).toEqual([]);
    const gone = { ...came, claims: [{ id: 'gone' }] } as unknown as ToldEntry;
    expect(await called([gone])).toEqual([]);
  });

  it('tells of a master what a house takes over, where the master is seen or the house not asked for', async () => {
    const came = [entry(sea, 'ADDED', 'LOADED'), entry(house, 'ADDED', 'LOADED')];
    expect(await called(came)).toEqual(['LOAD']);
    expect(await called(came, { transportDocumentReference: 'NBHX0001' })).toEqual(['LOAD']);
    expect(await called(came, {}, views.slice(2))).toEqual(['LOAD']);
  });

  it('is found by a claim that goes by another name where a part is withheld', async () => {
    const masked = sea && { ...sea, facts: { ...sea.facts, claims: sea.facts.claims.map((claim) => ({ ...claim, id: `masked ${claim.id}` })) } };
    expect(await called([entry(sea, 'ADDED', 'LOADED')], {}, masked ? [masked] : [])).toEqual(['LOAD']);
  });

  it('is signed over its bytes by the newest secret alone, and names its subscription', () => {
    const secrets = [Buffer.alloc(32, 'n').toString('base64'), Buffer.alloc(32, 'o').toString('base64')];
    const body = '[{"reason":"全程通"}]';
    const call = { form: 'DCSA_2' as const, webhook: '8fbdc2d8-57c8-48b9-a04b-18fd8ec1d809', url: '', id: 'msg_1', body, secrets };
    const hash = createHmac('sha256', Buffer.alloc(32, 'n')).update(Buffer.from(body)).digest('hex');
    expect(dcsaCallbacks.headersOf(call, 1)).toEqual({
      'api-version': '2.2.0',
      'subscription-id': '8fbdc2d8-57c8-48b9-a04b-18fd8ec1d809',
      'notification-signature': `sha256=${hash}`,
    });
    expect(notificationSignature(secrets[1] ?? '', body)).not.toBe(`sha256=${hash}`);
  });

  it.each([
    [204, 'TAKEN'], [200, 'LATER'], [202, 'LATER'], [302, 'LATER'], [400, 'NEVER'], [410, 'GONE'], [429, 'LATER'], [500, 'LATER'], [null, 'LATER'],
  ])('answered with %s means %s', (status, verdict) => expect(dcsaCallbacks.verdictOf(status)).toBe(verdict));

  it('reads of the feed what can bring events of the numbers that are named', () => {
    const of = (subscribed: Subscribed) => {
      const filter = readFilters(subscribed);
      return 'reasons' in filter ? null : feedFilterOf(filter);
    };
    expect(of({})).toEqual({ kinds: ['ADDED', 'DERIVED', 'VISIBLE'], numbers: null });
    expect(of({ eventType: ['SHIPMENT'] } as never)?.numbers).toBeNull();
    expect(of({ equipmentReference: BOX } as never)?.numbers).toEqual([`CONTAINER:${BOX}`]);
    expect(of({ transportDocumentReference: BILL } as never)?.numbers).toEqual(expect.arrayContaining([`MASTER_BILL:${BILL}`, `HOUSE_BILL:${BILL}`]));
  });
}); // prettier-ignore

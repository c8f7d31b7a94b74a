import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DcsaEvent } from '../src/dcsa/event-schemas.ts';
import type { EpcisEvent } from '../src/epcis/epcis-event.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

/** A box on a ship, told by its carrier; and what is told of the ship alone, before it is aboard and after. All invented. */
const START_MS = 300_000;
const BILL = 'COSU6412790021';
const BOX = 'CSQU3054383';
const VESSEL = { vesselIMONumber: '9944106', vesselName: 'SAMPLE KAPOK' };
let system: SampleSystem;
let dcsa: WebhookReceiver;
let epcis: WebhookReceiver;
beforeAll(async () => {
  system = await startSampleSystem(undefined, undefined, '2026-01-01T00:00:00Z');
  [dcsa, epcis] = await Promise.all([openWebhookReceiver(() => 204), openWebhookReceiver(() => 200)]);
  const secret = randomBytes(40).toString('base64');
  await post('/v2/event-subscriptions', { callbackUrl: dcsa.url, secret, transportDocumentReference: BILL });
  const query = { EQ_bizTransaction_bol: [`urn:throughline:paper:MASTER_BILL:${BILL}`] };
  await post('/epcis/v2/queries', { name: 'bill', query });
  await post('/epcis/v2/queries/bill/subscriptions', { dest: epcis.url, stream: true });
}, START_MS);
afterAll(async () => {
  await Promise.all([dcsa.close(), epcis.close()]);
  await system.stop();
});

async function post(path: string, body: object): Promise<void> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(new URL(path, system.url), init);
  expect(response.status, await response.text()).toBe(201);
}

/** Told of the ship at a place; with the bill, or of the ship alone. */
function called(number: number, code: 'DEPA' | 'ARRI', at: string, place: string, isOfBill: boolean) {
  return {
    ...common(number, 'TRANSPORT', at, isOfBill),
    transportEventTypeCode: code,
    transportCall: call(place),
  };
}

function loaded(number: number) {
  return {
    ...common(number, 'EQUIPMENT', '2026-11-17T19:00:00Z', true),
    equipmentEventTypeCode: 'LOAD', equipmentReference: BOX, ISOEquipmentCode: '45G1', emptyIndicatorCode: 'LADEN',
    transportCall: call('CNQZH'),
  }; // prettier-ignore
}

function common(number: number, type: string, at: string, isOfBill: boolean) {
  return {
    eventID: `5e1d0000-0000-4000-8000-0000000008${String(number).padStart(2, '0')}`,
    eventType: type,
    eventClassifierCode: 'ACT',
    eventDateTime: at,
    eventCreatedDateTime: '2026-11-21T02:00:00Z',
    documentReferences: isOfBill ? [{ documentReferenceType: 'TRD', documentReferenceValue: BILL }] : [],
  };
}

function call(place: string) {
  return {
    transportCallID: `call ${place}`, UNLocationCode: place, facilityTypeCode: 'POTE', modeOfTransport: 'VESSEL', exportVoyageNumber: '114S',
    vessel: VESSEL, location: { UNLocationCode: place },
  }; // prettier-ignore
}

const say = (...events: object[]) => system.deliver('sample-ocean-carrier', JSON.stringify(events));

/** What both standards list of the bill, and what they have called with; by id. */
async function compared(): Promise<{ readonly listed: string[]; readonly told: string[] }> {
  const ofDcsa = (await json(`/v2/events?transportDocumentReference=${BILL}&limit=100`)) as DcsaEvent[];
  const ofEpcis = (await json('/epcis/v2/queries/bill/events?perPage=100')) as Document;
  const calledDcsa = dcsa.calls.filter(({ method }) => method === 'POST').flatMap(({ body }) => JSON.parse(body) as DcsaEvent[]);
  const calledEpcis = epcis.calls.flatMap(({ body }) => eventsIn(JSON.parse(body) as Document));
  const ids = (one: readonly DcsaEvent[], other: readonly EpcisEvent[]) => [...new Set([...one, ...other].map(({ eventID }) => eventID))].sort();
  return { listed: ids(ofDcsa, eventsIn(ofEpcis)), told: ids(calledDcsa, calledEpcis) };
} // prettier-ignore

interface Document {
  readonly epcisBody: {
    readonly queryResults: { readonly resultsBody: { readonly eventList: EpcisEvent[] } };
  };
}
const eventsIn = ({ epcisBody }: Document) => epcisBody.queryResults.resultsBody.eventList;

async function json(path: string): Promise<unknown> {
  return (await fetch(new URL(path, system.url))).json();
}

it('tells whoever subscribed to a bill what a list of it shows of its ship, whenever that was told', async () => {
  await say(called(1, 'DEPA', '2026-11-18T00:00:00Z', 'CNQZH', false));
  await say(loaded(2));
  const aboard = await eventually('the departure with the box', async () => {
    const { listed, told } = await compared();
    return told.length === 4 && listed.every((id) => told.includes(id)) ? listed : null;
  });
  await say(called(3, 'ARRI', '2026-11-20T00:00:00Z', 'VNVUT', false));
  await eventually('the call on the way', async () => {
    const { listed, told } = await compared();
    return listed.length > aboard.length && listed.every((id) => told.includes(id)) ? true : null;
  });
}, 60_000);

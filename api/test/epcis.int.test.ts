import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EpcisEvent } from '../src/epcis/epcis-event.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
let system: SampleSystem;
let all: readonly EpcisEvent[];
beforeAll(async () => {
  system = await startSampleSystem();
  all = await list('/epcis/v2/events?perPage=1000');
}, START_MS);
afterAll(() => system.stop());

/** All pages of a list. */
async function list(path: string): Promise<EpcisEvent[]> {
  const events: EpcisEvent[] = [];
  for (let at: string | undefined = path; at !== undefined;) {
    const response: Response = await fetch(new URL(at, system.url));
    expect(response.status, at).toBe(200);
    const body = (await response.json()) as { epcisBody: { queryResults: { resultsBody: { eventList: EpcisEvent[] } } } }; // prettier-ignore
    events.push(...body.epcisBody.queryResults.resultsBody.eventList);
    at = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return events;
}

const ids = (events: readonly EpcisEvent[]) => events.map(({ eventID }) => eventID).sort();

it('tells of the sample world, each event once, by pages of any size, and each by its id', async () => {
  expect(new Set(all.map(({ type }) => type)).size).toBeGreaterThanOrEqual(3);
  expect(new Set(ids(all)).size).toBe(all.length);
  expect(ids(await list('/epcis/v2/events?perPage=37'))).toEqual(ids(all));
  for (const event of all.filter((_, index) => index % 40 === 0))
    expect(await list(`/epcis/v2/events/${encodeURIComponent(event.eventID)}`)).toEqual([event]);
});

it('finds a box, a bill, a step and a place by what the events say', async () => {
  const box = 'urn:epc:id:bic:CBHU3804175';
  const hasBox = ({ epcList = [], childEPCs = [], parentID }: EpcisEvent) => [...epcList, ...childEPCs, parentID].includes(box);
  expect(ids(await list(`/epcis/v2/events?MATCH_anyEPC=${box}`))).toEqual(ids(all.filter(hasBox)));
  expect(ids(await list(`/epcis/v2/epcs/${encodeURIComponent(box)}/events`))).toEqual(ids(all.filter(hasBox)));
  const bill = 'urn:throughline:paper:MASTER_BILL:COSU6415530971';
  const hasBill = ({ bizTransactionList = [] }: EpcisEvent) => bizTransactionList.some(({ bizTransaction }) => bizTransaction === bill);
  const ofBill = await list(`/epcis/v2/events?EQ_bizTransaction_bol=${bill}&orderBy=eventTime&orderDirection=ASC&perPage=10`);
  expect(ids(ofBill)).toEqual(ids(all.filter(hasBill)));
  const times = ofBill.map(({ eventTime }) => Date.parse(eventTime));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  for (const step of ['loading', 'departing', 'urn:throughline:step:GATED_OUT'])
    expect(ids(await list(`/epcis/v2/bizSteps/${encodeURIComponent(step)}/events`))).toEqual(ids(all.filter(({ bizStep }) => bizStep === step)));
  const place = 'https://vocabulary.uncefact.org/unlocode#CNNBO';
  expect(ids(await list(`/epcis/v2/events?EQ_readPoint=${encodeURIComponent(place)}`))).toEqual(ids(all.filter(({ readPoint }) => readPoint?.id === place)));
}); // prettier-ignore

it('asks the graph for one box as often as for one number', async () => {
  system.takeStatements();
  await list('/epcis/v2/events?MATCH_epc=urn:epc:id:bic:CBHU3804175&perPage=1000');
  expect(system.takeStatements()).not.toContain('walkShipments');
  const response = await fetch(new URL('/epcis/v2/events?EQ_step=loading', system.url));
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DcsaEvent } from '../src/dcsa/event-schemas.ts';
import { dcsa3Event, type Dcsa3Event } from '../src/dcsa/v3/event-schemas.ts';
import { dcsa3Error } from '../src/dcsa/v3/feedback.ts';
import { EVENT_TYPES, NEVER_TOLD } from '../src/dcsa/v3/vocabulary.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
/** Hundreds of requests; a deadline, not a measure. */
const MANY_MS = 600_000;
let system: SampleSystem;
let all: readonly Dcsa3Event[];
beforeAll(async () => {
  system = await startSampleSystem();
  all = await list('limit=1000');
}, START_MS);
afterAll(() => system.stop());

/** All pages of a list, the question beside each cursor. */
async function list(query: string): Promise<Dcsa3Event[]> {
  const events: Dcsa3Event[] = [];
  for (let at: string | null = ''; at !== null;) {
    const response: Response = await fetch(new URL(`/v3/events?${query}${at}`, system.url));
    expect(response.status, query).toBe(200);
    expect(response.headers.get('api-version')).toBe('3.0.0');
    events.push(...((await response.json()) as { events: Dcsa3Event[] }).events);
    const cursor: string | null = response.headers.get('next-page-cursor');
    at = cursor && `&cursor=${cursor}`;
  }
  return events;
}

const ids = (events: readonly { readonly eventID: string }[]) => events.map(({ eventID }) => eventID).sort();

function papers({ shipmentDetails: details }: Dcsa3Event, type: string): string[] {
  const listed = [details?.documentReference, ...(details?.additionalDocumentReferences ?? [])];
  return listed.flatMap((one) => (one?.type === type ? [one.reference] : []));
}

function boxes({ equipmentDetails, shipmentDetails }: Dcsa3Event): string[] {
  const named = (shipmentDetails?.shipmentReferences ?? []).flatMap(({ type, reference }) => (type === 'EQUIPMENT_REFERENCE' ? [reference] : []));
  return equipmentDetails ? [equipmentDetails.equipmentReference, ...named] : named;
} // prettier-ignore

/** A parameter with a value, and in plain code which events it is for. */
interface Asked {
  readonly query: string;
  readonly has: (event: Dcsa3Event) => boolean;
}
const NOTHING: Asked = { query: '', has: () => true };

function some(read: (event: Dcsa3Event) => readonly string[]): string[] {
  const told = [...new Set(all.flatMap(read))].sort();
  return [told[0] ?? 'NONE', told[Math.floor(told.length / 2)] ?? 'NONE', 'NONE'];
}
const byText = (name: string, read: (event: Dcsa3Event) => readonly string[]): Asked[] =>
  some(read).map((text) => ({
    query: `${name}=${encodeURIComponent(text)}`,
    has: (event) => read(event).includes(text),
  }));
const both = (one: Asked, other: Asked): Asked => ({
  query: [one.query, other.query].filter((query) => query !== '').join('&'),
  has: (event) => one.has(event) && other.has(event),
});

describe('DCSA Track and Trace 3.0 of the sample world', () => {
  it('tells events in the form of the standard, under ids of their own', () => {
    for (const event of all) expect(dcsa3Event.parse(event)).toEqual(event);
    expect(new Set(ids(all)).size).toBe(all.length);
    const types = new Set(all.map(({ eventClassification }) => eventClassification.eventType));
    expect([...types].sort()).toEqual(EVENT_TYPES.filter((type) => !NEVER_TOLD.some((one) => one === type)).toSorted());
  }); // prettier-ignore

  it('has every event of 2.2 under its id, at its time', async () => {
    const mine = new Map(all.map((event) => [event.eventID, event]));
    let at: string | null = '/v2/events?limit=1000';
    const before: DcsaEvent[] = [];
    while (at !== null) {
      const response: Response = await fetch(new URL(at, system.url));
      before.push(...((await response.json()) as DcsaEvent[]));
      at = response.headers.get('next-page');
    }
    expect(before.length).toBeGreaterThan(100);
    for (const event of before) {
      const { eventID, eventDateTime, eventCreatedDateTime } = event;
      const same = mine.get(eventID);
      if (same) expect(same).toMatchObject({ eventDateTime, eventUpdatedDateTime: eventCreatedDateTime });
      // For an inspection of a declaration, or that it is asked for, 3.0 has a word only where it is about a box.
      else
        expect(event).toMatchObject({
          documentTypeCode: 'CUS',
          shipmentEventTypeCode: expect.stringMatching(/^(CMPL|REQS)$/) as string,
        });
    }
    expect(all.length).toBeGreaterThan(before.length);
  });

  it('answers each combination that the standard wants with exactly those of all events that match', async () => {
    const booking = byText('carrierBookingReference', (event) => papers(event, 'BOOKING'));
    const bill = byText('transportDocumentReference', (event) => papers(event, 'TRANSPORT_DOCUMENT'));
    const box = byText('equipmentReference', boxes);
    const times = all.map(({ eventUpdatedDateTime }) => Date.parse(eventUpdatedDateTime)).sort((a, b) => a - b);
    const instant = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    const between = (from: number | null, to: number | null): Asked => ({
      query: [
        ...(from === null ? [] : [`eventUpdatedDateTimeMin=${new Date(from).toISOString()}`]),
        ...(to === null ? [] : [`eventUpdatedDateTimeMax=${new Date(to).toISOString()}`]),
      ].join('&'),
      has: ({ eventUpdatedDateTime: text }) => (from === null || Date.parse(text) >= from) && (to === null || Date.parse(text) <= to),
    });
    const types = ['SHIPMENT', 'TRANSPORT,EQUIPMENT', 'IOT,REEFER'].map((asked) => ({
      query: `eventTypes=${asked}`,
      has: ({ eventClassification }: Dcsa3Event) => asked.split(',').includes(eventClassification.eventType),
    }));
    const base = [NOTHING, ...booking, ...bill, ...box, ...booking.flatMap((one) => box.map((other) => both(one, other))), ...bill.flatMap((one) => box.map((other) => both(one, other)))];
    const windows = [NOTHING, between(instant(0.3), null), between(null, instant(0.6)), between(instant(0.3), instant(0.6))];
    let something = 0;
    for (const [index, one] of base.entries())
      for (const asked of [one, both(one, types[index % types.length] ?? NOTHING), both(both(one, types[(index + 1) % types.length] ?? NOTHING), windows[index % windows.length] ?? NOTHING)]) {
        const expected = ids(all.filter(asked.has));
        expect(ids(await list(`${asked.query}&limit=200`)), asked.query).toEqual(expected);
        if (expected.length > 0) something += 1;
      }
    expect(something).toBeGreaterThan(10);
  }, MANY_MS); // prettier-ignore

  it.each(['eventTypes=NONE', 'limit=0', 'cursor=abc', 'eventUpdatedDateTimeMin=now', 'sort=eventDateTime'])('refuses %s with feedback', async (query) => {
    const response = await fetch(new URL(`/v3/events?${query}`, system.url));
    expect(response.status).toBe(400);
    expect(dcsa3Error.parse(await response.json()).feedbackElements).toMatchObject([{ severity: 'ERROR' }]);
  }); // prettier-ignore
});

import { expect } from 'vitest';
import type { DcsaEvent } from '../../src/dcsa/event-schemas.ts';
import type { Dcsa3Event } from '../../src/dcsa/v3/event-schemas.ts';
import type { EpcisEvent } from '../../src/epcis/epcis-event.ts';
import { eventUuid } from '../../src/events/event-id.ts';
import { ask } from './ask.ts';

/** All that façades tell to hold, each in an order that says nothing. */
export interface FacadesThen {
  readonly dcsa2: readonly DcsaEvent[];
  readonly dcsa3: readonly Dcsa3Event[];
  readonly epcis: readonly EpcisEvent[];
  readonly iftsta: readonly string[];
  readonly codeco: readonly string[];
}

/** As known at an instant; null: now. What went is left out: it is dated by the clock of ingest, which stands at the end of the play. */
export async function toldByFacades(url: string, asOf: string | null): Promise<FacadesThen> {
  const then: Record<string, string> = asOf === null ? {} : { asOf };
  const read = (path: string, more: Record<string, string>) => pages(url, `${path}?${new URLSearchParams({ ...then, ...more })}`);
  const [dcsa2, dcsa3, epcis, iftsta, codeco] = await Promise.all([
    read('/v2/events', { limit: '700' }),
    read('/v3/events', { limit: '700' }),
    read('/epcis/v2/events', { perPage: '700' }),
    read('/edi/v1/iftsta', { limit: '700' }),
    read('/edi/v1/codeco', { limit: '700' }),
  ]);
  return {
    dcsa2: byId(dcsa2.flatMap((text) => JSON.parse(text) as DcsaEvent[])),
    dcsa3: byId(dcsa3.flatMap((text) => (JSON.parse(text) as { events: Dcsa3Event[] }).events)).filter(({ isRetracted }) => !isRetracted),
    epcis: byId(epcis.flatMap((text) => (JSON.parse(text) as EpcisAnswer).epcisBody.queryResults.resultsBody.eventList)).filter(({ errorDeclaration }) => !errorDeclaration),
    iftsta: iftsta.flatMap(messagesIn).sort(),
    codeco: codeco.flatMap(messagesIn).sort(),
  };
} // prettier-ignore

interface EpcisAnswer {
  readonly epcisBody: {
    readonly queryResults: { readonly resultsBody: { readonly eventList: EpcisEvent[] } };
  };
}

function byId<E extends { readonly eventID: string }>(events: readonly E[]): E[] {
  return events.toSorted((a, b) => (a.eventID < b.eventID ? -1 : 1));
}

/** Bodies of all pages, however a façade says where the next one is. */
async function pages(url: string, path: string): Promise<string[]> {
  const bodies: string[] = [];
  for (let at: string | null = path; at !== null;) {
    const response: Response = await fetch(new URL(at, url));
    const body = await response.text();
    expect([200, 204], `${at} ${body}`).toContain(response.status);
    if (body !== '') bodies.push(body);
    const cursor = response.headers.get('next-page-cursor');
    const link = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    at = cursor === null ? (link ?? null) : `${path.split('?')[0]}?cursor=${cursor}`;
  }
  return bodies;
}

/** Messages of an interchange, without their places in it. */
function messagesIn(interchange: string): string[] {
  const messages = interchange.match(/UNH\+[\s\S]*?UNT\+[^']*'/g) ?? [];
  return messages.map((message) => message.replace(/^UNH\+[^+]*/, 'UNH').replace(/UNT\+[^']*'$/, ''));
}

const CLAIMS = `query ($id: ID!, $asOf: DateTime) { shipment(id: $id, asOf: $asOf) { ... on Shipment { journey {
  logistics { voices { eventId } } documents { voices { eventId } } } } } }`;

interface Shown {
  readonly shipment: {
    readonly journey?: Readonly<Record<'logistics' | 'documents', readonly { readonly voices: readonly { readonly eventId: string }[] }[]>>;
  };
} // prettier-ignore

/** Ids that events of a shipment have, of the claims that GraphQL shows of it as of an instant. */
export async function claimsOf(url: string, id: string, asOf: string): Promise<string[]> {
  const { data } = await ask<Shown>(url, CLAIMS, { id, asOf });
  const { logistics = [], documents = [] } = data?.shipment.journey ?? {};
  return [...logistics, ...documents].flatMap(({ voices }) => voices.map(({ eventId }) => eventUuid(id, eventId)));
} // prettier-ignore

/** Of every so many events that façades told to hold as of an instant what each answers at its id; of those of today alone which it tells to hold, too. */
export async function askedByIds(url: string, asOf: string, then: FacadesThen, today: FacadesThen): Promise<ById> {
  const read = (path: string, id: string) => fetch(new URL(`${path}/${encodeURIComponent(id)}?asOf=${asOf}`, url));
  const answers = { dcsa2: [] as unknown[], dcsa3: [] as unknown[], epcis: [] as unknown[], since: [] as string[] };
  for (const { eventID } of then.dcsa2.filter(isEvery)) answers.dcsa2.push(await (await read('/v2/events', eventID)).json());
  for (const { eventID } of then.dcsa3.filter(isEvery)) answers.dcsa3.push(await (await read('/v3/events', eventID)).json());
  for (const { eventID } of then.epcis.filter(isEvery))
    answers.epcis.push(...((await (await read('/epcis/v2/events', eventID)).json()) as EpcisAnswer).epcisBody.queryResults.resultsBody.eventList);
  for (const [path, name] of [['/v2/events', 'dcsa2'], ['/v3/events', 'dcsa3'], ['/epcis/v2/events', 'epcis']] as const) {
    const known = new Set(then[name].map(({ eventID }) => eventID));
    const later = today[name].filter(({ eventID }) => !known.has(eventID)).filter(isEvery);
    for (const { eventID } of later) {
      const response = await read(path, eventID);
      const isGone = /"(?:errorDeclaration|isRetracted)"/.test(await response.text());
      if (response.status === 200 && !isGone) answers.since.push(eventID);
    }
  }
  return answers;
} // prettier-ignore

interface ById {
  readonly dcsa2: readonly unknown[];
  readonly dcsa3: readonly unknown[];
  readonly epcis: readonly unknown[];
  /** Ids of what is told today and was not then. */
  readonly since: readonly string[];
}

const EVERY = 12;
export const isEvery = (_: unknown, index: number): boolean => index % EVERY === 0;

/** Status and body of what each façade answers as of an instant, by a number and without one. */
export async function refusalsOf(url: string, asOf: string): Promise<[status: number, body: string][]> {
  const paths = ['/v2/events', '/v3/events', '/epcis/v2/events', '/epcis/v2/bizSteps/loading/events', '/edi/v1/iftsta', '/edi/v1/codeco'];
  const asked = [...paths.map((path) => `${path}?asOf=${asOf}`), `/v3/events?equipmentReference=CBHU3804175&asOf=${asOf}`, `/edi/v1/codeco?number=CBHU3804175&asOf=${asOf}`, `/v2/events/3cecb101-7a1a-53a4-8d62-e88a131651e2?asOf=${asOf}`, `/v3/events/3cecb101-7a1a-53a4-8d62-e88a131651e2?asOf=${asOf}`, `/epcis/v2/events/urn:uuid:3cecb101-7a1a-53a4-8d62-e88a131651e2?asOf=${asOf}`];
  return Promise.all(
    asked.map(async (path): Promise<[number, string]> => {
      const response = await fetch(new URL(path, url));
      return [response.status, await response.text()];
    }),
  );
} // prettier-ignore

import { createHmac } from 'node:crypto';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { verdictOf } from 'graph-schema/domain/feed/webhook';
import type { ToldEntry } from '../feed/told-batch.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import type { FormOfCalls, Telling, Told } from '../webhooks/webhook-form.ts';
import { queryDocument } from './document.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { ALWAYS } from './headers.ts';
import { eventsOf, keysNamed } from './list-events.ts';
import { matches } from './matches.ts';
import { queryOfJson, type EpcisQuery } from './query.ts';
import { nextTime } from './schedule.ts';
import { subscribedOf } from './subscription-body.ts';

/** Entries of the feed that bring events: what came, and a shipment that opened to the subscriber, with all that stands of it. */
const KINDS = ['ADDED', 'VISIBLE'] as const;

/**
 * Query subscriptions of EPCIS 2.0 (8.2.5; REST binding, `querySubscriptionResults`): a POST of an EPCISQueryDocument. `GS1-Signature`
 * is the base64 of HMAC-SHA-256 by the `signatureToken` over the body; left out where the subscriber gave none.
 */
export const epcisSubscriptions: FormOfCalls = {
  headersOf: ({ body, secrets: [token] }) => ({
    ...ALWAYS,
    ...(token === undefined ? {} : { 'GS1-Signature': gs1Signature(token, body) }),
  }),
  verdictOf,
  async tell(entries, telling) {
    const events = await eventsIn(entries, telling);
    return events.length > 0 ? documentOf(events, telling) : null;
  },
  resync: null,
  nextAt({ events }, after) {
    const { schedule } = subscribedOf(events);
    return schedule && nextTime(schedule, after);
  },
  tellNothing: (telling) =>
    subscribedOf(telling.webhook.events).reportIfEmpty ? documentOf([], telling) : null,
  test: (at) => JSON.stringify(queryDocument([], 'SimpleEventQuery', at)),
};

export function gs1Signature(token: string, body: string): string {
  return createHmac('sha256', token).update(body, 'utf8').digest('base64');
}

/** Which entries of the feed can bring events that match. */
export function feedFilterOf(query: EpcisQuery): FeedFilter {
  // All groups have to match; entries are asked for by any of one.
  const [numbers] = keysNamed(query);
  return { kinds: KINDS, numbers: numbers ?? null };
}

function documentOf(events: readonly EpcisEvent[], { webhook, at }: Pick<Telling, 'webhook' | 'at'>): Told {
  const { queryName } = subscribedOf(webhook.events);
  return { body: JSON.stringify(queryDocument(events, queryName, at, webhook.id)), count: events.length };
}

/** Events that entries bring, as the subscriber sees them now; each once, in the order of the entries. */
async function eventsIn(entries: readonly ToldEntry[], telling: Telling): Promise<EpcisEvent[]> {
  const { webhook, asker, see, mask } = telling;
  const query = queryOfJson(subscribedOf(webhook.events).query);
  if ('problems' in query) throw new Error(`subscription ${webhook.id}: ${query.problems.join(' ')}`);
  const named = keysNamed(query).flat();
  const views = await see(asker, [...new Set(entries.map(({ shipment }) => shipment))]);
  const masters = await see(asker, [...new Set([...views.values()].flatMap((view) => masterOf(view) ?? []))]);
  const told = new Map<string, EpcisEvent>();
  for (const { shipment, kind, claims } of entries) {
    const view = views.get(shipment);
    // What a house takes over of its master is told of the master, where that is seen, too.
    if (!view || (masters.has(masterOf(view) ?? '') && !named.includes(view.facts.anchor))) continue;
    const ids = new Set(claims.flatMap(({ id }) => [id, mask(id)]));
    const isMeant = kind === 'VISIBLE' ? undefined : ({ id }: { readonly id: string }) => ids.has(id);
    for (const event of eventsOf(view, telling, isMeant)) if (matches(event, query)) told.set(event.eventID, event);
  }
  return [...told.values()];
} // prettier-ignore

function masterOf({ related }: ShipmentView): string | null {
  return related.find(({ relation }) => relation === 'MASTER')?.shipmentId ?? null;
}

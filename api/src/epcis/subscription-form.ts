import { createHmac } from 'node:crypto';
import { verdictOf } from 'graph-schema/domain/feed/webhook';
import type { FormOfCalls, Telling, Told } from '../webhooks/webhook-form.ts';
import { queryDocument } from './document.ts';
import { eventsIn } from './entry-events.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { ALWAYS } from './headers.ts';
import { queryOfJson } from './query.ts';
import { nextTime } from './schedule.ts';
import { subscribedOf } from './subscription-body.ts';

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
    const { id, events: subscribed } = telling.webhook;
    const query = queryOfJson(subscribedOf(subscribed).query);
    if ('problems' in query) throw new Error(`subscription ${id}: ${query.problems.join(' ')}`);
    const events = await eventsIn(entries, query, telling);
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

function documentOf(events: readonly EpcisEvent[], { webhook, at }: Pick<Telling, 'webhook' | 'at'>): Told {
  const { queryName } = subscribedOf(webhook.events);
  return { body: JSON.stringify(queryDocument(events, queryName, at, webhook.id)), count: events.length };
}

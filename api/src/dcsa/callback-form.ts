import { createHmac } from 'node:crypto';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { verdictOf } from 'graph-schema/domain/feed/webhook';
import { claimsThatCame, tellsOfClaims } from '../events/entry-claims.ts';
import { viewsOfEntries } from '../events/entry-views.ts';
import type { ToldEntry } from '../feed/told-batch.ts';
import type { FormOfCalls, Telling } from '../webhooks/webhook-form.ts';
import { keysNamed } from './candidates.ts';
import type { DcsaEvent } from './event-schemas.ts';
import { eventsOf, isNamed } from './events-of.ts';
import type { EventFilter } from './query.ts';
import { readFilters, type Subscribed } from './subscription-body.ts';
import { VERSION } from './version.ts';

/**
 * Entries of the feed that bring events: what came, what was told of a run, and a shipment that opened to the subscriber, with all
 * that stands of it. The standard has no word for what went.
 */
const KINDS = ['ADDED', 'DERIVED', 'VISIBLE'] as const;

/**
 * Callbacks of DCSA Track and Trace 2.2.0 (`callbacks.event`): a POST of a JSON list of events, as `GET /v2/events` tells them. Only
 * 204 takes it. One signature, by the newest secret, over the body alone.
 */
export const dcsaCallbacks: FormOfCalls = {
  headersOf: ({ webhook, body, secrets }) => ({
    'api-version': VERSION,
    'subscription-id': webhook,
    'notification-signature': notificationSignature(secrets[0] ?? '', body),
  }),
  verdictOf: (status) => (status === 204 || status === null || status >= 300 ? verdictOf(status) : 'LATER'),
  async tell(entries, telling) {
    const events = await eventsIn(entries, telling);
    return events.length > 0 ? { body: JSON.stringify(events), count: events.length } : null;
  },
  resync: null,
  test: () => '[]',
};

/** `secret`: base64. */
export function notificationSignature(secret: string, body: string): string {
  const key = Buffer.from(secret, 'base64');
  return `sha256=${createHmac('sha256', key).update(body, 'utf8').digest('hex')}`;
}

/** Which entries of the feed can bring events that match. */
export function feedFilterOf(filter: EventFilter): FeedFilter {
  // All groups have to match; entries are asked for by any of one.
  const [numbers] = keysNamed(filter);
  return { kinds: KINDS, numbers: numbers ?? null };
}

/** Events that entries bring, as the subscriber sees them now; each once, in the order of the entries. */
async function eventsIn(entries: readonly ToldEntry[], { webhook, asker, see, mask, places }: Telling): Promise<DcsaEvent[]> {
  const filter = readFilters(JSON.parse(webhook.events ?? '{}') as Subscribed);
  if ('reasons' in filter) throw new Error(`subscription ${webhook.id}: ${filter.reasons[0]?.message}`);
  const meant = entries.filter(tellsOfClaims);
  const views = await viewsOfEntries(meant, { asker, see }, (view) => isNamed(view, filter));
  const told = new Map<string, DcsaEvent>();
  for (const entry of meant) {
    const view = views.get(entry.shipment);
    if (!view || view === 'HIDDEN') continue;
    const came = new Set(claimsThatCame(entry, view, mask));
    for (const event of eventsOf(view, filter, places, (claim) => came.has(claim))) told.set(event.eventID, event);
  }
  return [...told.values()];
} // prettier-ignore

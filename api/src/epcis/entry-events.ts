import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import type { Gazetteer } from 'graph-schema/domain/place';
import { claimsThatCame, tellsOfClaims } from '../events/entry-claims.ts';
import { viewsOfEmptied } from '../events/emptied-shipments.ts';
import { viewsOfEntries } from '../events/entry-views.ts';
import { goneByEntries } from '../events/gone-claims.ts';
import { shipmentTelling } from '../events/shipment-telling.ts';
import type { ToldEntry } from '../feed/told-batch.ts';
import type { See } from '../feed/told-to.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { declareError } from './error-declaration.ts';
import { eventsOf, keysNamed } from './list-events.ts';
import { matches } from './matches.ts';
import type { EpcisQuery } from './query.ts';

/**
 * Entries of the feed that bring events: what came, what went, what was told of a run, and a shipment that opened to the subscriber,
 * with all that stands of it.
 */
const KINDS = ['ADDED', 'WITHDRAWN', 'DERIVED', 'VISIBLE'] as const;

/** Which entries of the feed can bring events that match. */
export function feedFilterOf(query: EpcisQuery): FeedFilter {
  // All groups have to match; entries are asked for by any of one.
  const [numbers] = keysNamed(query);
  return { kinds: KINDS, numbers: numbers ?? null };
}

/** Whoever subscribed, with what is needed to tell him no more than he sees. */
export interface Subscriber {
  readonly asker: Asker;
  readonly see: See;
  readonly mask: (id: string) => string;
  readonly places: Gazetteer;
  readonly graph: Asks;
}

/** Events that entries bring, as the subscriber sees them now; each once, where it is brought last. */
export async function eventsIn(
  entries: readonly ToldEntry[],
  query: EpcisQuery,
  subscriber: Subscriber,
): Promise<EpcisEvent[]> {
  const { places, mask } = subscriber;
  const meant = entries.filter(tellsOfClaims);
  const named = keysNamed(query).flat();
  const seen = await viewsOfEntries(meant, subscriber, ({ facts }) => named.includes(facts.anchor));
  const unseen = meant.filter(({ kind, shipment }) => kind === 'WITHDRAWN' && !seen.has(shipment));
  const views = new Map([
    ...seen,
    ...(await viewsOfEmptied(
      unseen.map(({ shipment }) => shipment),
      subscriber,
    )),
  ]);
  const gone = await goneByEntries(meant, views, subscriber);
  const told = new Map<string, EpcisEvent>();
  for (const entry of meant) {
    const view = views.get(entry.shipment);
    if (!view || view === 'HIDDEN') continue;
    const came = new Set(claimsThatCame(entry, view, mask));
    const shipment = shipmentTelling(view.facts);
    const declared = (gone.get(entry.id) ?? []).flatMap((one) => declareError(one, shipment, places) ?? []);
    for (const event of [...eventsOf(view, subscriber, (claim) => came.has(claim)), ...declared]) {
      told.delete(event.eventID);
      if (matches(event, query)) told.set(event.eventID, event);
    }
  }
  return [...told.values()];
}

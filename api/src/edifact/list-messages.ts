import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { feedReader } from '../access/own-rules.ts';
import type { Context } from '../context.ts';
import { pageOfEvents } from '../events/event-pages.ts';
import { eventReads } from '../events/event-reads.ts';
import { shipmentTelling } from '../events/shipment-telling.ts';
import { positionAt } from '../feed/find-position.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';
import type { Fit } from './charset.ts';
import type { EdiMessage } from './interchange.ts';
import { keysOf, shipmentsAsked } from './named.ts';
import type { EdiFilter, FeedCursor, ListCursor } from './query.ts';
import type { EdiStandard } from './standards.ts';

/** A cursor has room for so many; of more the number alone is kept. */
const MOST_KEPT = 100;

export interface MessagesAsked<At> {
  readonly filter: EdiFilter;
  readonly at: At;
  readonly limit: number;
  readonly fit: Fit;
  readonly standard: EdiStandard;
}

export interface MessagePage {
  readonly messages: readonly EdiMessage[];
  /** What is there already. Null: this is all for now. */
  readonly next: ListCursor | FeedCursor | null;
  /** What comes from now on; null: there is a next page first, or it was asked as of an instant. */
  readonly monitor: FeedCursor | null;
  /** Of an instant: cargo is left out that hangs together with too much to be looked back at. */
  readonly isPartial: boolean;
}

/**
 * A page of what stands; null: the number leads to more shipments than are sorted for one answer. Behind the last one the feed
 * goes on from where it was when the first one was asked for, so that nothing falls between the two. Throws an `AsOfError`.
 */
export async function listMessages(
  { filter, at, limit, fit, standard }: MessagesAsked<ListCursor | null>,
  context: Context,
): Promise<MessagePage | null> {
  const { places, graph, asker } = context;
  const reads = await eventReads(context, filter.asOf === undefined ? null : Date.parse(filter.asOf));
  const feed = at?.f ?? writeCursor(await positionAt(graph, feedReader(asker), null));
  const keys = keysOf(filter);
  const named = await shipmentsAsked(filter, reads);
  const since = filter.since === undefined ? null : Date.parse(filter.since);
  const toldOf = ({ facts }: ToldShipment): EdiMessage[] => {
    const shipment = shipmentTelling(facts);
    const all = facts.claims.flatMap((claim) => standard.tell(claim, { shipment, places, fit }) ?? []);
    return since === null ? all : all.filter(({ recordedAt }) => recordedAt >= since);
  };
  const page = await pageOfEvents<EdiMessage>(
    {
      named,
      since,
      limit,
      sort: [],
      at: at && { mode: at.m, after: at.at },
      createdOf: ({ recordedAt }) => recordedAt,
      idOf: ({ reference }) => reference,
      isNamed: ({ id, facts }) => id === filter.shipment || (keys?.includes(facts.anchor) ?? false),
      toldOf,
    },
    reads,
  );
  if (!page) return null;
  const { events: messages, isPartial } = page;
  const kept = named && named.length <= MOST_KEPT ? named : null;
  // Nothing comes to what was known at an instant.
  if (!page.next && reads.asOf !== null) return { messages, next: null, monitor: null, isPartial };
  return page.next
    ? { messages, next: { q: filter, m: page.mode, at: [...page.next], f: feed }, monitor: null, isPartial }
    : { messages, next: null, monitor: { q: filter, f: feed, s: kept, past: null }, isPartial };
}

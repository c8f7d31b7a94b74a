import { classifyNumber } from 'graph-schema/codes/classify';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { identifierKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { EventReads } from '../events/event-reads.ts';
import { shipmentsNamed } from '../events/shipments-named.ts';
import type { EdiFilter } from './query.ts';

/** What brings or takes messages: claims that came or went, what was told of a run, a shipment that opened to the asker. */
const KINDS = ['ADDED', 'WITHDRAWN', 'DERIVED', 'VISIBLE'] as const;

/** What the number may be; null: none is asked for. */
export function keysOf({ number }: EdiFilter): readonly IdentifierKey[] | null {
  return number === undefined
    ? null
    : classifyNumber(number).map(({ scheme, value }) => identifierKey(scheme, value));
}

/** Ids of the shipments that are asked for, in order; null: all. */
export async function shipmentsAsked(
  filter: EdiFilter,
  reads: Pick<EventReads, 'numbers'>,
): Promise<string[] | null> {
  const keys = keysOf(filter);
  const behind = await shipmentsNamed(keys ? [keys] : [], reads);
  const { shipment } = filter;
  return shipment === undefined ? behind : [shipment].filter((id) => behind?.includes(id) ?? true);
}

/**
 * Which entries of the feed: of shipments that the number led to when it was first asked, for a withdrawal may take the number
 * with it; and of those that it leads to by now.
 */
export function feedFilterOf(filter: EdiFilter, shipments: readonly string[] | null): FeedFilter {
  return { kinds: KINDS, shipments, numbers: filter.shipment === undefined ? keysOf(filter) : null };
}

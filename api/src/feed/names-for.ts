import { claimKeys } from 'graph-schema/domain/claim-keys';
import type { FeedFilter, ShipmentNames } from 'graph-schema/domain/feed/feed-filter';
import type { ToldEntry } from './told-batch.ts';

/**
 * By what the shipment of an entry is meant. What went may have taken its numbers along: it is meant by what it named itself,
 * too, so that whoever was told of it by such a number is told that it went.
 */
export function namesFor(
  { kind, claims }: Pick<ToldEntry, 'kind' | 'claims'>,
  names: ShipmentNames,
  { numbers, watchList }: FeedFilter,
): ShipmentNames {
  if (kind !== 'WITHDRAWN' || !(numbers ?? watchList)) return names;
  const named = claims.flatMap(({ event }) => {
    const { container, documents, contents } = claimKeys(event);
    return [...documents, ...contents, ...(container ? [container] : [])];
  });
  return { aliases: names.aliases, numbers: [...names.numbers, ...named] };
}

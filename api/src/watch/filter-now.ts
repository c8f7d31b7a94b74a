import { heirsOfShipments, listWatchEntries } from 'graph-schema/cypher/access/watch-entries';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { FeedFilter, WatchedNames } from 'graph-schema/domain/feed/feed-filter';
import type { AccountGraph } from '../access/account-graph.ts';
import { findOwn } from './own-lists.ts';

interface Looking {
  readonly graph: Asks;
  readonly accounts: Pick<AccountGraph, 'read'>;
}

/** Gives a filter with what is in its watch list by now, whenever it is asked; a list that did not change is read once. */
export type FilterNow = (asker: Asker, filter: FeedFilter) => Promise<FeedFilter>;

/** Of a list that is not the asker's, or is gone, nothing is wanted. */
export function filterNow({ graph, accounts }: Looking): FilterNow {
  let known: { readonly of: string; readonly names: WatchedNames } | null = null;
  return async (asker, filter) => {
    if (!filter.watchList) return filter;
    const list = await findOwn({ asker, access: { accounts } }, filter.watchList);
    if (!list) return filter;
    const of = `${list.id} ${list.changedAt} ${list.size}`;
    if (known?.of !== of) {
      const entries = await accounts.read(listWatchEntries, { list: list.id });
      const ids = entries.flatMap(({ key, keys }) => (keys.length === 0 ? [key] : []));
      const heirs = ids.length > 0 ? await graph.run(heirsOfShipments, { ids }) : [];
      const shipments = new Set([...ids, ...heirs.map(({ heir }) => heir)]);
      known = { of, names: { shipments, numbers: new Set(entries.flatMap(({ keys }) => keys)) } };
    }
    return { ...filter, watched: known.names };
  };
}

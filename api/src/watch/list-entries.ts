import {
  heirsOfShipments,
  listWatchEntries,
  type WatchEntryRow,
} from 'graph-schema/cypher/access/watch-entries';
import type { WatchListRow } from 'graph-schema/cypher/access/watch-lists';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import { meantBy } from 'graph-schema/domain/watch/meant-by';
import type { Context } from '../context.ts';
import { lookBack } from '../journey/as-of/look-back.ts';
import { listedOf, type ListedShipment } from '../search/listed-shipment.ts';

/** Something that is followed, with the shipments that it leads to now, by id. */
export interface WatchEntry extends WatchEntryRow {
  /** What whoever added it is called; null: nobody who signed in, or he is gone. */
  readonly name: string | null;
  /** Of a shipment that is followed: its id now; null: it is a number, or gone. */
  readonly heir: string | null;
}

interface EntryPage {
  readonly entries: readonly WatchEntry[];
  /** Behind which entry the next page begins; null: it is the last. */
  readonly next: string | null;
}

/** A page of what is in a list, what was added last first, behind an entry that was there. */
export async function listEntries(
  { access, graph }: Pick<Context, 'access' | 'graph'>,
  { id }: WatchListRow,
  first: number,
  after: string | null,
): Promise<EntryPage> {
  const rows = await access.accounts.read(listWatchEntries, { list: id });
  const from = after === null ? 0 : rows.findIndex(({ key }) => key === after) + 1;
  const page = rows.slice(from, from + first);
  const ids = page.flatMap(({ key, keys }) => (keys.length === 0 ? [key] : []));
  const heirs = new Map(ids.length > 0 ? (await graph.run(heirsOfShipments, { ids })).map((one) => [one.id, one.heir]) : []);
  return {
    entries: page.map((row) => ({ ...row, heir: heirs.get(row.key) ?? null })),
    next: from + first < rows.length ? (page.at(-1)?.key ?? null) : null,
  };
} // prettier-ignore

/**
 * What an entry leads to, of what he sees. As of an instant in epoch milliseconds: what it leads to today, as it was known then, without
 * what nobody had told of by then. Throws an `AsOfError`.
 */
export async function shipmentsOf({ keys, heir }: WatchEntry, at: number | null, { numbers, listed, shipmentsThen }: Context): Promise<ListedShipment[]> {
  const meant = await Promise.all(
    keys.map(async (key) => meantBy(key as IdentifierKey, await numbers.load(key))),
  );
  const ids = [...new Set([...(heir === null ? [] : [heir]), ...meant.flat()])];
  if (at !== null) return (await lookBack(shipmentsThen, ids, at)).views.map((view) => listedOf(view));
  return (await Promise.all(ids.map((one) => listed.load(one)))).flatMap((one) => one ?? []);
} // prettier-ignore

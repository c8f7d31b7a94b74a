import { statement } from '../statement.ts';

/** One thing that is followed in a list. Times in epoch milliseconds of the wall clock. */
export interface WatchEntryRow {
  /** Its name within the list: a number as it is compared, or the public id of a shipment. */
  readonly key: string;
  /** As whoever added it wrote it. */
  readonly said: string;
  /** What it can be, the likeliest first; empty: it is a shipment. */
  readonly keys: readonly string[];
  readonly addedAt: number;
  /** Its place among those that were added together. */
  readonly place: number;
  /** Id of who added it; null: nobody who signed in. */
  readonly by: string | null;
}

const ROW = `e.key AS key, e.said AS said, e.keys AS keys, e.addedAt AS addedAt, e.place AS place, e.by AS by`;

/** What was added last goes first, and what was added together in the order in which it was. */
export const listWatchEntries = statement<{ list: string }, WatchEntryRow & { name: string | null }>(
  'listWatchEntries',
  `MATCH (:WatchList {id: $list})-[:HOLDS]->(e:WatchEntry)
RETURN ${ROW}, head(COLLECT { MATCH (u:User {id: e.by}) RETURN u.name }) AS name
ORDER BY e.addedAt DESC, e.place, e.key`,
);

/** Which of these a list has. */
export const findWatchEntries = statement<{ list: string; keys: string[] }, WatchEntryRow>(
  'findWatchEntries',
  `UNWIND $keys AS key
MATCH (e:WatchEntry {list: $list, key: key})
RETURN ${ROW}`,
);

export const addWatchEntries = statement<{ list: string; rows: WatchEntryRow[]; now: number }, { added: number }>(
  'addWatchEntries',
  `MATCH (l:WatchList {id: $list}) SET l.changedAt = $now
WITH l UNWIND $rows AS r
CREATE (l)-[:HOLDS]->(e:WatchEntry {list: $list, key: r.key, said: r.said, keys: r.keys, addedAt: r.addedAt, place: r.place, by: r.by})
RETURN count(e) AS added`,
); // prettier-ignore

export const removeWatchEntries = statement<{ list: string; keys: string[]; now: number }, { removed: number }>(
  'removeWatchEntries',
  `UNWIND $keys AS key
MATCH (l:WatchList {id: $list})-[:HOLDS]->(e:WatchEntry {list: $list, key: key})
SET l.changedAt = $now
DETACH DELETE e
RETURN count(*) AS removed`,
); // prettier-ignore

/** Entries of lists of these owners that have one of these names. */
export const watchEntriesNamed = statement<
  { owners: string[]; keys: string[] },
  { list: string; key: string; keys: string[] }
>(
  'watchEntriesNamed',
  `MATCH (l:WatchList) WHERE l.owner IN $owners
UNWIND $keys AS key
MATCH (e:WatchEntry {list: l.id, key: key})
RETURN l.id AS list, e.key AS key, e.keys AS keys`,
);

/** What ids of shipments lead to now; an unknown one has no row. */
export const heirsOfShipments = statement<{ ids: string[] }, { id: string; heir: string }>(
  'heirsOfShipments',
  `UNWIND $ids AS id
MATCH (named:Shipment {id: id})
OPTIONAL MATCH (named)-[:MERGED_INTO*1..8]->(heir:Shipment) WHERE NOT EXISTS { (heir)-[:MERGED_INTO]->() }
RETURN id, coalesce(heir, named).id AS heir`,
);

/** Ids of shipments that proved to be these. */
export const aliasesOfShipments = statement<{ ids: string[] }, { id: string; alias: string }>(
  'aliasesOfShipments',
  `UNWIND $ids AS id
MATCH (old:Shipment)-[:MERGED_INTO*1..8]->(s:Shipment {id: id})
RETURN id, old.id AS alias LIMIT 1000`,
);

import { statement } from '../statement.ts';

/** A list of what somebody follows. Times in epoch milliseconds of the wall clock. */
export interface WatchListRow {
  readonly id: string;
  /** Whose: `PERSON:usr_…`, `ORGANISATION:org_…`, or `SERVICE` of those who run it. */
  readonly owner: string;
  /** Empty: what a person follows by himself. */
  readonly name: string;
  readonly changedAt: number;
  readonly size: number;
}

const ROW = `l.id AS id, l.owner AS owner, l.name AS name, l.changedAt AS changedAt, COUNT { (l)-[:HOLDS]->() } AS size`;

/** Those of these owners, a person's own first, then by name; `id` null: all. */
export const listWatchLists = statement<{ owners: string[]; id: string | null }, WatchListRow>(
  'listWatchLists',
  `MATCH (l:WatchList) WHERE l.owner IN $owners AND ($id IS NULL OR l.id = $id)
RETURN ${ROW} ORDER BY l.name, l.id`,
);

/** The list of a name, made where there is none; who asks finds out by the id whether it is his. The list is locked. */
export const openWatchList = statement<
  { id: string; owner: string; name: string; now: number },
  WatchListRow
>(
  'openWatchList',
  `MERGE (l:WatchList {owner: $owner, name: $name})
ON CREATE SET l.id = $id, l.changedAt = $now
SET l.asked = $id
RETURN ${ROW}`,
);

/** Locks a list until the transaction ends, so that what two people add at once is counted. No row: there is none. */
export const lockWatchList = statement<{ id: string; owners: string[] }, WatchListRow>(
  'lockWatchList',
  `MATCH (l:WatchList {id: $id}) WHERE l.owner IN $owners
SET l.asked = $id
RETURN ${ROW}`,
);

/** No row: another one of its owner has the name. */
export const renameWatchList = statement<{ id: string; name: string; now: number }, WatchListRow>(
  'renameWatchList',
  `MATCH (l:WatchList {id: $id})
WHERE NOT EXISTS { MATCH (o:WatchList {owner: l.owner, name: $name}) WHERE o.id <> $id }
SET l.name = $name, l.changedAt = $now
RETURN ${ROW}`,
);

/** With all that is in it. */
export const deleteWatchList = statement<{ id: string }, { id: string }>(
  'deleteWatchList',
  `MATCH (l:WatchList {id: $id})
CALL (l) { OPTIONAL MATCH (l)-[:HOLDS]->(e:WatchEntry) DETACH DELETE e }
WITH l, l.id AS id
DETACH DELETE l
RETURN id`,
);

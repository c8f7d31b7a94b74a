import { statement } from '../statement.ts';

/** A named query of EPCIS 2.0 as it is stored. */
export interface EpcisQueryRow {
  readonly name: string;
  /** As it was sent, JSON. */
  readonly query: string;
  /** Wall clock, epoch milliseconds. */
  readonly createdAt: number;
}

const ROW = 'q.name AS name, q.query AS query, q.createdAt AS createdAt';

/** Those of one owner behind a name, in the order of names; `name` null: any. */
export const listEpcisQueries = statement<
  { owner: string; name: string | null; after: string; limit: number },
  EpcisQueryRow
>(
  'listEpcisQueries',
  `MATCH (q:EpcisQuery {owner: $owner}) WHERE q.name > $after AND ($name IS NULL OR q.name = $name)
RETURN ${ROW} ORDER BY name LIMIT toInteger($limit)`,
);

/** No row: there is one of this name. `attempt` tells this one from others that are made at the same moment. */
export const createEpcisQuery = statement<
  { owner: string; name: string; query: string; createdAt: number; attempt: string },
  EpcisQueryRow
>(
  'createEpcisQuery',
  `MERGE (q:EpcisQuery {owner: $owner, name: $name})
ON CREATE SET q.query = $query, q.createdAt = $createdAt, q.attempt = $attempt
WITH q WHERE q.attempt = $attempt
RETURN ${ROW}`,
);

export const deleteEpcisQuery = statement<{ owner: string; name: string }, { name: string }>(
  'deleteEpcisQuery',
  `MATCH (q:EpcisQuery {owner: $owner, name: $name})
WITH q, q.name AS name DELETE q
RETURN name`,
);

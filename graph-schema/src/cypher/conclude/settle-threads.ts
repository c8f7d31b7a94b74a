import { statement } from '../statement.ts';

/**
 * Of these threads those in which more was said than by the messages at hand (`said` attestations), or something was
 * taken back: only these need settling. The seek is named because the planner, going by the figures of a young graph,
 * would walk all attestations, or the whole index, for each thread, and keep to it while the graph grows.
 */
export const listContestedThreads = statement<
  {
    /** Rows of thread and `said`, as texts (see `rows-text.ts`). */
    threads: string[];
  },
  { thread: string }
>(
  'listContestedThreads',
  `UNWIND $threads AS text
UNWIND split(text, '\\u001e') AS row
WITH split(row, '\\u001f') AS t
MATCH ()-[a:ATTESTS {thread: t[0]}]->() USING INDEX SEEK a:ATTESTS(thread)
WITH t, count(a) AS said WHERE said > toInteger(t[1])
RETURN t[0] AS thread
UNION
UNWIND $threads AS text
UNWIND split(text, '\\u001e') AS row
MATCH (m:MessageThread {key: split(row, '\\u001f')[0]})
RETURN m.key AS thread`,
);

/**
 * Withdraws and restores attestations of the given threads: one stands when its version lies above every
 * cancellation and not below the newest replacement of its thread. Returns the numbers whose claims are
 * touched, the time that they tell of, and whether any of it happened.
 */
export const settleThreads = statement<
  { threads: string[] },
  { keys: string[]; documents: string[]; since: number; until: number; happened: boolean }
>(
  'settleThreads',
  `UNWIND $threads AS thread
OPTIONAL MATCH (:MessageThread {key: thread})<-[x:RETRACTS]-()
WITH thread, coalesce(max(x.cancelled), -1.0) AS cancelled, coalesce(max(x.replaced), -1.0) AS superseded
MATCH ()-[a:ATTESTS {thread: thread}]->(e:Event) USING INDEX SEEK a:ATTESTS(thread)
WITH thread, cancelled, superseded, collect({said: a, event: e}) AS all
WITH all, cancelled, reduce(newest = superseded, x IN all |
  CASE WHEN x.said.replaces AND x.said.version > newest THEN x.said.version ELSE newest END) AS replaced
UNWIND all AS x
WITH x.said AS said, x.event AS event, (x.said.version <= cancelled OR x.said.version < replaced) AS withdrawn
WHERE coalesce(said.withdrawn, false) <> withdrawn
SET said.withdrawn = withdrawn
WITH DISTINCT event
MATCH (event)-[:ABOUT|LISTS]->(i:Identifier)
RETURN collect(DISTINCT i.key) AS keys, event.documents AS documents, min(event.at) AS since, max(event.at) AS until,
  max(CASE event.classifier WHEN 'ACTUAL' THEN 1 ELSE 0 END) = 1 AS happened`,
);

import { statement } from '../statement.ts';

/** Boxes that document claims list. */
export const listContents = statement<{ rows: [event: string, container: string][] }>(
  'listContents',
  `UNWIND $rows AS r
MATCH (e:Event {id: r[0]}), (i:Identifier {key: r[1]})
WHERE NOT EXISTS { (e)-[:LISTS]->(i) }
CREATE (e)-[:LISTS]->(i)`,
);

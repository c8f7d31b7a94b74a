import { statement } from '../statement.ts';

/**
 * Notes that two numbers were named together by some claim, ever: the way from one to the other. It is navigation,
 * not truth: what holds is read from the standing claims. CREATE instead of MERGE, because MERGE on a relationship
 * locks both ends and hot voyages would queue everybody; a rare double edge does no harm.
 */
export const seeTogether = statement<{
  /** Rows of two numbers, as texts (see `rows-text.ts`). */
  pairs: string[];
}>(
  'seeTogether',
  `UNWIND $pairs AS text
UNWIND split(text, '\\u001e') AS row
WITH split(row, '\\u001f') AS p
MATCH (a:Identifier {key: p[0]}), (b:Identifier {key: p[1]})
WHERE NOT EXISTS { (a)-[:SEEN_WITH]-(b) }
CREATE (a)-[:SEEN_WITH]->(b)`,
);

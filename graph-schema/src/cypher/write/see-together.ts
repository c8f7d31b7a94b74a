import { statement } from '../statement.ts';

/**
 * Notes that two numbers were named together by some claim, ever: the way from one to the other. It is navigation,
 * not truth: what holds is read from the standing claims. CREATE instead of MERGE, because MERGE on a relationship
 * locks both ends and hot voyages would queue everybody; a rare double edge does no harm.
 */
export const seeTogether = statement<{ pairs: [a: string, b: string][] }>(
  'seeTogether',
  `UNWIND $pairs AS p
MATCH (a:Identifier {key: p[0]}), (b:Identifier {key: p[1]})
WHERE NOT EXISTS { (a)-[:SEEN_WITH]-(b) }
CREATE (a)-[:SEEN_WITH]->(b)`,
);

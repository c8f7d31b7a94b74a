import { statement } from '../statement.ts';

/**
 * Makes the key nodes that a batch names. Rows: [key, scheme, value, kind], sorted by key so that writers queue, not
 * deadlock. Answers those of which nobody has said anything yet, with the turn of conclusions that this was seen at.
 */
export const ensureIdentifiers = statement<
  { keys: [key: string, scheme: string, value: string, kind: string][] },
  { turn: number; fresh: string[] }
>(
  'ensureIdentifiers',
  `MATCH (l:GroupLock {name: 'conclusions'})
WITH l.turn AS turn
UNWIND $keys AS k
MERGE (i:Identifier {key: k[0]})
  ON CREATE SET i.scheme = k[1], i.value = k[2], i.kind = k[3]
WITH turn, i WHERE NOT EXISTS { (i)--() }
RETURN turn, collect(i.key) AS fresh`,
);

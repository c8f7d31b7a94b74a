import { statement } from '../statement.ts';

/** Makes the key nodes that a batch names. Rows: [key, scheme, value, kind], sorted by key so that writers queue, not deadlock. */
export const ensureIdentifiers = statement<{
  keys: [key: string, scheme: string, value: string, kind: string][];
}>(
  'ensureIdentifiers',
  `UNWIND $keys AS k
MERGE (i:Identifier {key: k[0]})
  ON CREATE SET i.scheme = k[1], i.value = k[2], i.kind = k[3]`,
);

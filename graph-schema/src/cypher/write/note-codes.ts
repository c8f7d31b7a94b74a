import { statement } from '../statement.ts';

/**
 * Codes of a raw message that no list has a meaning for, and those that it was read with as an operator says, in place of
 * those of its former reading: what is to be read again when one of them gets a meaning, or another one.
 */
export const noteCodes = statement<{
  raw: string;
  codes: readonly [key: string, list: string, code: string, variant: string | null, isUnmapped: boolean][];
}>(
  'noteCodes',
  `MATCH (w:RawMessage {id: $raw})
OPTIONAL MATCH (w)-[former:HAS_UNMAPPED|HAS_CORRECTED]->()
DELETE former
WITH DISTINCT w
UNWIND $codes AS c
MERGE (u:UnmappedCode {key: c[0]})
  ON CREATE SET u.list = c[1], u.code = c[2], u.variant = c[3]
FOREACH (_ IN CASE WHEN c[4] THEN [1] ELSE [] END | CREATE (w)-[:HAS_UNMAPPED]->(u))
FOREACH (_ IN CASE WHEN c[4] THEN [] ELSE [1] END | CREATE (w)-[:HAS_CORRECTED]->(u))`,
);

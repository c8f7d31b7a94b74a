import { statement } from '../statement.ts';

/** Codes of a raw message that no list has a meaning for, in place of those of its former reading. */
export const noteUnmappedCodes = statement<{
  raw: string;
  codes: [key: string, list: string, code: string][];
}>(
  'noteUnmappedCodes',
  `MATCH (w:RawMessage {id: $raw})
OPTIONAL MATCH (w)-[former:HAS_UNMAPPED]->()
DELETE former
WITH DISTINCT w
UNWIND $codes AS c
MERGE (u:UnmappedCode {key: c[0]})
  ON CREATE SET u.list = c[1], u.code = c[2]
CREATE (w)-[:HAS_UNMAPPED]->(u)`,
);

import { statement } from '../statement.ts';
import type { AttestationRow } from './create-events.ts';

/** One more voice for claims that exist; the span tells a further voice in the same message from a repeated write. */
export const attestKnownEvents = statement<
  { raw: string; rows: [id: string, ...AttestationRow][] },
  { written: number }
>(
  'attestKnownEvents',
  `MATCH (w:RawMessage {id: $raw})
UNWIND $rows AS r
MATCH (e:Event {id: r[0]})
WHERE NOT EXISTS { (w)-[a:ATTESTS]->(e) WHERE a.start = r[2] }
CREATE (w)-[:ATTESTS {ref: r[1], start: r[2], end: r[3], recordedAt: r[4], thread: r[5], version: r[6],
  replaces: r[7]}]->(e)
RETURN toFloat(count(e)) AS written`,
);

import { statement } from '../statement.ts';
import type { AttestationRow } from './create-events.ts';

/** One more voice for claims that exist; the span tells a further voice in the same message from a repeated write. */
export const attestKnownEvents = statement<{ rows: [raw: string, id: string, ...AttestationRow][] }>(
  'attestKnownEvents',
  `UNWIND $rows AS r
MATCH (w:RawMessage {id: r[0]})
MATCH (e:Event {id: r[1]})
WHERE NOT EXISTS { (w)-[a:ATTESTS]->(e) WHERE a.start = r[3] }
CREATE (w)-[:ATTESTS {ref: r[2], start: r[3], end: r[4], recordedAt: r[5], thread: r[6], version: r[7],
  replaces: r[8]}]->(e)`,
);

import { statement } from '../statement.ts';
import type { EventRow } from './create-events.ts';

/**
 * Before a raw message that was read before is written again: marks what the former reading attested and took back, so
 * that what only this reading finds can be told from it. Once for each reading, however often it is begun. Of a reading
 * that was given up nothing is former, and nothing is of a message that could not be read.
 */
export const markFormerReading = statement<{ raw: string; reading: string }>(
  'markFormerReading',
  `MATCH (w:RawMessage {id: $raw}) WHERE w.rereading IS NULL OR w.rereading <> $reading
WITH w, w.rereading AS begun
SET w.rereading = $reading
WITH w, begun
MATCH (w)-[said:ATTESTS|RETRACTS]->() WHERE CASE WHEN begun IS NULL THEN w.outcome = 'READ' ELSE said.before = begun END
SET said.before = $reading`,
);

/**
 * A raw message read again: what it attests is written as today's reading has it and marked with the reading. What only
 * this reading finds was not known before it (`at`). Returns the threads that an attestation has left. Whether it is
 * withdrawn is settled afterwards.
 */
export const reviseAttestations = statement<
  { raw: string; reading: string; at: string; rows: EventRow[] },
  { thread: string }
>(
  'reviseAttestations',
  `MATCH (w:RawMessage {id: $raw})
UNWIND $rows AS r
MATCH (e:Event {id: r[0]})
MATCH (w)-[a:ATTESTS]->(e) WHERE a.start = r[9]
WITH e, a, r, CASE WHEN a.thread <> r[12] OR r[12] IS NULL THEN a.thread END AS left
SET e.documents = r[5], e.run = r[6], e.claim = r[7], a.ref = r[8], a.end = r[10], a.recordedAt = r[11],
  a.thread = r[12], a.version = r[13], a.replaces = r[14], a.reading = $reading,
  a.knownAt = CASE WHEN a.before = $reading THEN a.knownAt ELSE coalesce(a.knownAt, $at) END,
  a.withdrawn = CASE WHEN r[12] IS NULL THEN null ELSE a.withdrawn END
WITH left WHERE left IS NOT NULL
RETURN DISTINCT left AS thread`,
);

/**
 * Takes away what only the former reading attested; what is left without attestation does not stand. That it was attested
 * until now stays known (`ATTESTED`), for whoever looks back.
 */
export const dropFormerAttestations = statement<
  { raw: string; reading: string; at: string },
  { keys: string[]; documents: string[]; thread: string | null; happened: boolean }
>(
  'dropFormerAttestations',
  `MATCH (w:RawMessage {id: $raw})-[a:ATTESTS]->(e:Event)
WHERE a.reading IS NULL OR a.reading <> $reading
FOREACH (_ IN CASE WHEN a.before = $reading THEN [1] ELSE [] END |
  CREATE (w)-[former:ATTESTED]->(e) SET former = properties(a), former.until = $at)
WITH a, e, a.thread AS thread
DELETE a
WITH DISTINCT e, thread
RETURN [(e)-[:ABOUT|LISTS]->(i) | i.key] AS keys, e.documents AS documents, thread, e.classifier = 'ACTUAL' AS happened`,
);

/** Takes back the cancellations that only the former reading made; as for attestations. */
export const dropFormerRetractions = statement<
  { raw: string; reading: string; at: string },
  { thread: string }
>(
  'dropFormerRetractions',
  `MATCH (w:RawMessage {id: $raw})-[x:RETRACTS]->(t:MessageThread)
WHERE x.reading IS NULL OR x.reading <> $reading
FOREACH (_ IN CASE WHEN x.before = $reading THEN [1] ELSE [] END |
  CREATE (w)-[former:RETRACTED]->(t) SET former = properties(x), former.until = $at)
WITH x, t
DELETE x
RETURN DISTINCT t.key AS thread`,
);

/** Cancellations that only this reading made were not known before it. With that the reading is done. */
export const dateRetractions = statement<{ raw: string; reading: string; at: string }>(
  'dateRetractions',
  `MATCH (w:RawMessage {id: $raw})
SET w.rereading = null
WITH w
MATCH (w)-[x:RETRACTS]->()
WHERE x.reading = $reading AND (x.before IS NULL OR x.before <> $reading)
SET x.knownAt = coalesce(x.knownAt, $at)`,
);

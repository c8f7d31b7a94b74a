import { statement } from '../statement.ts';
import type { EventRow } from './create-events.ts';

/**
 * A raw message read again: what it attests is written as today's reading has it and marked with the reading. Returns
 * the threads that an attestation has left. Whether it is withdrawn is settled afterwards.
 */
export const reviseAttestations = statement<
  { raw: string; reading: string; rows: EventRow[] },
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
  a.withdrawn = CASE WHEN r[12] IS NULL THEN null ELSE a.withdrawn END
WITH left WHERE left IS NOT NULL
RETURN DISTINCT left AS thread`,
);

/** Takes away what only the former reading attested; what is left without attestation does not stand. */
export const dropFormerAttestations = statement<
  { raw: string; reading: string },
  { keys: string[]; documents: string[]; thread: string | null }
>(
  'dropFormerAttestations',
  `MATCH (w:RawMessage {id: $raw})-[a:ATTESTS]->(e:Event)
WHERE a.reading IS NULL OR a.reading <> $reading
WITH a, e, a.thread AS thread
DELETE a
WITH DISTINCT e, thread
RETURN [(e)-[:ABOUT|LISTS]->(i) | i.key] AS keys, e.documents AS documents, thread`,
);

/** Takes back the cancellations that only the former reading made. */
export const dropFormerRetractions = statement<{ raw: string; reading: string }, { thread: string }>(
  'dropFormerRetractions',
  `MATCH (w:RawMessage {id: $raw})-[x:RETRACTS]->(t:MessageThread)
WHERE x.reading IS NULL OR x.reading <> $reading
DELETE x
RETURN DISTINCT t.key AS thread`,
);

import { statement } from '../statement.ts';

/** One attestation that stands: [event, documents, run, claim, ref, start, end, recordedAt, thread, version, replaces, about and listed]. */
export type StandingAttestation = [
  event: string,
  documents: string[],
  run: string | null,
  claim: string,
  ref: string | null,
  start: number,
  end: number,
  recordedAt: string | null,
  thread: string | null,
  version: number,
  replaces: boolean,
  keys: string[],
];

/**
 * What a raw message was concluded to say, and with what outcome; the outcome is null where nothing has been concluded
 * yet, or where another reading was begun and not ended.
 */
export const standingReading = statement<
  { raw: string },
  {
    outcome: string | null;
    attested: StandingAttestation[];
    retracted: [thread: string, cancelled: number, replaced: number][];
  }
>(
  'standingReading',
  `MATCH (w:RawMessage {id: $raw})
RETURN CASE WHEN w.rereading IS NULL THEN w.outcome END AS outcome,
  COLLECT { MATCH (w)-[a:ATTESTS]->(e:Event)
    RETURN [e.id, e.documents, e.run, e.claim, a.ref, a.start, a.end, a.recordedAt, a.thread, a.version,
      coalesce(a.replaces, false), [(e)-[:ABOUT|LISTS]->(i) | i.key]] } AS attested,
  COLLECT { MATCH (w)-[x:RETRACTS]->(t:MessageThread) RETURN [t.key, x.cancelled, x.replaced] } AS retracted`,
);

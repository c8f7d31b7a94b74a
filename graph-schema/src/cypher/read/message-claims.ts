import { statement } from '../statement.ts';

/** A claim that a message makes, and where in it. */
export interface MessageClaimRow {
  id: string;
  /** The number that it is about, `SCHEME:VALUE`. */
  about: string;
  /** As `readClaim` reads it. */
  claim: string;
  /** Bytes of the message, end exclusive. */
  start: number;
  end: number;
  /** Its sender took it back, or replaced it. */
  withdrawn: boolean;
  /** Why no trip of its box holds it; null: one does, or it is about no box. */
  parked: string | null;
}

/** What a message says by its latest reading, in the order of its text. */
export const messageClaims = statement<{ raw: string; limit: number }, MessageClaimRow>(
  'messageClaims',
  `MATCH (:RawMessage {id: $raw})-[a:ATTESTS]->(e:Event)-[:ABOUT]->(i:Identifier)
RETURN e.id AS id, i.key AS about, e.claim AS claim, toFloat(a.start) AS start, toFloat(a.end) AS end,
  coalesce(a.withdrawn, false) AS withdrawn, e.parked AS parked
ORDER BY start, e.at, id LIMIT toInteger($limit)`,
);

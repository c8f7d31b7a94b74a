import { statement } from '../statement.ts';

/** Positional rows cost a third of the client CPU that maps do (measured). */
export type EventRow = [
  id: string,
  code: string,
  classifier: string,
  at: number,
  loadState: string | null,
  documents: readonly string[],
  run: string | null,
  claim: string,
  ...attestation: AttestationRow,
];
export type AttestationRow = [
  ref: string | null,
  start: number,
  end: number,
  recordedAt: string | null,
  thread: string | null,
  version: number,
  replaces: boolean,
];

/** New claims with their first attestation, grouped by what they are about. Fails on a claim that exists already. */
export const createEvents = statement<
  { raw: string; groups: [subject: string, rows: EventRow[]][] },
  { written: number }
>(
  'createEvents',
  `MATCH (w:RawMessage {id: $raw})
UNWIND $groups AS g
MATCH (i:Identifier {key: g[0]})
UNWIND g[1] AS r
CREATE (e:Event {id: r[0], code: r[1], classifier: r[2], at: r[3], loadState: r[4], documents: r[5], run: r[6],
  claim: r[7]})-[:ABOUT]->(i)
CREATE (w)-[:ATTESTS {ref: r[8], start: r[9], end: r[10], recordedAt: r[11], thread: r[12], version: r[13],
  replaces: r[14]}]->(e)
RETURN toFloat(count(e)) AS written`,
);

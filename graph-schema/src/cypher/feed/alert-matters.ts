import { statement } from '../statement.ts';

/** One thing that is to be told to a person, or was. */
export interface AlertMatterRow {
  /** Names it for the person: the same thing is told once. */
  readonly key: string;
  /** Ids of the rules that found it before it was told; the first of them that may tells it. */
  readonly rules: string[];
  readonly kind: string;
  /** Public id of the shipment; null: no one shipment. */
  readonly shipment: string | null;
  /** Id of the claim or the exception; null: neither. */
  readonly of: string | null;
  /** When it was found, wall clock, epoch milliseconds. */
  readonly at: number;
}

const ROW = `m.key AS key, m.rules AS rules, m.kind AS kind, m.shipment AS shipment, m.of AS of, m.at AS at`;

/** What an ETA is measured from: what was told of it last, or what it was when the rule first heard of it. ISO 8601. */
export const listToldEtas = statement<
  { rule: string; shipments: string[] },
  { shipment: string; eta: string }
>(
  'listToldEtas',
  `UNWIND $shipments AS shipment
MATCH (e:AlertEta {rule: $rule, shipment: shipment})
RETURN e.shipment AS shipment, e.eta AS eta`,
);

/**
 * A rule has read on: its place moves with what it found, in one transaction. What was found before under one of its `names` and
 * still waits is the matter of both rules; what was told is found no more. No row: another process serves the person, or the rule was changed.
 */
export const advanceAlertRule = statement<
  {
    owner: string;
    reader: string;
    rule: string;
    after: string;
    cursor: string;
    matters: (Omit<AlertMatterRow, 'rules'> & { names: string[] })[];
    etas: { shipment: string; eta: string }[];
  },
  { found: number }
>(
  'advanceAlertRule',
  `MATCH (p:AlertReader {id: $reader}) SET p.asked = $owner
WITH p WHERE p.owner = $owner
MATCH (r:AlertRule {id: $rule, reader: p.id}) WHERE r.cursor = $after
SET r.cursor = $cursor
WITH r
CALL (r) {
  UNWIND $etas AS one
  MERGE (e:AlertEta {rule: r.id, shipment: one.shipment}) ON CREATE SET e.eta = one.eta
  RETURN count(e) AS heard
}
CALL (r) {
  UNWIND $matters AS one
  OPTIONAL MATCH (before:AlertMatter) WHERE before.key IN one.names
  WITH r, one, collect(before) AS known
  FOREACH (m IN [k IN known WHERE k.letter = '' AND NOT r.id IN k.rules] | SET m.rules = m.rules + r.id)
  WITH r, one, known WHERE size(known) = 0
  CREATE (m:AlertMatter {key: one.key, reader: r.reader, rules: [r.id], kind: one.kind, shipment: one.shipment, of: one.of, at: one.at, letter: ''})
  RETURN count(m) AS found
}
RETURN found`,
);

/** What is in a letter, the oldest first. */
export const listAlertMatters = statement<{ reader: string; letter: string; limit: number }, AlertMatterRow>(
  'listAlertMatters',
  `MATCH (m:AlertMatter {reader: $reader, letter: $letter})
RETURN ${ROW} ORDER BY m.at, m.key LIMIT toInteger($limit)`,
);

/** What is in no letter yet, of each of some rules the oldest, so that what waits for a digest stands before nothing else. */
export const listWaitingMatters = statement<
  { reader: string; rules: string[]; limit: number },
  AlertMatterRow
>(
  'listWaitingMatters',
  `UNWIND $rules AS rule
CALL (rule) {
  MATCH (m:AlertMatter {reader: $reader, letter: ''}) WHERE rule IN m.rules
  RETURN m ORDER BY m.at, m.key LIMIT toInteger($limit)
}
WITH DISTINCT m
RETURN ${ROW} ORDER BY m.at, m.key`,
);

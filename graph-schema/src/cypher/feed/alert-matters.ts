import { statement } from '../statement.ts';

/** One thing that is to be told to a person, or was. */
export interface AlertMatterRow {
  /** Names it for the person: the same thing is told once. */
  readonly key: string;
  readonly rule: string;
  readonly kind: string;
  /** Public id of the shipment; null: no one shipment. */
  readonly shipment: string | null;
  /** Id of the claim or the exception; null: neither. */
  readonly of: string | null;
  /** When it was found, wall clock, epoch milliseconds. */
  readonly at: number;
}

const ROW = `m.key AS key, m.rule AS rule, m.kind AS kind, m.shipment AS shipment, m.of AS of, m.at AS at`;

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
 * A rule has read on: its place moves with what it found, in one transaction. Nothing is found that was found before under one of
 * its `names`. No row: another process serves the person, or the rule was changed.
 */
export const advanceAlertRule = statement<
  {
    owner: string;
    reader: string;
    rule: string;
    after: string;
    cursor: string;
    matters: (Omit<AlertMatterRow, 'rule'> & { names: string[] })[];
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
  WITH r, one, count(before) AS known WHERE known = 0
  CREATE (m:AlertMatter {key: one.key, reader: r.reader, rule: r.id, kind: one.kind, shipment: one.shipment, of: one.of, at: one.at, letter: ''})
  RETURN count(m) AS found
}
RETURN found`,
);

/** What is in a letter, the oldest first; `letter` empty: what is in none yet, of rules that are followed. */
export const listAlertMatters = statement<{ reader: string; letter: string; limit: number }, AlertMatterRow>(
  'listAlertMatters',
  `MATCH (m:AlertMatter {reader: $reader, letter: $letter})
WHERE $letter <> '' OR EXISTS { MATCH (:AlertRule {id: m.rule, state: 'ENABLED'}) }
RETURN ${ROW} ORDER BY m.at, m.key LIMIT toInteger($limit)`,
);

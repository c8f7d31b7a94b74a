import { statement } from '../statement.ts';

/** An alert rule as it is stored; times by the wall clock, epoch milliseconds; times of the day in minutes. */
export interface AlertRuleRow {
  readonly id: string;
  /** The person whose it is: id of a user, empty where nobody has to sign in. */
  readonly reader: string;
  readonly name: string;
  /** As JSON. */
  readonly filter: string;
  readonly severity: string | null;
  readonly etaHours: number | null;
  readonly zone: string;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly digestAt: number | null;
  readonly state: string;
  /** Everything up to here was looked at. */
  readonly cursor: string;
  readonly createdAt: number;
}

/** Whoever gets letters. */
export interface AlertReaderRow {
  readonly id: string;
  readonly address: string;
  readonly language: string;
  /** The letter that is under way. */
  readonly pending: string | null;
}

const RULE = `r.id AS id, r.reader AS reader, r.name AS name, r.filter AS filter, r.severity AS severity, r.etaHours AS etaHours, r.zone AS zone,
  r.quietFrom AS quietFrom, r.quietUntil AS quietUntil, r.digestAt AS digestAt, r.state AS state, r.cursor AS cursor, r.createdAt AS createdAt`;
export const ALERT_READER_ROW = `p.id AS id, p.address AS address, p.language AS language, p.pending AS pending`;

/** Those of a person, the oldest first; `id` null: all. */
export const listAlertRules = statement<{ reader: string; id: string | null }, AlertRuleRow>(
  'listAlertRules',
  `MATCH (r:AlertRule {reader: $reader}) WHERE $id IS NULL OR r.id = $id
RETURN ${RULE} ORDER BY r.createdAt, r.id`,
);

export const createAlertRule = statement<{ row: AlertRuleRow }, AlertRuleRow>(
  'createAlertRule',
  `CREATE (r:AlertRule) SET r = $row RETURN ${RULE}`,
);

/** What it tells from now on; where it reads, and what it has found, stay. No row: there is none of his. */
export const changeAlertRule = statement<
  { reader: string; id: string; set: Omit<AlertRuleRow, 'id' | 'reader' | 'state' | 'cursor' | 'createdAt'> },
  AlertRuleRow
>('changeAlertRule', `MATCH (r:AlertRule {id: $id, reader: $reader}) SET r += $set RETURN ${RULE}`);

/** No row: there is none of his. */
export const setAlertState = statement<{ reader: string; id: string; state: string }, AlertRuleRow>(
  'setAlertState',
  `MATCH (r:AlertRule {id: $id, reader: $reader}) SET r.state = $state RETURN ${RULE}`,
);

/** With what it alone was going to tell. */
export const deleteAlertRule = statement<{ reader: string; id: string }, { id: string }>(
  'deleteAlertRule',
  `MATCH (r:AlertRule {id: $id, reader: $reader})
WITH r, r.id AS id DELETE r
WITH id
CALL (id) { OPTIONAL MATCH (m:AlertMatter {reader: $reader, letter: ''}) WHERE m.rules = [id] DELETE m }
CALL (id) {
  OPTIONAL MATCH (m:AlertMatter {reader: $reader, letter: ''}) WHERE id IN m.rules
  SET m.rules = [one IN m.rules WHERE one <> id]
}
CALL (id) { OPTIONAL MATCH (e:AlertEta {rule: id}) DELETE e }
RETURN id`,
);

export const findAlertReader = statement<{ id: string }, AlertReaderRow>(
  'findAlertReader',
  `MATCH (p:AlertReader {id: $id}) RETURN ${ALERT_READER_ROW}`,
);

/** Where letters to a person go from now on. */
export const saveAlertAddress = statement<{ id: string; address: string; language: string }, AlertReaderRow>(
  'saveAlertAddress',
  `MERGE (p:AlertReader {id: $id})
SET p.address = $address, p.language = $language
RETURN ${ALERT_READER_ROW}`,
);

/** Takes or keeps those who have a rule, or something that is under way to them, and whom nobody else serves. By the server's own clock, looked at again under the lock. */
export const leaseAlertReaders = statement<{ owner: string; forMs: number }, AlertReaderRow>(
  'leaseAlertReaders',
  `MATCH (p:AlertReader) WHERE (p.owner = $owner OR coalesce(p.until, 0) < timestamp())
  AND (p.pending IS NOT NULL OR EXISTS { MATCH (:AlertRule {reader: p.id, state: 'ENABLED'}) }
    OR EXISTS { MATCH (:AlertLetter {reader: p.id, state: 'PENDING'}) } OR EXISTS { MATCH (:AlertPush {reader: p.id, state: 'PENDING'}) })
WITH p ORDER BY p.id
SET p.asked = $owner
WITH p WHERE p.owner = $owner OR coalesce(p.until, 0) < timestamp()
SET p.owner = $owner, p.until = timestamp() + toInteger($forMs)
RETURN ${ALERT_READER_ROW}`,
);

export const releaseAlertReaders = statement<{ owner: string }>(
  'releaseAlertReaders',
  `MATCH (p:AlertReader {owner: $owner}) SET p.owner = null, p.until = 0`,
);

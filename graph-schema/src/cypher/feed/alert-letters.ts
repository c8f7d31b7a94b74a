import { statement } from '../statement.ts';
import { ALERT_READER_ROW, type AlertReaderRow } from './alert-rules.ts';

/** A letter as it is logged, without its words: those are made up at each attempt. Times by the wall clock, epoch milliseconds. */
export interface AlertLetterRow {
  readonly id: string;
  readonly reader: string;
  readonly state: string;
  readonly at: number;
  /** Where it went at the last attempt. */
  readonly address: string;
  /** Matters that it told, or is to tell. */
  readonly matters: number;
  /** Each as JSON. */
  readonly attempts: string[];
  readonly nextAttemptAt: number | null;
  /** What the ETAs that it told were measured from, as JSON; null: it told none, or is not over. */
  readonly etas: string | null;
}

/** What became of a letter on one device. */
export interface LoggedPush {
  readonly id: string;
  /** What the device was called. */
  readonly name: string;
  readonly state: string;
  /** Each as JSON. */
  readonly attempts: string[];
  readonly nextAttemptAt: number | null;
}
export type LoggedLetterRow = AlertLetterRow & { readonly pushes: LoggedPush[] };

const ROW = `l.id AS id, l.reader AS reader, l.state AS state, l.at AS at, l.address AS address, l.matters AS matters,
  l.attempts AS attempts, l.nextAttemptAt AS nextAttemptAt, l.etas AS etas`;

/** The person whose letter is under way, locked, if whoever asks still serves him. No row: he does not. */
const UNDER_WAY = `MATCH (l:AlertLetter {id: $id})
MATCH (p:AlertReader {id: l.reader}) SET p.asked = $owner
WITH p, l WHERE p.owner = $owner AND p.pending = l.id`;

/** Written down with what it is to tell, and to which devices, before the first attempt, so that whoever goes on sends the same letter. */
export const openAlertLetter = statement<
  { owner: string; id: string; reader: string; at: number; keys: string[] },
  AlertReaderRow
>(
  'openAlertLetter',
  `MATCH (p:AlertReader {id: $reader}) SET p.asked = $owner
WITH p WHERE p.owner = $owner AND p.pending IS NULL
SET p.pending = $id
CREATE (l:AlertLetter {id: $id, reader: p.id, state: 'PENDING', at: $at, address: p.address, matters: size($keys), attempts: [], nextAttemptAt: $at})
WITH p
CALL (p) {
  UNWIND $keys AS key
  MATCH (m:AlertMatter {key: key}) WHERE m.letter = ''
  SET m.letter = $id
  RETURN count(m) AS taken
}
CALL (p) {
  MATCH (d:AlertDevice {reader: p.id})
  CREATE (u:AlertPush {id: $id + ' ' + d.id, letter: $id, device: d.id, name: d.name, reader: p.id, state: 'PENDING', at: $at, attempts: [], nextAttemptAt: $at})
  RETURN count(u) AS pushed
}
RETURN ${ALERT_READER_ROW}`,
);

export const findAlertLetter = statement<{ id: string }, AlertLetterRow>(
  'findAlertLetter',
  `MATCH (l:AlertLetter {id: $id}) RETURN ${ROW}`,
);

export const noteAlertRetry = statement<
  { owner: string; id: string; address: string; attempt: string; next: number },
  AlertReaderRow
>(
  'noteAlertRetry',
  `${UNDER_WAY}
SET l.attempts = l.attempts + $attempt, l.nextAttemptAt = $next, l.address = $address
RETURN ${ALERT_READER_ROW}`,
);

/** It is under way no more until an instant; another one may be. */
export const putOffAlertLetter = statement<{ owner: string; id: string; until: number }, AlertReaderRow>(
  'putOffAlertLetter',
  `${UNDER_WAY}
SET l.nextAttemptAt = $until, p.pending = null
RETURN ${ALERT_READER_ROW}`,
);

/** Letters to a person that were put off, what is due first in front; asked while none is under way. */
export const listPutOffLetters = statement<{ reader: string }, { id: string; nextAttemptAt: number }>(
  'listPutOffLetters',
  `MATCH (l:AlertLetter {reader: $reader, state: 'PENDING'})
RETURN l.id AS id, l.nextAttemptAt AS nextAttemptAt ORDER BY l.nextAttemptAt, l.at`,
);

/** One that was put off is under way again. No row: another process serves the person, or another letter is under way. */
export const resumeAlertLetter = statement<{ owner: string; reader: string; id: string }, AlertReaderRow>(
  'resumeAlertLetter',
  `MATCH (p:AlertReader {id: $reader}) SET p.asked = $owner
WITH p WHERE p.owner = $owner AND p.pending IS NULL
MATCH (l:AlertLetter {id: $id, reader: p.id, state: 'PENDING'})
SET p.pending = l.id
RETURN ${ALERT_READER_ROW}`,
);

/**
 * It is over with a letter. ETAs are measured from what was told from now on (`etas`; a push that is still tried is told `from` what
 * before), and what was told of them (`spent`) may come again: its key is set free. What it had no room for (`rest`) waits for the next one.
 */
export const closeAlertLetter = statement<
  {
    owner: string;
    id: string;
    state: string;
    address: string;
    matters: number;
    attempts: string[];
    etas: { rule: string; shipment: string; eta: string }[];
    from: string | null;
    spent: string[];
    rest: string[];
  },
  AlertReaderRow
>(
  'closeAlertLetter',
  `${UNDER_WAY}
SET l.state = $state, l.attempts = l.attempts + $attempts, l.nextAttemptAt = null, l.address = $address, l.matters = $matters,
  l.etas = $from, p.pending = null
WITH p, l
CALL (l) {
  UNWIND $etas AS one
  MERGE (e:AlertEta {rule: one.rule, shipment: one.shipment}) SET e.eta = one.eta
  RETURN count(e) AS told
}
CALL (l) {
  UNWIND $spent AS key
  MATCH (m:AlertMatter {key: key}) SET m.key = key + ' ' + l.id
  RETURN count(m) AS freed
}
CALL (l) {
  UNWIND $rest AS key
  MATCH (m:AlertMatter {key: key}) WHERE m.letter = l.id
  SET m.letter = ''
  RETURN count(m) AS left
}
RETURN ${ALERT_READER_ROW}`,
);

/** The letters to a person, the newest first. */
export const listAlertLetters = statement<{ reader: string; before: number; limit: number }, LoggedLetterRow>(
  'listAlertLetters',
  `MATCH (l:AlertLetter {reader: $reader}) WHERE l.at < $before
WITH l ORDER BY l.at DESC LIMIT toInteger($limit)
CALL (l) {
  MATCH (u:AlertPush {letter: l.id})
  WITH u ORDER BY u.id
  RETURN collect(u {.id, .name, .state, .attempts, .nextAttemptAt}) AS pushes
}
RETURN ${ROW}, pushes ORDER BY l.at DESC`,
);

/** Forgets some letters from before an instant that are over, with what they told. */
export const trimAlertLetters = statement<{ before: number; limit: number }, { trimmed: number }>(
  'trimAlertLetters',
  `MATCH (l:AlertLetter) WHERE l.at < $before AND l.state <> 'PENDING'
WITH l LIMIT toInteger($limit)
CALL (l) { OPTIONAL MATCH (m:AlertMatter {reader: l.reader, letter: l.id}) DELETE m }
CALL (l) { OPTIONAL MATCH (u:AlertPush {letter: l.id}) DELETE u }
DELETE l
RETURN count(*) AS trimmed`,
);

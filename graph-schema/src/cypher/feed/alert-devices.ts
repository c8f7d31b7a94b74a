import { statement } from '../statement.ts';

/** A browser that shows a person notifications: a subscription of the Push API. */
export interface AlertDeviceRow {
  readonly id: string;
  readonly reader: string;
  /** SHA-256 of the endpoint, hex: one subscription is one device, whoever says it. */
  readonly hash: string;
  /** Where the push service of its maker takes messages; whoever knows it may try, so nobody is told. */
  readonly endpoint: string;
  /** Public key and secret of the subscription (RFC 8291), base64url. */
  readonly p256dh: string;
  readonly auth: string;
  /** What its owner knows it by. */
  readonly name: string;
  /** Wall clock, epoch milliseconds. */
  readonly createdAt: number;
}

const ROW = `d.id AS id, d.reader AS reader, d.hash AS hash, d.endpoint AS endpoint, d.p256dh AS p256dh, d.auth AS auth, d.name AS name,
  d.createdAt AS createdAt`;

/** Those of a person, the oldest first. */
export const listAlertDevices = statement<{ reader: string }, AlertDeviceRow>(
  'listAlertDevices',
  `MATCH (d:AlertDevice {reader: $reader})
RETURN ${ROW} ORDER BY d.createdAt, d.id`,
);

/** Whoever says a subscription has it from now on: its browser is his. Nothing that was under way to another is shown to him. */
export const saveAlertDevice = statement<{ row: AlertDeviceRow }, AlertDeviceRow>(
  'saveAlertDevice',
  `MERGE (d:AlertDevice {hash: $row.hash})
ON CREATE SET d = $row
WITH d, d.reader <> $row.reader AS isOthers
CALL (d, isOthers) {
  MATCH (u:AlertPush {device: d.id}) WHERE isOthers AND u.state = 'PENDING'
  SET u.state = 'GONE', u.nextAttemptAt = null
  RETURN count(u) AS ended
}
SET d.id = CASE WHEN isOthers THEN $row.id ELSE d.id END, d.createdAt = CASE WHEN isOthers THEN $row.createdAt ELSE d.createdAt END,
  d.reader = $row.reader, d.p256dh = $row.p256dh, d.auth = $row.auth, d.name = $row.name
RETURN ${ROW}`,
);

/** With what was under way to it. No row: there is none of his. */
export const deleteAlertDevice = statement<{ reader: string; id: string }, { id: string }>(
  'deleteAlertDevice',
  `MATCH (d:AlertDevice {id: $id, reader: $reader})
WITH d, d.id AS id DELETE d
WITH id
CALL (id) {
  MATCH (u:AlertPush {device: id}) WHERE u.state = 'PENDING'
  SET u.state = 'GONE', u.nextAttemptAt = null
  RETURN count(u) AS ended
}
RETURN id`,
);

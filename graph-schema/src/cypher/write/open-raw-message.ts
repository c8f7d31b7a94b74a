import { statement } from '../statement.ts';

/** Who sends, as last seen. Asked for once by each process and source, since a write locks the node. */
export const registerSource = statement<{
  id: string;
  name: string;
  nameZh: string | null;
  kind: string;
}>(
  'registerSource',
  `MERGE (s:Source {id: $id})
SET s.name = $name, s.nameZh = $nameZh, s.kind = $kind`,
);

/** [id, source, sha-256, size, format, received at, delivery; null counts none, file name]. */
export type OpeningRow = [
  id: string,
  source: string,
  sha256: string,
  bytes: number,
  format: string | null,
  receivedAt: string,
  delivery: string | null,
  fileName: string | null,
];

/**
 * Registers raw messages and counts their deliveries, each once however often it is run. `outcome` is null until it is
 * read; `reading` names the replay that was concluded last; `rolledBack`: nothing was taken, as all of it was wanted or
 * nothing. Known time is that of the first receipt.
 */
export const openRawMessages = statement<
  { rows: OpeningRow[] },
  {
    id: string;
    outcome: string | null;
    reading: string | null;
    rolledBack: boolean;
    receivedAt: string;
    deliveries: number;
  }
>(
  'openRawMessages',
  `UNWIND $rows AS r
MERGE (w:RawMessage {id: r[0]})
  ON CREATE SET w.source = r[1], w.sha256 = r[2], w.bytes = r[3], w.format = r[4],
    w.receivedAt = r[5], w.fileName = r[7], w.deliveries = CASE WHEN r[6] IS NULL THEN [] ELSE [r[6]] END
  ON MATCH SET w.deliveries = CASE WHEN r[6] IS NULL OR r[6] IN w.deliveries THEN w.deliveries
    ELSE w.deliveries + r[6] END, w.fileName = coalesce(w.fileName, r[7])
RETURN w.id AS id, w.outcome AS outcome, w.reading AS reading, w.receivedAt AS receivedAt,
  coalesce(w.allOrNothing, false) AND w.outcome = 'UNREADABLE' AS rolledBack,
  toFloat(size(w.deliveries)) AS deliveries`,
);

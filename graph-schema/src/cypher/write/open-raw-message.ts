import { statement } from '../statement.ts';

/**
 * Registers a raw message and counts the delivery, once however often it is run; null counts none. `outcome` is null
 * until it is read; `reading` names the replay that was concluded last. Known time is that of the first receipt.
 */
export const openRawMessage = statement<
  {
    id: string;
    source: string;
    sourceName: string;
    sourceNameZh: string | null;
    sourceKind: string;
    sha256: string;
    bytes: number;
    format: string | null;
    receivedAt: string;
    delivery: string | null;
  },
  { outcome: string | null; reading: string | null; receivedAt: string; deliveries: number }
>(
  'openRawMessage',
  `MERGE (s:Source {id: $source})
  SET s.name = $sourceName, s.nameZh = $sourceNameZh, s.kind = $sourceKind
MERGE (w:RawMessage {id: $id})
  ON CREATE SET w.source = $source, w.sha256 = $sha256, w.bytes = $bytes, w.format = $format,
    w.receivedAt = $receivedAt, w.deliveries = CASE WHEN $delivery IS NULL THEN [] ELSE [$delivery] END
  ON MATCH SET w.deliveries = CASE WHEN $delivery IS NULL OR $delivery IN w.deliveries THEN w.deliveries
    ELSE w.deliveries + $delivery END
RETURN w.outcome AS outcome, w.reading AS reading, w.receivedAt AS receivedAt,
  toFloat(size(w.deliveries)) AS deliveries`,
);

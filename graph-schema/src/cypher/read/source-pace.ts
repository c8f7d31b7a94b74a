import { statement } from '../statement.ts';

export interface SourcePace {
  id: string;
  /** Messages received since an instant, repeated deliveries not counted. */
  received: number;
  /** Milliseconds from receipt until what the message says was in the graph: half took less; null: none was read. */
  lagMedianMs: number | null;
  /** The longest of them. */
  lagMostMs: number | null;
}

/**
 * How fast each source sends, or one of them, and how fast the newest of its messages were read. What was read again is left out: that
 * was asked for long after the receipt.
 */
export const sourcePace = statement<
  { source: string | null; hourAgo: string; since: string; newest: number },
  SourcePace
>(
  'sourcePace',
  `MATCH (s:Source) WHERE $source IS NULL OR s.id = $source
CALL (s) {
  OPTIONAL MATCH (w:RawMessage {source: s.id})
  WHERE w.receivedAt >= $hourAgo
  RETURN toFloat(count(w)) AS received
}
CALL (s) {
  OPTIONAL MATCH (w:RawMessage {source: s.id})
  WHERE w.receivedAt >= $since AND w.closedAt IS NOT NULL AND w.reading IS NULL
  WITH w ORDER BY w.source DESC, w.receivedAt DESC LIMIT toInteger($newest)
  WITH datetime(w.closedAt).epochMillis - datetime(w.receivedAt).epochMillis AS lag
  RETURN percentileCont(lag, 0.5) AS lagMedianMs, toFloat(max(lag)) AS lagMostMs
}
RETURN s.id AS id, received, lagMedianMs, lagMostMs
ORDER BY id`,
);

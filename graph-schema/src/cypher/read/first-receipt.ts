import { statement } from '../statement.ts';

/** When the service received its first message; null: none yet. Each source is asked by its index. */
export const firstReceipt = statement<Record<string, never>, { at: string | null }>(
  'firstReceipt',
  `MATCH (s:Source)
CALL (s) {
  MATCH (w:RawMessage {source: s.id}) WHERE w.receivedAt >= ''
  RETURN w.receivedAt AS receivedAt ORDER BY w.receivedAt LIMIT 1
}
RETURN min(receivedAt) AS at`,
);

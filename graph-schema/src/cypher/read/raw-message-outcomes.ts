import { statement } from '../statement.ts';

/** What became of many raw messages; one that is not in the graph has no row, one that is not read yet no outcome. */
export const rawMessageOutcomes = statement<
  { ids: readonly string[] },
  { id: string; outcome: string | null }
>(
  'rawMessageOutcomes',
  `UNWIND $ids AS id
MATCH (w:RawMessage {id: id})
RETURN w.id AS id, w.outcome AS outcome`,
);

import { statement } from '../statement.ts';

/** Ids of raw messages with this outcome, the oldest receipt first. */
export const listRawMessages = statement<{ outcome: string }, { id: string }>(
  'listRawMessages',
  `MATCH (w:RawMessage {outcome: $outcome})
RETURN w.id AS id ORDER BY w.receivedAt, id`,
);

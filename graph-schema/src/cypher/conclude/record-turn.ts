import { statement } from '../statement.ts';

/**
 * Notes which boxes and papers the conclusion under the lock looked at, for the memories of other processes: a ring of
 * the newest 64. Who missed more forgets all that it remembered.
 */
export const recordTurn = statement<{ keys: string[] }>(
  'recordTurn',
  `MATCH (l:GroupLock {name: 'conclusions'})
MERGE (t:ConclusionTurn {slot: l.turn % 64})
SET t.turn = l.turn, t.keys = $keys`,
);

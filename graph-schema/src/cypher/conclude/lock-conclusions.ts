import { statement } from '../statement.ts';

/**
 * Conclusions are drawn one at a time: whoever holds this lock reads every fact committed before it took the lock, and
 * every fact committed later has a conclusion of its own still to come. So the last word always saw everything. The
 * answer numbers the conclusions: between two that follow one another nobody else concluded anything.
 */
export const lockConclusions = statement<Record<string, never>, { turn: number }>(
  'lockConclusions',
  `MATCH (l:GroupLock {name: 'conclusions'}) SET l.turn = l.turn + 1 RETURN l.turn AS turn`,
);

import { statement } from '../statement.ts';

/** What conclusions after this turn looked at; a turn without a row is one of which nothing is known. */
export const listTurns = statement<{ after: number }, { turn: number; keys: string[] }>(
  'listTurns',
  `MATCH (t:ConclusionTurn) WHERE t.turn > $after RETURN t.turn AS turn, t.keys AS keys`,
);

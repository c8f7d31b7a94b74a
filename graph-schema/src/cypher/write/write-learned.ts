import { statement } from '../statement.ts';

/** What was learned of arrivals (`domain/eta/tables-text.ts`): newer never gives way to older. */
export const writeLearned = statement<{ tables: string; learnedAt: number }>(
  'writeLearned',
  `MERGE (l:EtaLearned {name: 'arrivals'})
WITH l WHERE coalesce(l.learnedAt, -1) <= $learnedAt
SET l.tables = $tables, l.learnedAt = $learnedAt`,
);

/**
 * Takes or keeps the computing of arrivals, that of several processes one does it: who does not come again for so long has
 * lost it. By the server's own clock, since those of the processes may differ. No row: somebody else does it.
 */
export const leaseComputing = statement<{ owner: string; forMs: number }, { owner: string }>(
  'leaseComputing',
  `MERGE (l:EtaLearned {name: 'arrivals'})
SET l.asked = $owner
WITH l WHERE l.owner = $owner OR coalesce(l.until, 0) < timestamp()
SET l.owner = $owner, l.until = timestamp() + toInteger($forMs)
RETURN l.owner AS owner`,
);

/** Gives it back, for whoever asks next. */
export const releaseComputing = statement<{ owner: string }>(
  'releaseComputing',
  `MATCH (l:EtaLearned {name: 'arrivals', owner: $owner}) SET l.until = 0`,
);
